import {
  type ClassifierMetrics,
  type ConfusionMatrix,
  classifierMetrics,
} from '../../cloud/capacity/classifier.ts'
import type { Answers, Misconception } from '../types.ts'

/** What a model looks for: the cases, those it should find, what happens to flagged ones, who has the work. */
export type Task = {
  readonly who: string
  readonly cases: string
  readonly hit: string
  readonly flagged: string
  readonly team: string
}

/** A way to run a classifier, with its results on the validation data: a threshold of the present model, or a new model. */
export type OperatingPoint = {
  readonly name: string
  readonly threshold: number
  readonly retrained: boolean
  readonly matrix: ConfusionMatrix
}

/** Points to choose from. One metric has a floor, in percent; above it the other one should be as high as possible. */
export type MetricScenario = {
  readonly rendering: number
  readonly style: number
  readonly task: Task
  readonly floorOn: 'precision' | 'recall'
  readonly floor: number
  readonly current: number
  readonly points: readonly OperatingPoint[]
}

/** A metric of a point, in percent. */
export const percentOf = ({ matrix }: OperatingPoint, metric: keyof ClassifierMetrics): number =>
  100 * (classifierMetrics(matrix)[metric] ?? 0)

type Measure = (point: OperatingPoint) => number
const by =
  (metric: keyof ClassifierMetrics): Measure =>
  (point) =>
    percentOf(point, metric)

/** The point with the highest value among those that pass the floor. */
function best(points: readonly OperatingPoint[], wanted: Measure, floored?: Measure, floor = 0): Answers {
  return points
    .filter((point) => floored === undefined || floored(point) >= floor)
    .toSorted((left, right) => wanted(right) - wanted(left))
    .slice(0, 1)
    .map(({ name }) => name)
}

const otherOf = ({ floorOn }: MetricScenario): 'precision' | 'recall' =>
  floorOn === 'precision' ? 'recall' : 'precision'

/** The point that passes the floor and has the highest value of the other metric. */
export const solveMetric = (scenario: MetricScenario): Answers =>
  best(scenario.points, by(otherOf(scenario)), by(scenario.floorOn), scenario.floor)

/** Beliefs about what the measures of a classifier tell. */
export const metricMisconceptions: readonly Misconception<MetricScenario>[] = [
  {
    id: 'precision-recall-swapped',
    statement:
      'Precision is the share of the positive cases that is found, and recall the share of findings that is right.',
    solve: (scenario) => best(scenario.points, by(scenario.floorOn), by(otherOf(scenario)), scenario.floor),
  },
  {
    id: 'accuracy-for-all',
    statement: 'Accuracy tells how well a class is found, however rare the class is.',
    solve: ({ points }) => best(points, by('accuracy')),
  },
  {
    id: 'balance-first',
    statement: 'The highest F1 score is the best choice, whatever the business needs.',
    solve: ({ points }) => best(points, by('f1')),
  },
  {
    id: 'specificity-instead',
    statement: 'The share of negative cases that is recognised tells how well positive cases are found.',
    solve: (scenario) => best(scenario.points, by(otherOf(scenario)), by('specificity'), scenario.floor),
  },
  {
    id: 'more-than-needed',
    statement: 'A metric with a required level should be as high as possible.',
    solve: (scenario) => best(scenario.points, by(scenario.floorOn)),
  },
  {
    id: 'other-metric-alone',
    statement: 'The metric that should be high decides, and a required level of another one is secondary.',
    solve: (scenario) => best(scenario.points, by(otherOf(scenario))),
  },
]

/** Percentage points by which each value must stay away from the floor, and counts by which the best two must differ. */
const clear = 1

/** Whether no value lies so near the floor that rounding would decide. */
export const isClear = ({ points, floorOn, floor }: MetricScenario): boolean =>
  points.every((point) => Math.abs(percentOf(point, floorOn) - floor) > clear)
