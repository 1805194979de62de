import { describe, expect, test } from 'vitest'
import { tryFamily } from '../family-kit.fixture.ts'
import { classifierMetricModel } from './family.ts'
import { type ClassifierNeed, type ClassifierState, matrixOf, measureOf } from './solve.ts'

/** Counts cases instead of computing measures. */
function byCounting(state: ClassifierState, { recall, precision }: ClassifierNeed): boolean {
  const { truePositives: hits, falsePositives, falseNegatives } = matrixOf(state)
  return hits >= recall * (hits + falseNegatives) && hits >= precision * (hits + falsePositives)
}

tryFamily(classifierMetricModel, {
  secondRoute: ({ deeds, need }) =>
    deeds.filter(({ state }) => byCounting(state, need)).map(({ means }) => means),
  golden: [],
})

describe('thresholds', () => {
  test('a lower threshold finds more and is right less often', () => {
    const at = (threshold: number): ClassifierState => ({ separation: 5, threshold, bias: 0, negatives: 30 })
    expect(measureOf(at(3), 'recall')).toBeGreaterThan(measureOf(at(5), 'recall'))
    expect(measureOf(at(3), 'precision')).toBeLessThan(measureOf(at(5), 'precision'))
  })
})
