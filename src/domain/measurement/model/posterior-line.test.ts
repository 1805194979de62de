import { describe, expect, test } from 'vitest'
import { normaliseLine, spanOf } from './posterior-line.ts'

describe('normaliseLine', () => {
  test('turns logarithms into shares of the weight and gives the weighted ln of their sum', () => {
    const line = Float64Array.of(Math.log(1), Math.log(3))
    expect(normaliseLine(line, 2)).toBeCloseTo(2 * Math.log(4), 14)
    expect(line[0]).toBeCloseTo(0.5, 14)
    expect(line[1]).toBeCloseTo(1.5, 14)
  })

  test('survives numbers whose powers underflow', () => {
    const line = Float64Array.of(-5000, -5001)
    expect(normaliseLine(line, 1)).toBeCloseTo(-5000 + Math.log1p(Math.exp(-1)), 10)
    expect(line[0]! + line[1]!).toBeCloseTo(1, 14)
  })

  test('leaves exactly 0 what would not change a double', () => {
    const line = Float64Array.of(0, -42, -40)
    normaliseLine(line, 1)
    expect(line[1]).toBe(0)
    expect(line[2]).toBeGreaterThan(0)
  })
})

describe('spanOf', () => {
  test.each([
    [[0, 0, 1, 2, 0], { first: 2, last: 3 }],
    [[1, 0, 1], { first: 0, last: 2 }],
    [[0, 0, 5], { first: 2, last: 2 }],
    [[7], { first: 0, last: 0 }],
  ])('of %j is %o', (line, span) => {
    expect(spanOf(Float64Array.from(line))).toEqual(span)
  })
})
