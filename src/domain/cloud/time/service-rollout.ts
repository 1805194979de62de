import { requireAtLeast, requireWhole } from '../capacity/require-number.ts'
import type { FactValues } from '../cloud-facts.ts'
import { aNumber, optional, record, type Shape } from '../shape.ts'
import { countOf, type Trail } from './trail.ts'

/** Facts that a rollout's defaults come from. */
export const serviceRolloutFactIds = ['ecs-minimum-healthy-percent', 'ecs-maximum-percent'] as const

type Facts = Pick<FactValues, (typeof serviceRolloutFactIds)[number]>

/**
 * A rolling update of a service: desired tasks, percentages (the documented defaults when absent), seconds until a new task
 * is healthy and until an old one has stopped (both 0 when absent).
 */
export type ServiceRollout = {
  readonly desired: number
  readonly minimumHealthyPercent?: number
  readonly maximumPercent?: number
  readonly startSeconds?: number
  readonly stopSeconds?: number
}

/** Fewest tasks that must be healthy and most that may run during the update. */
export type RolloutLimits = { readonly fewestHealthy: number; readonly mostRunning: number }

/** Tasks after a step at a second. */
export type RolloutStep = { readonly at: number; readonly old: number; readonly new: number }

/** The limits, the steps, how long it takes, the extremes on the way, and whether the update can proceed at all. */
export type ServiceRolloutOutcome = RolloutLimits & {
  readonly result: 'completed' | 'stuck'
  readonly seconds: number
  readonly lowestHealthy: number
  readonly highestRunning: number
  readonly steps: readonly RolloutStep[]
  readonly trail: Trail
}

/** The form of a rollout. */
export const serviceRolloutShape: Shape<ServiceRollout> = record<ServiceRollout>({
  desired: aNumber,
  minimumHealthyPercent: optional(aNumber),
  maximumPercent: optional(aNumber),
  startSeconds: optional(aNumber),
  stopSeconds: optional(aNumber),
})

/**
 * The limits of an update: desired * minimum healthy percent rounded up, desired * maximum percent rounded down.
 *
 * @throws RangeError for parts of tasks or negative percentages
 * @see Amazon ECS API reference, DeploymentConfiguration
 * @example rolloutLimits({ desired: 5, minimumHealthyPercent: 50, maximumPercent: 150 }, { 'ecs-minimum-healthy-percent': 100, 'ecs-maximum-percent': 200 }) // { fewestHealthy: 3, mostRunning: 7 }
 */
export function rolloutLimits(rollout: ServiceRollout, facts: Facts): RolloutLimits {
  const desired = requireWhole('desired', rollout.desired, 1)
  const share = (name: 'minimumHealthyPercent' | 'maximumPercent', usual: number): number =>
    (desired * requireAtLeast(name, rollout[name] ?? usual, 0)) / 100
  return {
    fewestHealthy: Math.ceil(share('minimumHealthyPercent', facts['ecs-minimum-healthy-percent'])),
    mostRunning: Math.floor(share('maximumPercent', facts['ecs-maximum-percent'])),
  }
}

type Move = RolloutStep & { readonly text: string }

/** Starts new tasks where there is room, else stops old ones; nothing when neither is allowed. */
function nextMove(step: RolloutStep, rollout: ServiceRollout, limits: RolloutLimits): Move | null {
  const startable = Math.min(rollout.desired - step.new, limits.mostRunning - step.old - step.new)
  if (startable > 0) {
    const at = step.at + (rollout.startSeconds ?? 0)
    return { at, old: step.old, new: step.new + startable, text: `${countOf(startable, 'new task')} healthy` }
  }
  const stoppable = Math.min(step.old, step.old + step.new - limits.fewestHealthy)
  if (stoppable <= 0) return null
  const at = step.at + (rollout.stopSeconds ?? 0)
  return { at, old: step.old - stoppable, new: step.new, text: `${countOf(stoppable, 'old task')} stopped` }
}

const stuckText =
  'The update is stuck: no new task may start without exceeding the maximum, and no old one may stop without falling below the minimum.'

/**
 * Follows a rolling update that starts new tasks whenever the maximum leaves room and otherwise stops old ones down to the
 * minimum.
 *
 * @throws RangeError as rolloutLimits, and for negative seconds
 * @see Amazon ECS developer guide, Deploy Amazon ECS services by replacing tasks
 * @example simulateServiceRollout({ desired: 4 }, { 'ecs-minimum-healthy-percent': 100, 'ecs-maximum-percent': 200 }).highestRunning // 8
 */
export function simulateServiceRollout(rollout: ServiceRollout, facts: Facts): ServiceRolloutOutcome {
  const limits = rolloutLimits(rollout, facts)
  requireAtLeast('startSeconds', rollout.startSeconds ?? 0, 0)
  requireAtLeast('stopSeconds', rollout.stopSeconds ?? 0, 0)
  const steps: RolloutStep[] = [{ at: 0, old: rollout.desired, new: 0 }]
  const trail: { at: number; text: string }[] = []
  let current = steps[0]!
  let move = nextMove(current, rollout, limits)
  while (move !== null && (current.old > 0 || current.new < rollout.desired)) {
    const { text, ...step } = move
    trail.push({ at: step.at, text: `${text}: ${step.old} old and ${step.new} new tasks run.` })
    steps.push(step)
    current = step
    move = nextMove(current, rollout, limits)
  }
  const completed = current.old === 0 && current.new === rollout.desired
  if (!completed) trail.push({ at: current.at, text: stuckText })
  const running = steps.map((step) => step.old + step.new)
  return {
    ...limits,
    result: completed ? 'completed' : 'stuck',
    seconds: current.at,
    lowestHealthy: Math.min(...running),
    highestRunning: Math.max(...running),
    steps,
    trail,
  }
}
