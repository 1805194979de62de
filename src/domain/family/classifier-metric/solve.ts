import {
  type ClassifierMetrics,
  type ConfusionMatrix,
  classifierMetrics,
} from '../../cloud/capacity/classifier.ts'
import { type DeedScenario, judging, type Trust } from '../parts/deeds.ts'

/**
 * A classifier whose scores of negative cases follow a standard logistic distribution and those of positive ones the same
 * around `separation`. It flags a case from `threshold` on; weights of the training data move all scores by `bias`.
 */
export type ClassifierState = {
  readonly separation: number
  readonly threshold: number
  readonly bias: number
  /** Negative cases for each positive one. */
  readonly negatives: number
}

/** Least recall and precision, 0 to 1. */
export type ClassifierNeed = { readonly recall: number; readonly precision: number }

/** A situation of a classifier. */
export type ClassifierScenario = DeedScenario<ClassifierState, ClassifierNeed>

const logistic = (value: number): number => 1 / (1 + Math.exp(-value))

/** Cases out of a hundred positive ones and the negative ones beside them, as the classifier sorts them. */
export function matrixOf({ separation, threshold, bias, negatives }: ClassifierState): ConfusionMatrix {
  const truePositives = Math.round(100 * logistic(separation + bias - threshold))
  const falsePositives = Math.round(100 * negatives * logistic(bias - threshold))
  return {
    ...{ truePositives, falsePositives, falseNegatives: 100 - truePositives },
    trueNegatives: 100 * negatives - falsePositives,
  }
}

/** A measure of a classifier, 0 to 1. */
export const measureOf = (state: ClassifierState, metric: keyof ClassifierMetrics): number =>
  classifierMetrics(matrixOf(state))[metric] ?? 0

/** The candidate with the highest value of a measure. @throws RangeError for no candidates */
export function chosenBy(
  metric: keyof ClassifierMetrics,
  candidates: readonly ClassifierState[],
): ClassifierState {
  const [first] = candidates.toSorted((left, right) => measureOf(right, metric) - measureOf(left, metric))
  if (first === undefined) throw new RangeError('There are no candidates.')
  return first
}

/** The state with the threshold at which accuracy is highest. */
export const mostAccurate = (state: ClassifierState): ClassifierState =>
  chosenBy(
    'accuracy',
    [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((threshold) => ({ ...state, threshold })),
  )

/** Deeds after which recall and precision are high enough. */
export const judgeClassifier = judging<ClassifierState, ClassifierNeed>(
  (state, { recall, precision }) =>
    measureOf(state, 'recall') >= recall && measureOf(state, 'precision') >= precision,
)

/** Beliefs about what makes a classifier find more, or err less. */
export const classifierTrusts: readonly Trust[] = [
  {
    id: 'stricter-finds-more',
    statement: 'A higher threshold makes a model stricter, so that it finds more of what it looks for.',
    means: 'raise',
  },
  {
    id: 'lower-is-surer',
    statement: 'A lower threshold gives a model more evidence, so that its findings are right more often.',
    means: 'lower',
  },
  {
    id: 'majority-teaches',
    statement: 'More examples of the frequent class teach a model to find the rare one.',
    means: 'more-negatives',
  },
  {
    id: 'accuracy-for-all',
    statement: 'Accuracy tells how well a class is found, however rare the class is.',
    means: 'accuracy',
  },
  {
    id: 'weights-give-certainty',
    statement: 'More weight for the rare class makes its findings surer.',
    means: 'more-positives',
  },
  {
    id: 'validation-improves',
    statement: 'Cross-validation changes what a deployed model finds.',
    means: 'cross-validation',
  },
  {
    id: 'capacity-improves',
    statement: 'A larger inference instance makes predictions better.',
    means: 'instance',
  },
  {
    id: 'always-overfitting',
    statement: 'A model that misses cases is overfitted, whatever its results on the training data are.',
    means: 'regularize',
  },
  {
    id: 'recall-is-correctness',
    statement: 'Recall is the share of findings that are right.',
    means: 'recall',
  },
  {
    id: 'precision-is-coverage',
    statement: 'Precision is the share of positive cases that are found.',
    means: 'precision',
  },
  {
    id: 'specificity-instead',
    statement: 'The share of negative cases that is recognized tells how well positive cases are found.',
    means: 'specificity',
  },
  {
    id: 'balance-first',
    statement: 'The highest F1 score is the best choice, whatever the business needs.',
    means: 'f1',
  },
]
