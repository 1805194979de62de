import { describe, expect, test } from 'vitest'
import type { LinearProgramme } from '../../domain/form/parallel/linear-programme.ts'
import { highsSolver } from './highs-solver.ts'
import { writeLinearProgramme } from './linear-programme-text.ts'

const infinite = Number.POSITIVE_INFINITY
const share = { low: 0, high: 1, whole: false }
const choice = { low: 0, high: 1, whole: true }

/** A knapsack: values 10, 6, 4, weights 5, 4, 3, room for 7. */
const knapsack = (column: LinearProgramme['columns'][number]): LinearProgramme => ({
  objective: [
    [0, 10],
    [1, 6],
    [2, 4],
  ],
  columns: [column, column, column],
  rows: [
    {
      terms: [
        [0, 5],
        [1, 4],
        [2, 3],
      ],
      low: -infinite,
      high: 7,
    },
  ],
})

describe('the linear solver', () => {
  test('finds the optimum of shares and of whole choices', async () => {
    const relaxed = await highsSolver.solve(knapsack(share))
    expect(relaxed).toMatchObject({ status: 'optimal' })
    if (relaxed.status !== 'optimal') return
    expect(relaxed.value).toBeCloseTo(13, 9)
    expect(relaxed.columns[1]).toBeCloseTo(0.5, 9)
    const whole = await highsSolver.solve(knapsack(choice))
    expect(whole).toMatchObject({ status: 'optimal', value: 10, columns: [1, 0, 0] })
  })

  test('tells infeasible from unbounded', async () => {
    const rows = [{ terms: [[0, 1]] as const, low: 2, high: 3 }]
    expect(await highsSolver.solve({ ...knapsack(share), rows })).toEqual({ status: 'infeasible' })
    const open = { objective: [[0, 1]] as const, columns: [{ ...share, high: infinite }], rows: [] }
    expect(await highsSolver.solve(open)).toEqual({ status: 'unbounded' })
  })

  test('solves a programme without an objective, and rows of more terms than a line holds', async () => {
    const columns = Array.from({ length: 300 }, () => share)
    const terms = columns.map((_, column) => [column, 1] as const)
    const found = await highsSolver.solve({ objective: [], columns, rows: [{ terms, low: 7, high: 7 }] })
    if (found.status !== 'optimal') throw new Error(found.status)
    expect(found.columns.reduce((sum, value) => sum + value, 0)).toBeCloseTo(7, 6)
  })

  test('gives up when its time is over', async () => {
    const columns = Array.from({ length: 60 }, () => choice)
    const weight = (column: number, row: number): number =>
      100 + ((column * 37 + row * 61 + column * row * 13) % 97)
    const rows = [0, 1, 2, 3, 4].map((row) => {
      const terms = columns.map((_, column) => [column, weight(column, row)] as const)
      const half = Math.floor(terms.reduce((sum, [, value]) => sum + value, 0) / 2)
      return { terms, low: half, high: half }
    })
    expect(await highsSolver.solve({ objective: [], columns, rows }, { seconds: 0.05 })).toEqual({
      status: 'undecided',
    })
  })
})

describe('a linear programme as text', () => {
  test('names nothing but by number, and keeps to short lines', () => {
    const text = writeLinearProgramme({
      objective: [[0, -1.5]],
      columns: [share, choice],
      rows: [
        {
          terms: [
            [0, 1],
            [1, -2],
          ],
          low: -1,
          high: 4,
        },
      ],
    })
    expect(text.split('\n')).toEqual([
      'Maximize',
      ' o: - 1.5 x0',
      'Subject To',
      ' r0l: + 1 x0 - 2 x1 >= -1',
      ' r0h: + 1 x0 - 2 x1 <= 4',
      'Bounds',
      ' 0 <= x0 <= 1',
      ' 0 <= x1 <= 1',
      'General',
      ' x1',
      'End',
      '',
    ])
  })
})
