import { requireAtLeast, requirePositive, requireWithin } from '../capacity/require-number.ts'
import { aNumber, aWord, optional, record, type Shape, variant } from '../shape.ts'
import type { Trail } from './trail.ts'

/**
 * How a blue/green deployment moves traffic: all at once; a canary of `percent`, then the rest `minutes` later; or linear,
 * `percent` more every `minutes`.
 */
export type ShiftPlan =
  | { readonly kind: 'all-at-once' }
  | { readonly kind: 'canary'; readonly percent: number; readonly minutes: number }
  | { readonly kind: 'linear'; readonly percent: number; readonly minutes: number }

/**
 * A plan with what happens around it: minutes that the old version is kept after the last step (0 when absent), requests
 * per minute (0 when absent), and the minute at which an alarm rolls everything back.
 */
export type TrafficShift = {
  readonly plan: ShiftPlan
  readonly bakeMinutes?: number
  readonly requestsPerMinute?: number
  readonly alarmAt?: number
}

/** From this minute on the new version has this share of the traffic, in percent. */
export type ShiftStep = { readonly at: number; readonly percent: number }

/** The steps taken, how it ended and when, the minutes until all traffic is moved, and requests the new version took. */
export type TrafficShiftOutcome = {
  readonly steps: readonly ShiftStep[]
  readonly result: 'succeeded' | 'rolled-back'
  readonly shiftMinutes: number
  readonly endsAt: number
  readonly requestsToNew: number
  readonly trail: Trail
}

type PlanOf<K extends ShiftPlan['kind']> = Extract<ShiftPlan, { kind: K }>

/** The form of a shift. */
export const trafficShiftShape: Shape<TrafficShift> = record<TrafficShift>({
  plan: variant<ShiftPlan>('kind', {
    'all-at-once': record<PlanOf<'all-at-once'>>({ kind: aWord('all-at-once') }),
    canary: record<PlanOf<'canary'>>({ kind: aWord('canary'), percent: aNumber, minutes: aNumber }),
    linear: record<PlanOf<'linear'>>({ kind: aWord('linear'), percent: aNumber, minutes: aNumber }),
  }),
  bakeMinutes: optional(aNumber),
  requestsPerMinute: optional(aNumber),
  alarmAt: optional(aNumber),
})

/**
 * The steps of a plan. A canary of p percent takes one wait; a linear plan of p percent takes ceil(100 / p) - 1 waits,
 * and its last step is what remains.
 *
 * @throws RangeError for a percentage outside 1 to 99 (linear: to 100) or minutes that are not above 0
 * @see AWS CodeDeploy user guide, Working with deployment configurations
 * @example shiftSteps({ kind: 'linear', percent: 40, minutes: 3 }) // [{ at: 0, percent: 40 }, { at: 3, percent: 80 }, { at: 6, percent: 100 }]
 */
export function shiftSteps(plan: ShiftPlan): readonly ShiftStep[] {
  if (plan.kind === 'all-at-once') return [{ at: 0, percent: 100 }]
  const minutes = requirePositive('minutes', plan.minutes)
  const percent = requireWithin('percent', plan.percent, [1, plan.kind === 'canary' ? 99 : 100])
  if (plan.kind === 'canary')
    return [
      { at: 0, percent },
      { at: minutes, percent: 100 },
    ]
  return Array.from({ length: Math.ceil(100 / percent) }, (_, step) => ({
    at: step * minutes,
    percent: Math.min(100, (step + 1) * percent),
  }))
}

/** Percent-minutes of the steps until a minute: the area under the share of the new version. */
function exposure(steps: readonly ShiftStep[], until: number): number {
  return steps.reduce((sum, { at, percent }, index) => {
    const next = Math.min(until, steps[index + 1]?.at ?? until)
    return sum + percent * Math.max(0, next - at)
  }, 0)
}

const describe = ({ at, percent }: ShiftStep) => ({
  at,
  text: `${percent} percent of the traffic goes to the new version.`,
})

/**
 * Follows a deployment that shifts traffic. An alarm before the end of the bake time sends all traffic back at once.
 *
 * @throws RangeError as shiftSteps, and for negative minutes or requests
 * @see AWS CodeDeploy user guide, Working with deployment configurations; AWS SAM developer guide, Gradual deployments
 * @example simulateTrafficShift({ plan: { kind: 'canary', percent: 10, minutes: 5 }, requestsPerMinute: 100, alarmAt: 3 }).requestsToNew // 30
 */
export function simulateTrafficShift(shift: TrafficShift): TrafficShiftOutcome {
  const steps = shiftSteps(shift.plan)
  const bake = requireAtLeast('bakeMinutes', shift.bakeMinutes ?? 0, 0)
  const rate = requireAtLeast('requestsPerMinute', shift.requestsPerMinute ?? 0, 0)
  const shiftMinutes = steps.at(-1)?.at ?? 0
  const planned = shiftMinutes + bake
  const alarmAt = shift.alarmAt === undefined ? null : requireAtLeast('alarmAt', shift.alarmAt, 0)
  const rolledBack = alarmAt !== null && alarmAt <= planned
  const endsAt = rolledBack ? alarmAt : planned
  const taken = steps.filter(({ at }) => at < endsAt || (!rolledBack && at === endsAt))
  const ending = rolledBack
    ? 'An alarm sends all traffic back to the old version.'
    : 'The deployment succeeds and the old version can go.'
  return {
    steps: taken,
    result: rolledBack ? 'rolled-back' : 'succeeded',
    shiftMinutes,
    endsAt,
    requestsToNew: (rate * exposure(taken, endsAt)) / 100,
    trail: [...taken.map(describe), { at: endsAt, text: ending }],
  }
}
