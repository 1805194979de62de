import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slopeOf } from '../model/differentiate.fixture.ts'
import { binomialTail, chiSquareTail, normalCdf, normalDensity, normalQuantile } from './distributions.ts'

describe('chiSquareTail', () => {
  test.each([
    [3.841459, 1, 0.05],
    [7.814728, 3, 0.05],
    [18.307038, 10, 0.05],
    [11.344867, 3, 0.01],
    [124.342113, 100, 0.05],
    [10.827566, 1, 0.001],
  ])('matches the printed critical value %f for %i degrees', (statistic, degrees, p) => {
    expect(chiSquareTail(statistic, degrees)).toBeCloseTo(p, 6)
  })

  test('of two degrees of freedom is exp(-x/2)', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 200, noNaN: true }), (x) => {
        expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11)
      }),
    )
  })

  test('of one degree is the two-sided normal tail', () => {
    expect(chiSquareTail(1.7 ** 2, 1)).toBeCloseTo(2 * normalCdf(-1.7), 14)
  })

  test.each([
    [-1, 3],
    [1, 0],
    [Number.NaN, 3],
  ])('refuses the statistic %f with %i degrees', (statistic, degrees) => {
    expect(() => chiSquareTail(statistic, degrees)).toThrow(RangeError)
  })
})

describe('normalCdf', () => {
  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025],
    [3.090232306167813, 0.999],
  ])('of %f is %f, as printed', (z, p) => {
    expect(normalCdf(z)).toBeCloseTo(p, 14)
  })

  test('keeps its precision far out in the tail', () => {
    expect(normalCdf(-10) / 7.61985302416052e-24).toBeCloseTo(1, 12)
  })

  test('has the density as its slope', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (z) => {
        expect(slopeOf(normalCdf, z)).toBeCloseTo(normalDensity(z), 9)
      }),
    )
  })
})

describe('normalQuantile', () => {
  test('is the inverse of the distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 11)
      }),
    )
  })

  test('matches printed values and knows its ends', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13)
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12)
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY)
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY)
  })

  test.each([-0.1, 1.1, Number.NaN])('refuses the probability %f', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError)
  })
})

describe('binomialTail', () => {
  test('counts the outcomes of ten fair coins', () => {
    expect(binomialTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 13)
    expect(binomialTail(0, 10, 0.5)).toBe(1)
    expect(binomialTail(11, 10, 0.5)).toBe(0)
  })

  test('keeps its precision in both tails', () => {
    expect(binomialTail(3, 10, 0.2)).toBeCloseTo(0.3222004736, 12)
    expect(binomialTail(900, 1000, 0.85) / 2.0389661274727654e-6).toBeCloseTo(1, 9)
    expect(binomialTail(30, 30, 0.1) / 1e-30).toBeCloseTo(1, 11)
  })

  test('is certain where the chance is', () => {
    expect(binomialTail(3, 5, 1)).toBe(1)
    expect(binomialTail(1, 5, 0)).toBe(0)
  })

  test('of one hit and of none add up to 1', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (trials, p) => {
        expect(binomialTail(1, trials, p)).toBeCloseTo(1 - (1 - p) ** trials, 10)
      }),
    )
  })

  test.each([
    [0.5, 10, 0.5],
    [1, 2.5, 0.5],
    [1, -1, 0.5],
    [1, 2, 1.5],
    [1, 2, Number.NaN],
  ])('refuses %f hits of %f trials at %f', (hits, trials, p) => {
    expect(() => binomialTail(hits, trials, p)).toThrow(RangeError)
  })
})
