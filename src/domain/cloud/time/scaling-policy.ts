import {
  aFlag,
  aNumber,
  aWord,
  listOf,
  optional,
  record,
  type Shape,
  type ShapeFault,
  variant,
} from '../shape.ts'
import {
  type AdjustmentType,
  adjustCapacity,
  type StepAdjustment,
  stepAmount,
} from './capacity-adjustment.ts'

/** Keeps a metric per instance at a target. `scaleIn` false leaves removal out. */
export type TargetPolicy = {
  readonly kind: 'target'
  readonly target: number
  readonly scaleIn?: boolean
  readonly periods?: number
  readonly scaleInPeriods?: number
}

type AlarmPolicy = {
  readonly threshold: number
  readonly direction: 'out' | 'in'
  readonly adjustmentType: AdjustmentType
  readonly minimumMagnitude?: number
  readonly periods?: number
}

/** Adjusts by the size of the breach, without waiting for earlier activities. */
export type StepPolicy = AlarmPolicy & { readonly kind: 'step'; readonly steps: readonly StepAdjustment[] }

/** Adjusts by one amount and then waits for the cooldown (the default one when absent), in seconds. */
export type SimplePolicy = AlarmPolicy & {
  readonly kind: 'simple'
  readonly amount: number
  readonly cooldown?: number
}

/** A scaling policy; `periods` in a row must breach (1 when absent). */
export type ScalingPolicy = TargetPolicy | StepPolicy | SimplePolicy

const aBound: Shape<number | null> = (value, at): readonly ShapeFault[] =>
  value === null ? [] : aNumber(value, at)

const alarmMembers = {
  threshold: aNumber,
  direction: aWord('out', 'in'),
  adjustmentType: aWord('ChangeInCapacity', 'ExactCapacity', 'PercentChangeInCapacity'),
  minimumMagnitude: optional(aNumber),
  periods: optional(aNumber),
}

/** The form of a policy. */
export const scalingPolicyShape: Shape<ScalingPolicy> = variant<ScalingPolicy>('kind', {
  target: record<TargetPolicy>({
    kind: aWord('target'),
    target: aNumber,
    scaleIn: optional(aFlag),
    periods: optional(aNumber),
    scaleInPeriods: optional(aNumber),
  }),
  step: record<StepPolicy>({
    kind: aWord('step'),
    ...alarmMembers,
    steps: listOf(record<StepAdjustment>({ lower: aBound, upper: aBound, amount: aNumber }), 1),
  }),
  simple: record<SimplePolicy>({
    kind: aWord('simple'),
    ...alarmMembers,
    amount: aNumber,
    cooldown: optional(aNumber),
  }),
})

/** The group as a policy sees it: instances that are warm, and all that are wanted. */
export type Group = { readonly warm: number; readonly desired: number }

/** How many periods in a row the metric was above (or at) and below (or at) a policy's threshold. */
export type Streaks = { readonly high: number; readonly low: number }

/** What a policy asks for: a capacity, the cooldown of its own that follows in seconds (simple policies), and why. */
export type Proposal = {
  readonly kind: ScalingPolicy['kind']
  readonly to: number
  readonly cooldown?: number | undefined
  readonly reason: string
}

/** The streaks after one more period. @example nextStreaks({ kind: 'target', target: 50 }, 60, { high: 1, low: 0 }) // { high: 2, low: 0 } */
export function nextStreaks(policy: ScalingPolicy, metric: number, { high, low }: Streaks): Streaks {
  const [isHigh, isLow] =
    policy.kind === 'target'
      ? [metric > policy.target, metric < policy.target]
      : [metric >= policy.threshold, metric <= policy.threshold]
  return { high: isHigh ? high + 1 : 0, low: isLow ? low + 1 : 0 }
}

/** A hair above a whole number is an error of rounding. */
const wholeUp = (instances: number): number => Math.ceil(instances - 1e-9)

/**
 * The capacity that brings a metric to its target: capacity * metric / target, rounded up, so that growth is never too
 * small and removal never too large.
 *
 * @see Amazon EC2 Auto Scaling user guide, Target tracking scaling policies
 * @example targetCapacity(10, 75, 50) // 15
 */
export const targetCapacity = (capacity: number, metric: number, target: number): number =>
  wholeUp((capacity * metric) / target)

/** The metric at the end of a period, what came before it, and the group. */
export type Reading = { readonly metric: number; readonly streaks: Streaks; readonly group: Group }

/** A policy that is not ready to remove instances asks to keep what there is, which holds the other target policies back. */
function proposeTarget(policy: TargetPolicy, { metric, streaks, group }: Reading): Proposal | null {
  const { target, periods = 1, scaleInPeriods = periods, scaleIn = true } = policy
  const reason = `target tracking at ${target} with the metric at ${metric}`
  const propose = (to: number): Proposal => ({ kind: 'target', to, reason })
  if (streaks.high >= periods)
    return propose(Math.max(group.desired, targetCapacity(group.warm, metric, target)))
  if (!scaleIn) return null
  const ready = streaks.low >= scaleInPeriods
  return propose(
    ready ? Math.min(group.desired, targetCapacity(group.desired, metric, target)) : group.desired,
  )
}

function amountOf(policy: StepPolicy | SimplePolicy, metric: number): number | null {
  return policy.kind === 'simple' ? policy.amount : stepAmount(policy.steps, metric - policy.threshold)
}

function proposeAlarm(
  policy: StepPolicy | SimplePolicy,
  { metric, streaks, group }: Reading,
): Proposal | null {
  const { kind, adjustmentType: type, direction, threshold, minimumMagnitude = 0, periods = 1 } = policy
  const out = direction === 'out'
  const amount = amountOf(policy, metric)
  if (amount === null || (out ? streaks.high : streaks.low) < periods) return null
  const base = kind === 'step' && out ? group.warm : group.desired
  const asked = adjustCapacity(base, { type, amount, minimumMagnitude })
  return {
    kind,
    to: out ? Math.max(group.desired, asked) : Math.min(group.desired, asked),
    cooldown: policy.kind === 'simple' ? policy.cooldown : undefined,
    reason: `${kind} scaling ${direction} at ${threshold} with the metric at ${metric}`,
  }
}

/**
 * What a policy asks for at the end of a period, or null. Step and target policies reckon growth from the warm instances,
 * so that a breach which lasts while new ones warm up adds nothing twice.
 *
 * @see Amazon EC2 Auto Scaling user guide, Step and simple scaling policies, Instance warm-up
 * @example propose({ kind: 'target', target: 50 }, { metric: 100, streaks: { high: 1, low: 0 }, group: { warm: 2, desired: 2 } })?.to // 4
 */
export function propose(policy: ScalingPolicy, reading: Reading): Proposal | null {
  return policy.kind === 'target' ? proposeTarget(policy, reading) : proposeAlarm(policy, reading)
}
