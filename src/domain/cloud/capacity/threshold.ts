import { aFlag, aNumber, listOf, record, type Shape } from '../shape.ts'
import type { ConfusionMatrix } from './classifier.ts'
import { requireAtLeast } from './require-number.ts'

/** Scored cases, and what a false alarm and a miss cost, in one currency. */
export type ThresholdPlan = {
  readonly scored: readonly { readonly score: number; readonly positive: boolean }[]
  readonly falsePositiveCost: number
  readonly falseNegativeCost: number
}

/** A threshold (scores of at least it are called positive; null calls none), its matrix and its cost. */
export type ThresholdOutcome = {
  readonly threshold: number | null
  readonly cost: number
  readonly matrix: ConfusionMatrix
}

/** The form of a plan. */
export const thresholdPlanShape: Shape<ThresholdPlan> = record<ThresholdPlan>({
  scored: listOf(record<ThresholdPlan['scored'][number]>({ score: aNumber, positive: aFlag }), 1),
  falsePositiveCost: aNumber,
  falseNegativeCost: aNumber,
})

function judgeThreshold(plan: ThresholdPlan, threshold: number | null): ThresholdOutcome {
  const count = (called: boolean, positive: boolean): number =>
    plan.scored.filter(
      (one) => one.positive === positive && (threshold !== null && one.score >= threshold) === called,
    ).length
  const matrix: ConfusionMatrix = {
    truePositives: count(true, true),
    falsePositives: count(true, false),
    falseNegatives: count(false, true),
    trueNegatives: count(false, false),
  }
  const cost = matrix.falsePositives * plan.falsePositiveCost + matrix.falseNegatives * plan.falseNegativeCost
  return { threshold, cost, matrix }
}

/**
 * The threshold with the lowest cost FP * cost + FN * cost among the scores that occur and "none"; of equals the highest.
 *
 * @throws RangeError for negative costs
 * @see Elkan (2001), The foundations of cost-sensitive learning
 * @example bestThreshold({ scored: [{ score: 0.9, positive: true }], falsePositiveCost: 1, falseNegativeCost: 1 }).threshold // 0.9
 */
export function bestThreshold(plan: ThresholdPlan): ThresholdOutcome {
  requireAtLeast('falsePositiveCost', plan.falsePositiveCost, 0)
  requireAtLeast('falseNegativeCost', plan.falseNegativeCost, 0)
  const scores = [...new Set(plan.scored.map(({ score }) => score))].sort((left, right) => right - left)
  const outcomes = [null, ...scores].map((threshold) => judgeThreshold(plan, threshold))
  return outcomes.reduce((best, one) => (one.cost < best.cost ? one : best))
}
