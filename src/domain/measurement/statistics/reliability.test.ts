import { describe, expect, test } from 'vitest'
import { responseMatrix } from '../model/response-matrix.ts'
import { reliability } from './reliability.ts'

describe('reliability', () => {
  test('of ratings is the alpha of the classical variance formula', () => {
    const rows = [
      [2, 3, 3],
      [4, 4, 5],
      [1, 2, 2],
      [3, 3, 4],
    ]
    const { alpha, kr20, standardError } = reliability(responseMatrix(rows))
    const itemVariances = 5 / 3 + 2 / 3 + 5 / 3
    const spread = 34 / 3
    expect(alpha).toBeCloseTo(1.5 * (1 - itemVariances / spread), 12)
    expect(kr20).toBeNaN()
    expect(standardError).toBeCloseTo(Math.sqrt(spread * (1 - alpha)), 12)
  })

  test('equals KR-20 for items scored 0 or 1, and KR-21 falls short of it', () => {
    const rows = Array.from({ length: 40 }, (_, person) =>
      [0, 1, 2, 3, 4].map((item) => (person > item * 7 + (person % 5) ? 1 : 0)),
    )
    const { alpha, kr20, kr21 } = reliability(responseMatrix(rows))
    expect(kr20).toBeCloseTo(alpha, 12)
    expect(kr21).toBeLessThan(kr20)
  })

  test('rests on complete rows alone', () => {
    const rows = [
      [1, 1],
      [0, 0],
      [1, null],
      [0, 1],
    ]
    expect(reliability(responseMatrix(rows)).persons).toBe(3)
    expect(reliability(responseMatrix(rows))).toEqual(
      reliability(
        responseMatrix([
          [1, 1],
          [0, 0],
          [0, 1],
        ]),
      ),
    )
  })
})
