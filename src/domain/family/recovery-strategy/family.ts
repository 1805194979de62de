import { calendarDate } from '../../kernel/calendar-date.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { Answers, FamilyModel, Misconception } from '../types.ts'

/** A way to recover in another Region, as measured in a drill: minutes of loss, minutes of downtime, dollars a month. */
export type Strategy = {
  readonly name: string
  readonly rpo: number
  readonly rto: number
  readonly cost: number
}

/** Strategies and what is asked of them, in minutes. */
export type StrategyScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly rpo: number
  readonly rto: number
  readonly strategies: readonly Strategy[]
}

/** The cheapest of the strategies that satisfy a test; several where they cost the same. */
const cheapest = (strategies: readonly Strategy[], meets: (strategy: Strategy) => boolean): Answers => {
  const meeting = strategies.filter(meets)
  const lowest = Math.min(...meeting.map(({ cost }) => cost))
  return meeting.filter(({ cost }) => cost === lowest).map(({ name }) => name)
}

const solve = ({ strategies, rpo, rto }: StrategyScenario): Answers =>
  cheapest(strategies, (one) => one.rpo <= rpo && one.rto <= rto)

const misconceptions: readonly Misconception<StrategyScenario>[] = [
  {
    id: 'objectives-swapped',
    statement:
      'The recovery time objective limits the data that are lost, and the recovery point objective the downtime.',
    solve: (scenario) => solve({ ...scenario, rpo: scenario.rto, rto: scenario.rpo }),
  },
  {
    id: 'cost-alone',
    statement: 'The cheapest strategy is the right one where cost is asked for.',
    solve: ({ strategies }) => cheapest(strategies, () => true),
  },
  {
    id: 'best-regardless',
    statement: 'The strategy with the shortest recovery is the right one, since it meets every objective.',
    solve: ({ strategies }) =>
      strategies
        .toSorted((left, right) => left.rto - right.rto)
        .slice(0, 1)
        .map(({ name }) => name),
  },
  {
    id: 'downtime-alone',
    statement: 'A strategy is chosen by the recovery time objective alone.',
    solve: ({ strategies, rto }) => cheapest(strategies, (one) => one.rto <= rto),
  },
  {
    id: 'loss-alone',
    statement: 'A strategy is chosen by the recovery point objective alone.',
    solve: ({ strategies, rpo }) => cheapest(strategies, (one) => one.rpo <= rpo),
  },
  {
    id: 'with-wide-margin',
    statement: 'A strategy must beat the objectives by half to meet them.',
    solve: (scenario) => solve({ ...scenario, rpo: scenario.rpo / 2, rto: scenario.rto / 2 }),
  },
]

/** Strategies from the slowest to the fastest, with ranges of minutes and of cost relative to one full deployment. */
const kinds = [
  { name: 'Backup and restore', rpo: [180, 1440], rto: [240, 1440], cost: [3, 8] },
  { name: 'Pilot light with log shipping', rpo: [10, 60], rto: [60, 220], cost: [14, 24] },
  { name: 'Pilot light with a live replica', rpo: [1, 8], rto: [45, 180], cost: [20, 34] },
  { name: 'Warm standby at reduced scale', rpo: [1, 15], rto: [12, 40], cost: [38, 60] },
  { name: 'Hot standby at full scale', rpo: [1, 5], rto: [4, 11], cost: [85, 100] },
  { name: 'Active/active in both Regions', rpo: [1, 2], rto: [1, 3], cost: [105, 140] },
] as const

const inRange = (random: SeededRandom, [low, high]: readonly [number, number]): number => {
  const value = between(random, low, high)
  return value > 60 ? Math.round(value / 15) * 15 : value > 20 ? Math.round(value / 5) * 5 : value
}

function sample(random: SeededRandom): StrategyScenario {
  const full = between(random, 40, 260) * 100
  const strategies = kinds.map(
    ({ name, rpo, rto, cost }): Strategy => ({
      name,
      rpo: inRange(random, rpo),
      rto: inRange(random, rto),
      cost: Math.round((full * between(random, cost[0], cost[1])) / 1000) * 10,
    }),
  )
  const objectives = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480]
  const kept: readonly string[] = shuffle(
    kinds.map(({ name }) => name),
    random,
  ).slice(0, chance(random, 0.5) ? 5 : 6)
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    rpo: pick(random, objectives),
    rto: pick(random, objectives),
    strategies: strategies.filter(({ name }) => kept.includes(name)),
  }
}

const span = (minutes: number): string => {
  if (minutes % 60 !== 0) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`
}

const table = ({ strategies }: StrategyScenario): string =>
  [
    '```text',
    `${'Strategy'.padEnd(34)}${'Data loss'.padEnd(12)}${'Downtime'.padEnd(12)}Cost a month`,
    ...strategies.map(
      ({ name, rpo, rto, cost }) =>
        `${name.padEnd(34)}${`${withCommas(rpo)} min`.padEnd(12)}${`${withCommas(rto)} min`.padEnd(12)}$${withCommas(cost)}`,
    ),
    '```',
  ].join('\n')

const question = 'Which strategy meets both objectives at the LOWEST cost?'

const found = ({ strategies }: StrategyScenario, name: unknown): Strategy => {
  const strategy = strategies.find((one) => one.name === name)
  if (strategy === undefined) throw new RangeError(`There is no strategy ${String(name)}.`)
  return strategy
}

/** What a strategy misses, or what it costs more than the key. */
function verdict({ scenario, answer }: Told<StrategyScenario>): string {
  const { rpo, rto, cost } = found(scenario, answer)
  const misses = [
    ...(rpo > scenario.rpo
      ? [`loses up to ${span(rpo)} of data, more than the accepted ${span(scenario.rpo)}`]
      : []),
    ...(rto > scenario.rto ? [`takes ${span(rto)}, more than the accepted ${span(scenario.rto)}`] : []),
  ]
  if (misses.length > 0) return `It ${misses.join(', and ')}.`
  const key = found(scenario, solve(scenario)[0])
  return `It meets both objectives, but costs $${withCommas(cost)} a month where ${key.name.toLowerCase()} does so for $${withCommas(key.cost)}.`
}

const render = wordedBy<StrategyScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `After a drill, ${scenario.setting.who} compares ways to recover its ${scenario.setting.systems[0].name} in a second Region. The measured worst cases and costs are:`,
        table(scenario),
        `The recovery point objective (RPO) is ${span(scenario.rpo)}, and the recovery time objective (RTO) is ${span(scenario.rto)}. ${question}`,
      ),
    (scenario) =>
      paragraphs(
        `Management of ${scenario.setting.who} accepts that a regional outage costs the ${scenario.setting.systems[0].name} no more than ${span(scenario.rpo)} of data (RPO) and ${span(scenario.rto)} of downtime (RTO). The ${scenario.setting.teams[0]} has tested these strategies:`,
        table(scenario),
        question,
      ),
    (scenario) =>
      paragraphs(
        `${capitalised(scenario.setting.who)} wants a disaster recovery plan for ${scenario.setting.records[0].name} that does not cost more than it must. An RTO of ${span(scenario.rto)} and an RPO of ${span(scenario.rpo)} are agreed with the business. For each strategy, a test gave the greatest loss of data, the longest downtime, and the cost:`,
        table(scenario),
        question,
      ),
  ],
  text: (answer) => String(answer),
  reasons: {
    key: ({ scenario, answer }) => {
      const { rpo, rto, cost } = found(scenario, answer)
      return `${span(rpo)} of loss and ${span(rto)} of downtime are within the objectives, and no cheaper strategy is; it costs $${withCommas(cost)} a month.`
    },
    'objectives-swapped': verdict,
    'cost-alone': verdict,
    'best-regardless': verdict,
    'downtime-alone': verdict,
    'loss-alone': verdict,
    'with-wide-margin': verdict,
  },
})

/** The cheapest recovery strategy that meets both objectives. */
export const recoveryStrategyModel: FamilyModel<StrategyScenario> = {
  name: 'recovery-strategy',
  title: 'Cheapest recovery strategy that meets RPO and RTO',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 2.2', 'SOA-C03 2.3', 'DOP-C02 3.3', 'SAP-C02 1.3', 'SAP-C03 4'),
  cognitive: 'analyse',
  services: ['backup', 'elastic-disaster-recovery'],
  references: [capacityPages.disasterRecovery, capacityPages.recoveryObjectives],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: ({ rpo, rto }) => rpo !== rto,
  features: ({ rendering, rpo, rto, strategies }) => ({
    rendering,
    strategies: strategies.length,
    tight: Number(rpo < 30) + Number(rto < 60),
  }),
  angoff: ({ strategies = 5, tight = 0, rendering }) =>
    0.98 - 0.04 * strategies - 0.05 * tight - 0.02 * rendering,
}

export const recoveryStrategy = familyOf(recoveryStrategyModel)
