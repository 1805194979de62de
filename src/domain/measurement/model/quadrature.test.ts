import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalNodes, normalQuadrature, normalWeights } from './quadrature.ts'

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

describe('equalNodes', () => {
  test('holds both ends exactly', () => {
    const nodes = equalNodes(61, -6, 6)
    expect([nodes[0], nodes[30], nodes[60]]).toEqual([-6, 0, 6])
  })

  test.each([
    [1, -1, 1],
    [2.5, -1, 1],
    [10, 1, 1],
    [10, 2, 1],
    [10, Number.NaN, 1],
  ])('refuses %f nodes from %f to %f', (count, low, high) => {
    expect(() => equalNodes(count, low, high)).toThrow(RangeError)
  })
})

describe('normalWeights', () => {
  test('add up to 1 even when the mean lies far outside the nodes', () => {
    const weights = normalWeights(equalNodes(5, -1, 1), 200, 1)
    expect(sum(weights)).toBeCloseTo(1, 14)
    expect(weights[4]).toBeGreaterThan(0.99)
  })

  test.each([0, -1, Number.NaN])('refuse the standard deviation %f', (sd) => {
    expect(() => normalWeights(equalNodes(5, -1, 1), 0, sd)).toThrow(RangeError)
  })
})

describe('normalQuadrature', () => {
  test('has the moments of the normal distribution it stands for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        (mean, sd) => {
          const { nodes, weights } = normalQuadrature({ mean, sd })
          const moment = (f: (x: number) => number) =>
            nodes.reduce((total, x, q) => total + weights[q]! * f(x), 0)
          expect(moment((x) => x)).toBeCloseTo(mean, 10)
          expect(moment((x) => (x - mean) ** 2)).toBeCloseTo(sd ** 2, 5)
          expect(moment((x) => (x - mean) ** 4) / sd ** 4).toBeCloseTo(3, 4)
        },
      ),
    )
  })

  test('takes the range it is given', () => {
    const { nodes } = normalQuadrature({ count: 3, low: -4, high: 4 })
    expect([...nodes]).toEqual([-4, 0, 4])
  })
})
