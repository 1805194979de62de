import { functionConcurrency, lambdaFactIds } from '../../cloud/capacity/lambda.ts'
import { wholeUp } from '../../cloud/capacity/round.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** A function with its load. */
export type ConcurrencyScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly perSecond: number
  readonly milliseconds: number
  /** Timeout of the function in seconds, longer than it runs. */
  readonly timeout: number
}

const neededBy = (perSecond: number, milliseconds: number, facts: FactValues): number =>
  functionConcurrency({ requestsPerSecond: perSecond, averageDurationMs: milliseconds }, facts).needed

const solve = ({ perSecond, milliseconds }: ConcurrencyScenario, facts: FactValues) => [
  neededBy(perSecond, milliseconds, facts),
]

const misconceptions: readonly Misconception<ConcurrencyScenario>[] = [
  {
    id: 'rate-alone',
    statement: 'Each request of a second needs a concurrent execution of its own, whatever its duration.',
    solve: ({ perSecond }) => [perSecond],
  },
  {
    id: 'timeout-counts',
    statement: 'Each request occupies an execution environment until the timeout of the function.',
    solve: ({ perSecond, timeout }, facts) => [neededBy(perSecond, timeout * 1000, facts)],
  },
  {
    id: 'divided-by-duration',
    statement: 'Concurrency is the rate divided by the duration.',
    solve: ({ perSecond, milliseconds }) => [wholeUp((perSecond * 1000) / milliseconds)],
  },
  {
    id: 'unreserved-added',
    statement: 'The concurrency that must stay unreserved in an account is added to that of a function.',
    solve: (scenario, facts) => [Number(solve(scenario, facts)[0]) + facts['lambda-unreserved-minimum']],
  },
  {
    id: 'ten-requests-each',
    statement: 'An execution environment handles ten requests a second, whatever their duration.',
    solve: ({ perSecond }, facts) => [wholeUp(perSecond / facts['lambda-requests-per-concurrency'])],
  },
  {
    id: 'rate-limit-ignored',
    statement: 'A fast function needs the rate times its duration, however short that is.',
    solve: ({ perSecond, milliseconds }) => [Math.max(1, wholeUp((perSecond * milliseconds) / 1000))],
  },
]

function sample(random: SeededRandom): ConcurrencyScenario {
  const fast = chance(random, 0.3)
  const milliseconds = fast ? between(random, 4, 17) * 5 : between(random, 11, 240) * 10
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    perSecond: fast ? between(random, 60, 450) * 10 : between(random, 7, 60) * 10,
    milliseconds,
    timeout: pick(
      random,
      [3, 5, 6, 10, 15].filter((seconds) => seconds * 1000 > milliseconds * 1.5),
    ),
  }
}

const duration = ({ milliseconds }: ConcurrencyScenario): string =>
  milliseconds >= 1000 ? `${milliseconds / 1000} seconds` : `${milliseconds} milliseconds`

const product = ({ scenario, facts }: Told<ConcurrencyScenario>): string => {
  const { perSecond, milliseconds } = scenario
  const [needed = 0] = solve(scenario, facts)
  return milliseconds < 1000 / facts['lambda-requests-per-concurrency']
    ? `Below 100 milliseconds the limit of ten requests a second for each unit decides: ${withCommas(perSecond)} / 10 = ${withCommas(needed)}`
    : `${withCommas(perSecond)} requests a second x ${milliseconds / 1000} seconds = ${withCommas(needed)} executions`
}

const question = 'How much concurrency must be reserved for the function at least?'

const render = wordedBy<ConcurrencyScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.setting.who)} will reserve concurrency for the AWS Lambda function behind its ${scenario.setting.systems[0].name}, so that other functions cannot starve it.`,
        `At peak it is called synchronously ${withCommas(scenario.perSecond)} times a second at a steady rate, and a call takes ${duration(scenario)} on average.`,
        `The timeout is ${scenario.timeout} seconds. Peak calls must not be throttled. ${question}`,
      ]),
    (scenario) =>
      paragraphs(
        `The ${scenario.setting.teams[0]} of ${scenario.setting.who} reads these figures of a Lambda function from its monitoring:`,
        bullets([
          `Invocations at peak: ${withCommas(scenario.perSecond)} a second, evenly spread`,
          `Mean duration: ${duration(scenario)}`,
          `Configured timeout: ${scenario.timeout} seconds`,
        ]),
        ['A reservation is to cover the peak exactly, without throttling.', question],
      ),
    (scenario) =>
      paragraphs([
        `Callers of the ${scenario.setting.systems[1].name} receive throttling errors, because the AWS Lambda function behind it has too small a reservation.`,
        `${capitalised(scenario.setting.who)} measures ${withCommas(scenario.perSecond)} invocations a second in busy minutes, evenly over the seconds, and a mean duration of ${duration(scenario)}; the function may run for ${scenario.timeout} seconds.`,
        `The account has enough concurrency left. ${question}`,
      ]),
  ],
  text: (answer) => `${withCommas(Number(answer))} executions`,
  reasons: {
    key: (told) => `${product(told)}.`,
    'rate-alone': (told) =>
      `An environment serves the next request when it is done, so duration counts too. ${product(told)}.`,
    'timeout-counts': (told) =>
      `The timeout is a limit; what counts is how long calls take. ${product(told)}.`,
    'divided-by-duration': (told) =>
      `Longer calls need more concurrency, so the duration multiplies. ${product(told)}.`,
    'unreserved-added': (told) =>
      `The unreserved part stays in the account for other functions and is not reserved here. ${product(told)}.`,
    'ten-requests-each': (told) =>
      `Ten requests a second are the most that a unit serves; calls of this duration do not get there. ${product(told)}.`,
    'rate-limit-ignored': (told) => `Rate times duration is too little for fast functions. ${product(told)}.`,
  },
})

/** Reserved concurrency of a function for its rate and duration. */
export const concurrencyModel: FamilyModel<ConcurrencyScenario> = {
  name: 'lambda-concurrency',
  title: 'Concurrency of a function',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 4.3', 'DVA-C03 4', 'SAA-C03 3.2', 'SAP-C02 2.5', 'SAP-C03 1', 'SOA-C03 2.1'),
  cognitive: 'apply',
  services: ['lambda'],
  references: [capacityPages.lambdaScaling, capacityPages.lambdaReserved],
  facts: lambdaFactIds,
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: (scenario, facts) => {
    const [needed = 0] = solve(scenario, facts)
    return needed > 8 && needed < facts['lambda-account-concurrency'] - facts['lambda-unreserved-minimum']
  },
  features: ({ rendering, milliseconds }) => ({ rendering, fast: Number(milliseconds < 100) }),
  angoff: ({ fast = 0, rendering }) => 0.74 - 0.3 * fast - 0.03 * rendering,
}

export const concurrency = familyOf(concurrencyModel)
