import { describe, expect, test } from 'vitest'
import { responseMatrix } from '../model/response-matrix.ts'
import { itemStatistics } from './item-statistics.ts'
import { correlation } from './mean-variance.ts'

const rows = [
  [1, 1, 1, 0],
  [1, 1, 0, 1],
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [1, 1, 1, 1],
]

describe('itemStatistics', () => {
  test('gives proportion, variance and the correlation with the rest', () => {
    const [first] = itemStatistics(responseMatrix(rows))
    expect(first).toEqual({
      answered: 5,
      p: 0.8,
      variance: expect.closeTo(0.2, 14),
      itemRest: expect.closeTo(correlation([1, 1, 1, 0, 1], [2, 2, 0, 1, 3]), 14),
    })
  })

  test('looks only at those who answered', () => {
    const [, second] = itemStatistics(
      responseMatrix(rows.map((row, person) => [row[0]!, person === 0 ? null : row[1]!])),
    )
    expect(second?.answered).toBe(4)
    expect(second?.p).toBe(0.75)
  })

  test('has no correlation for an item that all have right, and nothing for one that nobody saw', () => {
    const [same, unseen] = itemStatistics(
      responseMatrix([
        [1, null, 0],
        [1, null, 1],
      ]),
    )
    expect(same).toMatchObject({ p: 1, variance: 0, itemRest: Number.NaN })
    expect(unseen).toEqual({ answered: 0, p: Number.NaN, variance: Number.NaN, itemRest: Number.NaN })
  })
})
