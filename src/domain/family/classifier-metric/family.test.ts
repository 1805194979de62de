import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { classifierMetricModel } from './family.ts'
import type { MetricScenario } from './solve.ts'

/** Compares counts by cross-multiplication: passes the floor, then the fewest cases on the wrong side of the other metric. */
function byCounting({ points, floorOn, floor }: MetricScenario): string[] {
  const passing = points.filter(({ matrix: { truePositives: hits, falsePositives, falseNegatives } }) => {
    const wrong = floorOn === 'recall' ? falseNegatives : falsePositives
    return 100 * hits >= floor * (hits + wrong)
  })
  const first = passing.reduce((best, one) => {
    const wrong = ({ matrix }: typeof one): number =>
      floorOn === 'recall' ? matrix.falsePositives : matrix.falseNegatives
    const [own, other] = [one.matrix.truePositives * wrong(best), best.matrix.truePositives * wrong(one)]
    return own > other ? one : best
  }, passing[0] ?? points[0]!)
  return passing.length === 0 ? [] : [first.name]
}

tryFamily(classifierMetricModel, { secondRoute: byCounting, golden: [] })

describe('choices of a threshold', () => {
  test('a higher floor on recall never chooses a point that finds fewer', () => {
    const scenario = {
      ...classifierMetricModel.sample(seededRandom('floors'), {} as never),
      floorOn: 'recall' as const,
    }
    const found = [50, 65, 75, 85, 89].map((floor) => {
      const [name] = classifierMetricModel.solve({ ...scenario, floor }, {} as never)
      return scenario.points.find((point) => point.name === name)?.matrix.truePositives ?? 0
    })
    expect(found).toEqual(found.toSorted((a, b) => a - b))
  })
})
