import { describe, expect, test } from 'vitest'
import { responseMatrix, toSparse } from '../model/response-matrix.ts'
import { layOut } from './layout.ts'
import { defaultPriors } from './priors.ts'
import { itemTotals, startVector } from './start-values.ts'

const responses = responseMatrix([
  [1, 0, null],
  [1, 1, null],
  [null, 0, null],
])
const persons = { count: 3, groups: new Uint16Array(3), weights: Float64Array.of(1, 2, 1) }

describe('itemTotals', () => {
  test.each([
    ['a matrix', responses],
    ['a list', toSparse(responses)],
  ])('counts weighted answers and points of %s', (_, data) => {
    expect(itemTotals(data, persons)).toEqual({
      answers: Float64Array.of(3, 4, 0),
      points: Float64Array.of(3, 2, 0),
    })
  })
})

describe('startVector', () => {
  const totals = { answers: Float64Array.of(100, 100, 0), points: Float64Array.of(90, 30, 0) }

  test('begins with easy items easy and unanswered ones in the middle', () => {
    const vector = startVector(layOut({ items: { model: '2pl' } }, 3), totals, undefined)
    expect([vector[0], vector[4], vector[8]]).toEqual([1, 1, 1])
    expect(vector[1]).toBeGreaterThan(1)
    expect(vector[5]).toBeLessThan(0)
    expect(vector[9]).toBeCloseTo(0, 15)
  })

  test('survives items that all have right or wrong', () => {
    const extreme = { answers: Float64Array.of(10, 10, 10), points: Float64Array.of(10, 0, 10) }
    const vector = startVector(layOut({ items: { model: '3pl' } }, 3), extreme, undefined)
    expect(
      [0, 4, 8].every((slot) => Number.isFinite(vector[slot + 1]!) && Number.isFinite(vector[slot + 2]!)),
    ).toBe(true)
  })

  test('begins an asymptote at the mean of its prior, and leaves the others out of the search', () => {
    const vector = startVector(
      layOut({ items: { model: '4pl', priors: defaultPriors } }, 3),
      totals,
      undefined,
    )
    expect(1 / (1 + Math.exp(-vector[2]!))).toBeCloseTo(5 / 22, 12)
    expect(1 / (1 + Math.exp(-vector[3]!))).toBeCloseTo(20 / 22, 12)
    const two = startVector(layOut({ items: { model: '2pl' } }, 3), totals, undefined)
    expect([two[2], two[3]]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
  })

  test('writes anchors as they are, and a given slope', () => {
    const setups = [
      { model: '3pl', fixed: { a: 2, b: 0.5, c: 0.25, d: 1 } },
      { model: 'gpcm', fixed: { a: 2, steps: [-1, 1] } },
      { model: '1pl' },
    ] as const
    const vector = startVector(layOut({ items: setups, slope: 0.8 }, 3), totals, 0.8)
    expect([...vector.subarray(0, 2)]).toEqual([2, -1])
    expect(vector[2]).toBeCloseTo(Math.log(0.25 / 0.75), 14)
    expect([...vector.subarray(4, 7)]).toEqual([2, 2, -2])
    expect(vector[7]).toBe(0.8)
  })
})
