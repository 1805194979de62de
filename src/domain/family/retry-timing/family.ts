import type { JsonObject } from '../../cloud/json.ts'
import { retryDelay } from '../../cloud/states/retry.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { showJson } from '../parts/show-json.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** A Task that fails at first or for good, with the rule by which it is tried again. */
export type RetryScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly interval: number
  readonly rate: number
  readonly attempts: number
  /** Longest delay in seconds, null where there is none. */
  readonly longest: number | null
  /** Seconds of one attempt. */
  readonly work: number
  /** Attempts that fail before one succeeds; null when all of them fail. */
  readonly failures: number | null
}

/** The Retry rule as a definition has it. */
export const retrierOf = ({ interval, rate, attempts, longest }: RetryScenario): JsonObject => ({
  ErrorEquals: ['States.TaskFailed'],
  IntervalSeconds: interval,
  BackoffRate: rate,
  MaxAttempts: attempts,
  ...(longest === null ? {} : { MaxDelaySeconds: longest }),
})

type Seen = {
  readonly retries: number
  readonly delay: (retries: number) => number
  readonly work: number
}

const seen = (scenario: RetryScenario): Seen => ({
  retries: scenario.failures ?? scenario.attempts,
  delay: (retries) => retryDelay(retrierOf(scenario), retries, () => 0),
  work: scenario.work,
})

/** Seconds until the last attempt has ended: each attempt, and the delay before each retry. */
function secondsOf({ retries, delay, work }: Seen): number {
  const delays = Array.from({ length: retries }, (_, made) => delay(made))
  return work * (retries + 1) + delays.reduce((sum, seconds) => sum + seconds, 0)
}

const timing = (change: (view: Seen, scenario: RetryScenario) => Seen) => (scenario: RetryScenario) => [
  Number(secondsOf(change(seen(scenario), scenario)).toFixed(2)),
]

const solve = timing((view) => view)

const misconceptions: readonly Misconception<RetryScenario>[] = [
  {
    id: 'attempts-include-first',
    statement: 'MaxAttempts counts the first attempt, so there is one retry fewer.',
    solve: (scenario) =>
      scenario.failures === scenario.attempts
        ? []
        : timing((view, { attempts }) => ({ ...view, retries: Math.min(view.retries, attempts - 1) }))(
            scenario,
          ),
  },
  {
    id: 'constant-delay',
    statement:
      'Every retry waits for the interval, and the backoff rate applies to repeated failures of the machine.',
    solve: timing((view, { interval }) => ({ ...view, delay: () => interval })),
  },
  {
    id: 'linear-backoff',
    statement: 'Each delay is longer than the one before by the interval.',
    solve: timing((view, { interval }) => ({ ...view, delay: (made) => interval * (made + 1) })),
  },
  {
    id: 'rate-from-first',
    statement: 'The backoff rate applies to the first delay already.',
    solve: timing((view) => ({ ...view, delay: (made) => view.delay(made + 1) })),
  },
  {
    id: 'work-forgotten',
    statement: 'The time of a retried task is the sum of its delays.',
    solve: timing((view) => ({ ...view, work: 0 })),
  },
  {
    id: 'catch-first',
    statement: 'An error that a catcher names goes to the catcher without a retry.',
    solve: timing((view, { failures }) => (failures === null ? { ...view, retries: 0 } : view)),
  },
  {
    id: 'no-limit-to-delay',
    statement: 'MaxDelaySeconds limits the time of all retries, not a single delay.',
    solve: timing((view, scenario) => ({
      ...view,
      delay: (made) => retryDelay(retrierOf({ ...scenario, longest: null }), made, () => 0),
    })),
  },
  {
    id: 'waits-before-first',
    statement: 'The state waits for the interval before its first attempt too.',
    solve: (scenario) => [Number(solve(scenario)[0]) + scenario.interval],
  },
  {
    id: 'waits-after-last',
    statement: 'After the last failure the state waits once more before the catcher takes over.',
    solve: (scenario) =>
      scenario.failures === null
        ? [Number(solve(scenario)[0]) + seen(scenario).delay(scenario.attempts)]
        : [],
  },
]

function sample(random: SeededRandom): RetryScenario {
  const interval = pick(random, [1, 2, 3, 4, 5, 6, 8, 10, 15, 20])
  const rate = pick(random, [2, 2, 2, 1.5, 3])
  const attempts = between(random, 3, rate === 3 ? 4 : 6)
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    interval,
    rate,
    attempts,
    longest: chance(random, 0.35) ? interval * pick(random, [3, 4, 5]) : null,
    work: between(random, 2, 14),
    failures: chance(random, 0.5) ? null : between(random, 2, attempts),
  }
}

const definition = (scenario: RetryScenario): string =>
  showJson({
    Type: 'Task',
    Retry: [retrierOf(scenario)],
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Escalate' }],
    Next: 'Confirm',
  })

const course = ({ failures, work }: RetryScenario): string =>
  failures === null
    ? `Every attempt runs for ${work} seconds and then fails with \`States.TaskFailed\`.`
    : `An attempt takes ${work} seconds. The first ${inWords(failures)} attempts fail with \`States.TaskFailed\`, and the next one succeeds.`

const question = ({ failures }: RetryScenario): string =>
  failures === null
    ? 'How many seconds after it was entered does the state hand over to `Escalate`?'
    : 'How many seconds after it was entered does the state hand over to `Confirm`?'

function ruleLines({ interval, rate, attempts, longest }: RetryScenario): string[] {
  return [
    `Retry on \`States.TaskFailed\`: \`IntervalSeconds\` ${interval}, \`BackoffRate\` ${rate}, \`MaxAttempts\` ${attempts}`,
    ...(longest === null ? [] : [`\`MaxDelaySeconds\` of this retrier: ${longest}`]),
    'Catch on `States.ALL`: continue with `Escalate`',
  ]
}

function sum({ scenario }: Told<RetryScenario>): string {
  const { retries, delay, work } = seen(scenario)
  const delays = Array.from({ length: retries }, (_, made) => String(delay(made)))
  return `${retries + 1} attempts of ${work} seconds and delays of ${delays.join(' + ')} seconds make ${withCommas(Number(solve(scenario)[0]))} seconds`
}

const because =
  (why: string) =>
  (told: Told<RetryScenario>): string =>
    `${why} ${capitalised(sum(told))}.`

const render = wordedBy<RetryScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `${capitalised(scenario.setting.who)} calls its ${scenario.setting.systems[0].name} from a workflow in AWS Step Functions. The state has these fields beside its resource:`,
        definition(scenario),
        [course(scenario), 'Time between events is negligible.', question(scenario)],
      ),
    (scenario) =>
      paragraphs(
        `In a drill, the ${scenario.setting.teams[0]} of ${scenario.setting.who} lets a task of an AWS Step Functions workflow fail. The task has these rules:`,
        bullets(ruleLines(scenario)),
        [course(scenario), 'Jitter is off.', question(scenario)],
      ),
    (scenario) =>
      paragraphs(
        `An on-call engineer at ${scenario.setting.who} wants to know how long the ${scenario.setting.systems[1].name} may be away before a workflow gives up on it or recovers. The workflow is a state machine in AWS Step Functions, and the state in question reads, resource left out:`,
        definition(scenario),
        [
          `Think of this course: ${course(scenario).charAt(0).toLowerCase()}${course(scenario).slice(1)}`,
          question(scenario),
        ],
      ),
  ],
  text: (answer) => `${withCommas(Number(answer))} seconds`,
  reasons: {
    key: (told) => `${capitalised(sum(told))}.`,
    'attempts-include-first': because('MaxAttempts counts retries; the first attempt comes on top.'),
    'constant-delay': because('Each delay is the one before, multiplied by the backoff rate.'),
    'linear-backoff': because('Delays grow by a factor, not by a constant.'),
    'rate-from-first': because('The first retry waits for the interval itself.'),
    'work-forgotten': because('The attempts take time too.'),
    'catch-first': because('Catch is asked when the retries are used up.'),
    'waits-before-first': because('The first attempt starts at once; delays come before retries.'),
    'waits-after-last': because('The catcher takes over as soon as no retry is left.'),
    'no-limit-to-delay': because('MaxDelaySeconds is the longest that a single delay can be.'),
  },
})

/** When a Task that is retried hands over to the next state. */
export const retryTimingModel: FamilyModel<RetryScenario> = {
  name: 'retry-timing',
  title: 'Time of a retried task',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 1.1', 'DVA-C03 1', 'DOP-C02 5.3', 'DEA-C01 1.3', 'SAP-C02 2.4', 'SAP-C03 1'),
  cognitive: 'apply',
  services: ['step-functions'],
  references: [
    documentation(
      'Handling errors in Step Functions workflows',
      'step-functions/latest/dg/concepts-error-handling.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: (scenario) =>
    Number(solve(scenario)[0]) < 1800 && Number.isInteger(Number(solve(scenario)[0]) * 4),
  features: ({ rendering, longest, failures, rate }) => ({
    rendering,
    limited: Number(longest !== null),
    caught: Number(failures === null),
    oddRate: Number(rate !== 2),
  }),
  angoff: ({ limited = 0, caught = 0, oddRate = 0 }) => 0.68 - 0.1 * limited - 0.06 * caught - 0.05 * oddRate,
}

export const retryTiming = familyOf(retryTimingModel)
