import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { itemParameters } from '../model/item-parameters.ts'
import { mean, variance } from '../statistics/mean-variance.ts'
import { simulateItems } from './simulate-items.ts'

describe('simulateItems', () => {
  test.each(['1pl', '2pl', '3pl', '4pl'] as const)('draws valid %s items within the bounds', (model) => {
    for (const item of simulateItems({ model }, 500, seededRandom(model))) {
      expect(itemParameters(item)).toEqual(item)
      expect(item.a).toBeGreaterThanOrEqual(0.4)
      expect(item.a).toBeLessThanOrEqual(2.5)
      expect(Math.abs(item.b)).toBeLessThanOrEqual(3)
    }
  })

  test('gives every model what it has and nothing else', () => {
    const [one] = simulateItems({ model: '1pl' }, 1, seededRandom('a'))
    const [two] = simulateItems({ model: '2pl' }, 1, seededRandom('a'))
    const [three] = simulateItems({ model: '3pl' }, 1, seededRandom('a'))
    const [four] = simulateItems({ model: '4pl' }, 1, seededRandom('a'))
    expect([one!.a, one!.c, one!.d]).toEqual([1, 0, 1])
    expect([two!.c, two!.d]).toEqual([0, 1])
    expect(three!.c).toBeGreaterThan(0)
    expect(three!.d).toBe(1)
    expect(four!.d).toBeLessThan(1)
  })

  test('follows the distributions it is given', () => {
    const items = simulateItems(
      { model: '3pl', b: { mean: -0.5, sd: 0.4 }, logA: { mean: 0.2, sd: 0.1 }, c: 0.2 },
      3000,
      seededRandom('given'),
    )
    expect(mean(items.map(({ b }) => b))).toBeCloseTo(-0.5, 1)
    expect(Math.sqrt(variance(items.map(({ b }) => b)))).toBeCloseTo(0.4, 1)
    expect(mean(items.map(({ a }) => Math.log(a)))).toBeCloseTo(0.2, 1)
    expect(items.every(({ c }) => c === 0.2)).toBe(true)
  })

  test('gives the same items for the same seed', () => {
    const draw = () => simulateItems({ model: '4pl' }, 20, seededRandom('again'))
    expect(draw()).toEqual(draw())
  })
})
