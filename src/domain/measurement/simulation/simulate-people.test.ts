import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { mean, variance } from '../statistics/mean-variance.ts'
import { simulatePeople } from './simulate-people.ts'

const skewness = (values: readonly number[]): number => {
  const [centre, sd] = [mean(values), Math.sqrt(variance(values))]
  return mean(values.map((value) => ((value - centre) / sd) ** 3))
}

describe('simulatePeople', () => {
  test.each(['normal', 'skewed'] as const)('of a %s population have its mean and spread', (shape) => {
    const people = simulatePeople({ mean: 0.4, sd: 1.2, shape }, 30_000, seededRandom(shape))
    expect(mean(people)).toBeCloseTo(0.4, 1)
    expect(Math.sqrt(variance(people))).toBeCloseTo(1.2, 1)
  })

  test('are skewed to the right only when asked', () => {
    expect(Math.abs(skewness(simulatePeople({}, 20_000, seededRandom('straight'))))).toBeLessThan(0.1)
    expect(skewness(simulatePeople({ shape: 'skewed' }, 20_000, seededRandom('crooked')))).toBeGreaterThan(
      1.3,
    )
  })

  test('are the same for the same seed, and the first of many are the few', () => {
    expect(simulatePeople({}, 5, seededRandom('s'))).toEqual(
      simulatePeople({}, 50, seededRandom('s')).slice(0, 5),
    )
  })
})
