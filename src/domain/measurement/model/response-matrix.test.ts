import { describe, expect, test } from 'vitest'
import { missing, responseMatrix, toSparse } from './response-matrix.ts'

describe('responseMatrix', () => {
  test('lays rows behind each other and codes what is missing', () => {
    const matrix = responseMatrix([
      [1, 0, null],
      [2, null, 1],
    ])
    expect(matrix).toEqual({ persons: 2, items: 3, cells: Uint8Array.of(1, 0, missing, 2, missing, 1) })
  })

  test('knows the empty table', () => {
    expect(responseMatrix([])).toEqual({ persons: 0, items: 0, cells: new Uint8Array(0) })
  })

  test.each([[[[1, 0], [1]]], [[[-1]]], [[[0.5]]], [[[255]]], [[[Number.NaN]]]])('refuses %j', (rows) => {
    expect(() => responseMatrix(rows)).toThrow(RangeError)
  })
})

describe('toSparse', () => {
  test('lists the answered cells person by person', () => {
    const sparse = toSparse(
      responseMatrix([
        [1, null, 0],
        [null, null, null],
        [null, 1, null],
      ]),
    )
    expect(sparse).toEqual({
      persons: 3,
      items: 3,
      starts: Uint32Array.of(0, 2, 2, 3),
      item: Uint32Array.of(0, 2, 1),
      score: Uint8Array.of(1, 0, 1),
    })
  })
})
