import { aNumber, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requirePositive } from './require-number.ts'

/** A confusion matrix: how often the classifier said what was so. `beta` weighs recall in F-beta, 1 when absent. */
export type ConfusionMatrix = {
  readonly truePositives: number
  readonly falsePositives: number
  readonly falseNegatives: number
  readonly trueNegatives: number
  readonly beta?: number
}

/** Measures of a classifier, 0 to 1; null where there is nothing to divide by. */
export type ClassifierMetrics = {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  readonly fBeta: number | null
  readonly accuracy: number | null
  readonly specificity: number | null
  readonly falsePositiveRate: number | null
  readonly balancedAccuracy: number | null
}

/** The form of a confusion matrix. */
export const confusionMatrixShape: Shape<ConfusionMatrix> = record<ConfusionMatrix>({
  truePositives: aNumber,
  falsePositives: aNumber,
  falseNegatives: aNumber,
  trueNegatives: aNumber,
  beta: optional(aNumber),
})

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** F-beta from counts: (1 + b^2) TP / ((1 + b^2) TP + b^2 FN + FP). */
function fScore(matrix: ConfusionMatrix, beta: number): number | null {
  const square = beta ** 2
  const hits = (1 + square) * matrix.truePositives
  return ratio(hits, hits + square * matrix.falseNegatives + matrix.falsePositives)
}

/**
 * Precision TP / (TP + FP), recall TP / (TP + FN), F-beta, accuracy (TP + TN) / all, specificity TN / (TN + FP), its
 * complement, and balanced accuracy, the mean of recall and specificity.
 *
 * @throws RangeError for negative counts, or a beta that is not above 0
 * @see van Rijsbergen (1979), Information retrieval, chapter 7 (E measure)
 * @example classifierMetrics({ truePositives: 8, falsePositives: 2, falseNegatives: 8, trueNegatives: 82 }).precision // 0.8
 */
export function classifierMetrics(matrix: ConfusionMatrix): ClassifierMetrics {
  const { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn } = matrix
  for (const [name, count] of Object.entries({
    truePositives: tp,
    falsePositives: fp,
    falseNegatives: fn,
    trueNegatives: tn,
  }))
    requireAtLeast(name, count, 0)
  const recall = ratio(tp, tp + fn)
  const specificity = ratio(tn, tn + fp)
  return {
    precision: ratio(tp, tp + fp),
    recall,
    f1: fScore(matrix, 1),
    fBeta: fScore(matrix, requirePositive('beta', matrix.beta ?? 1)),
    accuracy: ratio(tp + tn, tp + fp + fn + tn),
    specificity,
    falsePositiveRate: ratio(fp, tn + fp),
    balancedAccuracy: recall === null || specificity === null ? null : (recall + specificity) / 2,
  }
}
