import { aNumber, listOf, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requirePositive, requireWhole } from './require-number.ts'

/**
 * A load over a term and the prices of an instance hour on demand and committed, in one currency. The load says for how
 * many hours how many instances run; a commitment is paid for every hour of it. `upfront` is paid once for each committed
 * instance, 0 when absent. `committed` is the number to judge; without it the best one is found alone.
 */
export type CommitmentPlan = {
  readonly onDemandPerHour: number
  readonly committedPerHour: number
  readonly upfront?: number
  readonly load: readonly { readonly hours: number; readonly instances: number }[]
  readonly committed?: number
}

/** A number of committed instances and the cost of the whole load with it. */
export type CommitmentCost = { readonly committed: number; readonly cost: number }

/**
 * Cost on demand, cost with the number asked about (null without one), the number with the lowest cost, and the share of
 * hours that an instance must run for its commitment to pay (above 1: never).
 */
export type CommitmentOutcome = {
  readonly onDemandCost: number
  readonly asked: CommitmentCost | null
  readonly best: CommitmentCost
  readonly breakEvenShare: number
}

/** The form of a plan. */
export const commitmentPlanShape: Shape<CommitmentPlan> = record<CommitmentPlan>({
  onDemandPerHour: aNumber,
  committedPerHour: aNumber,
  upfront: optional(aNumber),
  load: listOf(record<CommitmentPlan['load'][number]>({ hours: aNumber, instances: aNumber }), 1),
  committed: optional(aNumber),
})

function costWith(committed: number, plan: CommitmentPlan): number {
  const { onDemandPerHour, committedPerHour, upfront = 0, load } = plan
  const perHour = load.map(
    ({ hours, instances }) =>
      hours * (committed * committedPerHour + Math.max(0, instances - committed) * onDemandPerHour),
  )
  return committed * upfront + perHour.reduce((sum, cost) => sum + cost, 0)
}

/**
 * Cost of a load with committed instances: committed * (upfront + hours * committed price) + hours on demand above the
 * commitment. The cost is convex in the number, with corners at the levels of the load, so the best number is one of them.
 *
 * @throws RangeError for negative numbers, parts of instances, a term of no hours, or an on-demand price of 0
 * @see AWS Savings Plans user guide, What are Savings Plans? (a commitment is billed for every hour, used or not)
 * @example commitmentOutcome({ onDemandPerHour: 1, committedPerHour: 0.6, load: [{ hours: 10, instances: 2 }] }).best.committed // 2
 */
export function commitmentOutcome(plan: CommitmentPlan): CommitmentOutcome {
  const { committedPerHour, upfront = 0, load, committed } = plan
  const onDemand = requirePositive('onDemandPerHour', plan.onDemandPerHour)
  requireAtLeast('committedPerHour', committedPerHour, 0)
  requireAtLeast('upfront', upfront, 0)
  for (const { hours, instances } of load) {
    requireAtLeast('hours', hours, 0)
    requireWhole('instances', instances, 0)
  }
  const hours = requirePositive(
    'the hours of the load',
    load.reduce((sum, part) => sum + part.hours, 0),
  )
  const levels = [...new Set([0, ...load.map(({ instances }) => instances)])].sort(
    (left, right) => left - right,
  )
  const costs = levels.map((level): CommitmentCost => ({ committed: level, cost: costWith(level, plan) }))
  return {
    onDemandCost: costWith(0, plan),
    asked:
      committed === undefined
        ? null
        : { committed, cost: costWith(requireWhole('committed', committed, 0), plan) },
    best: costs.reduce((best, one) => (one.cost < best.cost ? one : best)),
    breakEvenShare: (committedPerHour + upfront / hours) / onDemand,
  }
}
