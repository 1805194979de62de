import type { FactValues } from '../../cloud/cloud-facts.ts'
import { simulateQueue } from '../../cloud/time/queue.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answer, Answers, Misconception } from '../types.ts'

/** Settings of a queue with a dead-letter queue; times in minutes, retention null where it stays at days. */
export type QueuePlan = {
  readonly receives: number
  readonly visibility: number
  readonly retention: number | null
}

/**
 * A queue whose consumers crash at a poison message, `crashAfter` minutes after each receive, and plans to change it. The
 * message must be in the dead-letter queue `deadline` minutes after its first receive; healthy messages take up to
 * `longest` minutes and need up to `attempts` attempts.
 */
export type PoisonScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly style: number
  readonly current: QueuePlan
  readonly crashAfter: number
  readonly longest: number
  readonly attempts: number
  readonly deadline: number
  readonly plans: readonly QueuePlan[]
}

/** Name of a plan as an answer. */
export const nameOf = ({ receives, visibility, retention }: QueuePlan): Answer =>
  `${receives} receives, ${visibility} minutes visible${retention === null ? '' : `, kept ${retention} minutes`}`

const secondsPerMinute = 60

/** Minutes from the first receive until the message is in the dead-letter queue; infinite where it never comes there. */
export function minutesToDeadLetter(
  { receives, visibility, retention }: QueuePlan,
  crashAfter: number,
  facts: FactValues,
): number {
  const outcome = simulateQueue(
    {
      visibilityTimeout: visibility * secondsPerMinute,
      maxReceiveCount: receives,
      ...(retention === null ? {} : { retention: retention * secondsPerMinute }),
      messages: [{ id: 'poison', at: 0, failures: receives + 1 }],
      seconds: crashAfter * secondsPerMinute,
      consumers: 3,
    },
    facts,
  )
  const [poison] = outcome.messages
  return poison?.state === 'dead-lettered' ? poison.at / secondsPerMinute : Number.POSITIVE_INFINITY
}

/** What somebody believes of a plan: minutes to the dead-letter queue, attempts at a message, and time for processing. */
type View = { readonly minutes: number; readonly attempts: number; readonly room: number }
type Belief = (plan: QueuePlan, scenario: PoisonScenario, facts: FactValues) => Partial<View>

const truth = (plan: QueuePlan, { crashAfter }: PoisonScenario, facts: FactValues): View => ({
  minutes: minutesToDeadLetter(plan, crashAfter, facts),
  attempts: plan.receives,
  room: plan.visibility,
})

/** Plans that meet the requirements in the eyes of somebody. */
const accepted =
  (belief: Belief) =>
  (scenario: PoisonScenario, facts: FactValues): Answers =>
    scenario.plans
      .filter((plan) => {
        const view = { ...truth(plan, scenario, facts), ...belief(plan, scenario, facts) }
        return (
          view.minutes <= scenario.deadline &&
          view.attempts >= scenario.attempts &&
          view.room > scenario.longest
        )
      })
      .map(nameOf)

/** The plans that meet each requirement. */
export const solvePoison = accepted(() => ({}))

/** For beliefs about the settings that all plans have. */
const ofSettings =
  (belief: Belief): Belief =>
  (plan, scenario, facts) =>
    plan.retention === null ? belief(plan, scenario, facts) : {}

/** Beliefs about when a message is given up. */
export const poisonMisconceptions: readonly Misconception<PoisonScenario>[] = [
  {
    id: 'last-failure',
    statement: 'A message moves at the moment in which its last permitted attempt fails.',
    solve: accepted(
      ofSettings(({ receives, visibility }, { crashAfter }) => ({
        minutes: (receives - 1) * visibility + crashAfter,
      })),
    ),
  },
  {
    id: 'back-at-once',
    statement: 'A message is visible again as soon as its consumer crashes.',
    solve: accepted(ofSettings(({ receives }, { crashAfter }) => ({ minutes: receives * crashAfter }))),
  },
  {
    id: 'retries-only',
    statement: 'maxReceiveCount counts the attempts after the first one.',
    solve: accepted(
      ofSettings(({ receives, visibility }) => ({
        minutes: (receives + 1) * visibility,
        attempts: receives + 1,
      })),
    ),
  },
  {
    id: 'timeout-after-processing',
    statement: 'The visibility timeout begins when processing ends.',
    solve: accepted(
      ofSettings(({ receives, visibility }, { crashAfter }) => ({
        minutes: receives * (visibility + crashAfter),
        room: Number.POSITIVE_INFINITY,
      })),
    ),
  },
  {
    id: 'retention-moves',
    statement: 'A message whose retention period ends moves to the dead-letter queue.',
    solve: accepted(({ retention }) => (retention === null ? {} : { minutes: retention })),
  },
  {
    id: 'one-timeout',
    statement: 'A message that is not deleted within one visibility timeout moves to the dead-letter queue.',
    solve: accepted(ofSettings(({ visibility }) => ({ minutes: visibility }))),
  },
]
