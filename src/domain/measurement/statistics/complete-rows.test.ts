import { describe, expect, test } from 'vitest'
import { responseMatrix } from '../model/response-matrix.ts'
import { completeRows, rawScores } from './complete-rows.ts'

const gappy = responseMatrix([
  [1, 0, 1],
  [1, null, 1],
  [0, 0, 0],
  [null, null, null],
])

describe('completeRows', () => {
  test('keeps the rows without a gap, in order', () => {
    expect(completeRows(gappy)).toEqual(
      responseMatrix([
        [1, 0, 1],
        [0, 0, 0],
      ]),
    )
  })

  test('hands back the very matrix when nothing is missing', () => {
    const full = responseMatrix([[1, 0]])
    expect(completeRows(full)).toBe(full)
  })
})

describe('rawScores', () => {
  test('add up what was answered', () => {
    expect([...rawScores(gappy)]).toEqual([2, 2, 0, 0])
  })
})
