import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { classifierMetricModel, type MetricScenario } from './family.ts'

/** Goes through the cases one by one. */
function byCounting({ asks, matrix }: MetricScenario): number[] {
  const cases = [
    ...Array.from({ length: matrix.truePositives }, () => [true, true] as const),
    ...Array.from({ length: matrix.falsePositives }, () => [true, false] as const),
    ...Array.from({ length: matrix.falseNegatives }, () => [false, true] as const),
  ]
  const pool = cases.filter(([flagged, positive]) => (asks === 'precision' ? flagged : positive))
  const right = pool.filter(([flagged, positive]) => flagged && positive)
  return [Number(((100 * right.length) / pool.length).toFixed(1))]
}

tryFamily(classifierMetricModel, { secondRoute: byCounting, golden: [] })

describe('metrics of a classifier', () => {
  test('more false alarms lower precision and leave recall alone', () => {
    const scenario = classifierMetricModel.sample(seededRandom('alarms'), {} as never)
    const noisy = {
      ...scenario,
      matrix: { ...scenario.matrix, falsePositives: scenario.matrix.falsePositives * 3 + 9 },
    }
    const value = (given: MetricScenario, asks: MetricScenario['asks']) =>
      Number(classifierMetricModel.solve({ ...given, asks }, {} as never)[0])
    expect(value(noisy, 'precision')).toBeLessThan(value(scenario, 'precision'))
    expect(value(noisy, 'recall')).toBe(value(scenario, 'recall'))
  })
})
