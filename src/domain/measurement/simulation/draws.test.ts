import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { mean, variance } from '../statistics/mean-variance.ts'
import { clamp, drawBeta, drawNormal } from './draws.ts'

const many = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw)

describe('drawNormal', () => {
  test('has the mean and spread it is asked for', () => {
    const random = seededRandom('normal')
    const draws = many(20_000, () => drawNormal(random, 2, 0.5))
    expect(mean(draws)).toBeCloseTo(2, 1)
    expect(Math.sqrt(variance(draws))).toBeCloseTo(0.5, 1)
  })

  test('takes one number for each draw, and is finite for the smallest', () => {
    const extremes = [0, 1 - 2 ** -32].map((next) => drawNormal({ next: () => next, integer: () => 0 }))
    expect(extremes[0]).toBeCloseTo(-extremes[1]!, 6)
    expect(Math.abs(extremes[0]!)).toBeLessThan(7)
  })
})

describe('drawBeta', () => {
  test('has the moments of the beta distribution', () => {
    const random = seededRandom('beta')
    const draws = many(20_000, () => drawBeta(random, 5, 17))
    expect(mean(draws)).toBeCloseTo(5 / 22, 2)
    expect(variance(draws)).toBeCloseTo((5 * 17) / (22 * 22 * 23), 3)
    expect(draws.every((draw) => draw > 0 && draw < 1)).toBe(true)
  })

  test.each([
    [0, 1],
    [1.5, 2],
    [2, Number.NaN],
  ])('refuses alpha %f, beta %f', (alpha, beta) => {
    expect(() => drawBeta(seededRandom('x'), alpha, beta)).toThrow(RangeError)
  })
})

describe('clamp', () => {
  test('holds a number within bounds', () => {
    expect([clamp(-2, -1, 1), clamp(0.3, -1, 1), clamp(7, -1, 1)]).toEqual([-1, 0.3, 1])
  })
})
