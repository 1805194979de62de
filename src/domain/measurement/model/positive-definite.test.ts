import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choleskyFactor, invertPositiveDefinite, solveFactored } from './positive-definite.ts'

/** A a' + I for any square matrix of numbers: always positive definite. */
const anyDefinite = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc
    .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size * size, maxLength: size * size })
    .map((entries) => ({
      size,
      matrix: Float64Array.from({ length: size * size }, (_, place) => {
        const [row, column] = [Math.floor(place / size), place % size]
        const product = entries
          .slice(0, size)
          .reduce((sum, __, k) => sum + entries[row * size + k]! * entries[column * size + k]!, 0)
        return product + (row === column ? 1 : 0)
      }),
    })),
)

describe('choleskyFactor', () => {
  test('times its transpose is the matrix', () => {
    fc.assert(
      fc.property(anyDefinite, ({ matrix, size }) => {
        const factor = choleskyFactor(matrix, size)!
        matrix.forEach((value, place) => {
          const [row, column] = [Math.floor(place / size), place % size]
          let product = 0
          for (let k = 0; k < size; k++) product += factor[row * size + k]! * factor[column * size + k]!
          expect(product).toBeCloseTo(value, 9)
        })
      }),
    )
  })

  test.each([
    ['indefinite', Float64Array.of(1, 2, 2, 1)],
    ['singular', Float64Array.of(1, 1, 1, 1)],
    ['not a number', Float64Array.of(Number.NaN, 0, 0, 1)],
  ])('knows no factor of a matrix that is %s', (_, matrix) => {
    expect(choleskyFactor(matrix, 2)).toBeUndefined()
    expect(invertPositiveDefinite(matrix, 2)).toBeUndefined()
  })
})

describe('solveFactored', () => {
  test('solves what the matrix was multiplied by', () => {
    const factor = choleskyFactor(Float64Array.of(4, 2, 2, 3), 2)!
    const solution = solveFactored(factor, [4 * 5 + 2 * -1, 2 * 5 + 3 * -1])
    expect(solution[0]).toBeCloseTo(5, 12)
    expect(solution[1]).toBeCloseTo(-1, 12)
  })
})

describe('invertPositiveDefinite', () => {
  test('gives the inverse known by hand', () => {
    const inverse = invertPositiveDefinite(Float64Array.of(2, 1, 1, 2), 2)!
    const expected = [2 / 3, -1 / 3, -1 / 3, 2 / 3]
    expected.forEach((value, place) => {
      expect(inverse[place]).toBeCloseTo(value, 14)
    })
  })
})
