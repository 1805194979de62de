import { describe, expect, test } from 'vitest'
import { responseMatrix } from '../../src/domain/measurement/model/response-matrix.ts'
import { mantelHaenszel } from '../../src/domain/measurement/statistics/mantel-haenszel.ts'
import { reliability } from '../../src/domain/measurement/statistics/reliability.ts'
import { scoreDistribution } from '../../src/domain/measurement/statistics/score-distribution.ts'

describe('Wuensch: KR-20 of ten items and ten candidates', () => {
  const rows =
    '1111110110 1011011101 1111011001 0010001000 0000010010 1110111111 1101110111 1111111101 0101111101 1101101110'
      .split(' ')
      .map((row) => [...row].map(Number))

  test('the table has the printed totals', () => {
    expect(rows.map((row) => row.reduce((sum, cell) => sum + cell, 0))).toEqual([
      8, 7, 7, 2, 2, 9, 8, 9, 7, 7,
    ])
  })

  test('KR-20 is .696347, KR-21 .684170', () => {
    const { kr20, kr21, alpha } = reliability(responseMatrix(rows))
    expect(kr20).toBeCloseTo(0.696347, 6)
    expect(kr21).toBeCloseTo(0.68417, 5)
    expect(alpha).toBeCloseTo(kr20, 12)
  })
})

describe('Admissions to Berkeley by department (Bickel, Hammel, O’Connell 1975): Mantel-Haenszel', () => {
  /** Admitted and rejected men, admitted and rejected women, departments A to F. */
  const departments = [
    [512, 313, 89, 19],
    [353, 207, 17, 8],
    [120, 205, 202, 391],
    [138, 279, 131, 244],
    [53, 138, 94, 299],
    [22, 351, 24, 317],
  ] as const
  const tables = departments.map(([referenceCorrect, referenceWrong, focalCorrect, focalWrong]) => ({
    referenceCorrect,
    referenceWrong,
    focalCorrect,
    focalWrong,
  }))
  const found = mantelHaenszel(tables)

  test('the common odds ratio is .904697, from .77191 to 1.06033', () => {
    expect(found.oddsRatio).toBeCloseTo(0.904697, 6)
    expect(found.low).toBeCloseTo(0.77191, 5)
    expect(found.high).toBeCloseTo(1.06033, 5)
  })

  test('chi-square is 1.42695 (p .23226) with correction and 1.52461 without', () => {
    expect(found.chiSquare).toBeCloseTo(1.42695, 5)
    expect(found.p).toBeCloseTo(0.23226, 5)
    expect(found.chiSquareUncorrected).toBeCloseTo(1.52461, 5)
  })

  test('delta is .235365, class A', () => {
    expect(found.delta).toBeCloseTo(0.235365, 6)
    expect(found.class).toBe('A')
  })
})

describe('Lord, Wingersky (1984): the recursion for three items', () => {
  test('gives .442964 .416708 .127692 .012636 for p = .26 .27 .18', () => {
    const expected = [0.442964, 0.416708, 0.127692, 0.012636]
    scoreDistribution([0.26, 0.27, 0.18]).forEach((chance, score) => {
      expect(chance).toBeCloseTo(expected[score]!, 9)
    })
  })
})
