import { type CommitmentPlan, commitmentOutcome } from '../../cloud/capacity/commitment.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** Hours of a day with a number of instances, and what an instance hour costs. */
export type CommitmentScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly size: string
  /** From the quietest hours to the busiest; the hours add up to 24. */
  readonly load: readonly { readonly hours: number; readonly instances: number }[]
  /** Prices of an instance hour in ten-thousandths of a dollar. */
  readonly onDemand: number
  readonly committed: number
}

const planOf = ({ load, onDemand, committed }: CommitmentScenario): CommitmentPlan => ({
  load,
  onDemandPerHour: onDemand / 10_000,
  committedPerHour: committed / 10_000,
})

const levels = ({ load }: CommitmentScenario): readonly number[] => load.map(({ instances }) => instances)

/** Hours of a day in which at least so many instances run. */
const hoursAt = ({ load }: CommitmentScenario, instances: number): number =>
  load.reduce((sum, part) => sum + (part.instances >= instances ? part.hours : 0), 0)

const solve = (scenario: CommitmentScenario) => [commitmentOutcome(planOf(scenario)).best.committed]

/** The highest level that runs for more than a share of the day. */
const levelAbove = (scenario: CommitmentScenario, share: number): number =>
  Math.max(0, ...levels(scenario).filter((level) => hoursAt(scenario, level) > 24 * share))

const misconceptions: readonly Misconception<CommitmentScenario>[] = [
  {
    id: 'commit-to-peak',
    statement: 'The discount applies to used hours, so the commitment should cover the peak.',
    solve: (scenario) => [Math.max(...levels(scenario))],
  },
  {
    id: 'commit-to-minimum',
    statement: 'A commitment pays for instances that run around the clock and for no others.',
    solve: (scenario) => [Math.min(...levels(scenario))],
  },
  {
    id: 'commit-to-mean',
    statement: 'The commitment should equal the mean number of running instances.',
    solve: ({ load }) => [
      Math.round(load.reduce((sum, { hours, instances }) => sum + hours * instances, 0) / 24),
    ],
  },
  {
    id: 'share-equals-discount',
    statement: 'A commitment pays for an instance that runs for a larger share of the day than the discount.',
    solve: (scenario) => [levelAbove(scenario, 1 - scenario.committed / scenario.onDemand)],
  },
  {
    id: 'half-the-day',
    statement: 'A commitment pays for an instance that runs for more than half of the day.',
    solve: (scenario) => [levelAbove(scenario, 0.5)],
  },
]

function sample(random: SeededRandom): CommitmentScenario {
  const from = [between(random, 17, 21), between(random, 10, 15), between(random, 3, 8)] as const
  const first = between(random, 3, 18)
  const second = first + between(random, 3, 12)
  const third = second + between(random, 4, 14)
  const fourth = third + between(random, 5, 20)
  const onDemand = between(random, 60, 980) * 10
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    size: pick(random, ['large', 'xlarge', '2xlarge']),
    load: [
      { hours: 24 - from[0], instances: first },
      { hours: from[0] - from[1], instances: second },
      { hours: from[1] - from[2], instances: third },
      { hours: from[2], instances: fourth },
    ],
    onDemand,
    committed: Math.round((onDemand * between(random, 34, 80)) / 100),
  }
}

const dollars = (price: number): string => `$${(price / 10_000).toFixed(4)}`

const day = ({ load }: CommitmentScenario): string[] =>
  load.map(({ hours, instances }) => `${instances} instances for ${counted(hours, 'hour')} of each day`)

const rates = ({ onDemand, committed, size }: CommitmentScenario): string =>
  `A ${size} instance costs ${dollars(onDemand)} an hour on demand, and ${dollars(committed)} for every hour of a one-year commitment, used or not.`

const question = 'For how many instances should it commit to pay the LOWEST cost for the year?'

function breakEven({ scenario }: Told<CommitmentScenario>): string {
  const share = scenario.committed / scenario.onDemand
  const [best = 0] = solve(scenario)
  const above = levels(scenario).find((level) => level > best)
  const next = above === undefined ? '' : `, and the next ones up to ${above} for ${hoursAt(scenario, above)}`
  return `A commitment pays for an instance that runs more than ${dollars(scenario.committed)} / ${dollars(scenario.onDemand)} = ${Math.round(share * 100)}% of the hours, ${(24 * share).toFixed(1)} a day; ${best} instances run for ${best === 0 ? 24 : hoursAt(scenario, best)} hours${next}`
}

const because =
  (why: string) =>
  (told: Told<CommitmentScenario>): string =>
    `${why} ${breakEven(told)}.`

const render = wordedBy<CommitmentScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `${capitalised(scenario.setting.who)} runs the ${scenario.setting.systems[0].name} on a fleet that follows the same daily pattern all year:`,
        bullets(day(scenario)),
        [rates(scenario), `The load is not expected to change. ${question}`],
      ),
    (scenario) =>
      paragraphs([
        `The finance lead of ${scenario.setting.who} looks at a year of billing data for the ${scenario.setting.systems[0].name}.`,
        `Every day shows ${day(scenario)
          .map((line) => line.replace(' of each day', ''))
          .join(', ')}.`,
        rates(scenario),
        `No upfront payment is made, and the coming year will look the same. ${question}`,
      ]),
    (scenario) =>
      paragraphs(
        [
          `To cut the bill of its ${scenario.setting.systems[1].name}, ${scenario.setting.who} considers a one-year commitment without upfront payment.`,
          rates(scenario),
          'The fleet of the past year, which the next year will repeat:',
        ],
        bullets(day(scenario)),
        question,
      ),
  ],
  text: (answer) => counted(Number(answer), 'instance'),
  reasons: {
    key: because('The best commitment is the highest level that runs longer than the break-even.'),
    'commit-to-peak': because('Committed hours are paid whether used or not.'),
    'commit-to-minimum': because('Instances that run for part of the day can pay too.'),
    'commit-to-mean': because('The mean says nothing about how long each instance runs.'),
    'share-equals-discount': because('The break-even is the price ratio, not the discount.'),
    'half-the-day': because('The break-even follows from the prices, not from half of the day.'),
  },
})

/** Instances to commit to for the lowest cost of a daily pattern. */
export const commitmentModel: FamilyModel<CommitmentScenario> = {
  name: 'commitment-size',
  title: 'Size of a commitment for a daily pattern',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 4.2', 'SAP-C02 3.5', 'SAP-C03 3', 'CLF-C02 4.1'),
  cognitive: 'analyse',
  services: ['ec2', 'savings-plans'],
  references: [capacityPages.savingsPlans],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: (scenario) => {
    const share = (24 * scenario.committed) / scenario.onDemand
    return levels(scenario).every((level) => Math.abs(hoursAt(scenario, level) - share) > 0.4)
  },
  features: (scenario) => ({
    rendering: scenario.rendering,
    highBreakEven: Number(scenario.committed / scenario.onDemand > 0.6),
  }),
  angoff: ({ highBreakEven = 0, rendering }) => 0.58 - 0.07 * highBreakEven - 0.03 * rendering,
}

export const commitmentSize = familyOf(commitmentModel)
