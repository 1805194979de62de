import { describe, expect, test } from 'vitest'
import { fromScale, itemParameters } from './item-parameters.ts'

describe('itemParameters', () => {
  test('completes a difficulty to a Rasch item', () => {
    expect(itemParameters({ b: -0.4 })).toEqual({ a: 1, b: -0.4, c: 0, d: 1 })
  })

  test('keeps what is given', () => {
    const item = { a: 1.2, b: 0.5, c: 0.2, d: 0.95 }
    expect(itemParameters(item)).toEqual(item)
  })

  test.each([
    { b: Number.NaN },
    { b: Number.POSITIVE_INFINITY },
    { a: Number.NaN, b: 0 },
    { b: 0, c: -0.1 },
    { b: 0, c: 0.5, d: 0.5 },
    { b: 0, d: 1.1 },
    { b: 0, c: Number.NaN },
  ])('refuses %o', (parameters) => {
    expect(() => itemParameters(parameters)).toThrow(RangeError)
  })
})

describe('fromScale', () => {
  test('multiplies the discrimination alone', () => {
    expect(fromScale({ a: 0.9, b: 1, c: 0.1, d: 1 }, 1.702)).toEqual({ a: 0.9 * 1.702, b: 1, c: 0.1, d: 1 })
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the constant %f', (scale) => {
    expect(() => fromScale(itemParameters({ b: 0 }), scale)).toThrow(RangeError)
  })
})
