/** How an adjustment changes a group's capacity. */
export type AdjustmentType = 'ChangeInCapacity' | 'ExactCapacity' | 'PercentChangeInCapacity'

/** An adjustment: instances or percent; a percentage moves at least `minimumMagnitude` instances. */
export type Adjustment = {
  readonly type: AdjustmentType
  readonly amount: number
  readonly minimumMagnitude?: number
}

/**
 * Rounds a percentage of a capacity: above 1 down, between 0 and 1 to 1, and likewise below 0, always to or away from 0 by
 * that rule.
 *
 * @see Amazon EC2 Auto Scaling user guide, Scaling adjustment types
 * @example roundAdjustment(-6.67) // -6
 */
export function roundAdjustment(instances: number): number {
  const magnitude = Math.abs(instances)
  if (magnitude === 0) return 0
  return Math.sign(instances) * (magnitude < 1 ? 1 : Math.floor(magnitude + 1e-9))
}

/**
 * The capacity that an adjustment asks for, before the limits of the group.
 *
 * @see Amazon EC2 Auto Scaling user guide, Scaling adjustment types
 * @example adjustCapacity(4, { type: 'PercentChangeInCapacity', amount: 25, minimumMagnitude: 2 }) // 6
 */
export function adjustCapacity(capacity: number, { type, amount, minimumMagnitude = 0 }: Adjustment): number {
  if (type === 'ExactCapacity') return amount
  if (type === 'ChangeInCapacity') return capacity + amount
  const change = roundAdjustment((capacity * amount) / 100)
  return capacity + Math.sign(amount) * Math.max(Math.abs(change), minimumMagnitude)
}

/** A step: bounds relative to the alarm's threshold (null is without end) and the amount for metrics between them. */
export type StepAdjustment = {
  readonly lower: number | null
  readonly upper: number | null
  readonly amount: number
}

/**
 * The amount of the step that a breach falls into, or null. Above the threshold the lower bound belongs to the step, below
 * it the upper bound.
 *
 * @see Amazon EC2 Auto Scaling user guide, Step adjustments
 * @example stepAmount([{ lower: 0, upper: 10, amount: 1 }, { lower: 10, upper: null, amount: 3 }], 10) // 3
 */
export function stepAmount(steps: readonly StepAdjustment[], breach: number): number | null {
  const holds = ({ lower, upper }: StepAdjustment): boolean => {
    const [least, most] = [lower ?? Number.NEGATIVE_INFINITY, upper ?? Number.POSITIVE_INFINITY]
    return breach >= 0 ? breach >= least && breach < most : breach > least && breach <= most
  }
  return steps.find(holds)?.amount ?? null
}
