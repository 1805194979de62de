/** The entry of a matrix less the products of what is already factored in its row and column. */
function remainder(matrix: Float64Array, factor: Float64Array, { row, column, size }: Entry): number {
  let sum = matrix[row * size + column]!
  for (let k = 0; k < column; k++) sum -= factor[row * size + k]! * factor[column * size + k]!
  return sum
}

type Entry = { readonly row: number; readonly column: number; readonly size: number }

/**
 * Lower Cholesky factor of a symmetric matrix, row by row; undefined unless the matrix is positive definite.
 *
 * @param matrix size × size numbers, of which the lower triangle is read
 * @see Golub, Van Loan (2013), Matrix Computations, algorithm 4.2.1
 * @example choleskyFactor(Float64Array.of(4, 2, 2, 5), 2) // Float64Array.of(2, 0, 1, 2)
 */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      factor[row * size + column] =
        remainder(matrix, factor, { row, column, size }) / factor[column * size + column]!
    }
    const pivot = remainder(matrix, factor, { row, column: row, size })
    if (!(pivot > 0)) return undefined
    factor[row * size + row] = Math.sqrt(pivot)
  }
  return factor
}

/**
 * Solves M x = right for a matrix given by its Cholesky factor.
 * @example solveFactored(Float64Array.of(2, 0, 1, 2), [8, 12]) // Float64Array.of(1, 2)
 */
export function solveFactored(factor: Float64Array, right: ArrayLike<number>): Float64Array {
  const size = right.length
  const solution = Float64Array.from(right)
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) solution[row]! -= factor[row * size + k]! * solution[k]!
    solution[row]! /= factor[row * size + row]!
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) solution[row]! -= factor[k * size + row]! * solution[k]!
    solution[row]! /= factor[row * size + row]!
  }
  return solution
}

/**
 * Inverse of a symmetric positive definite matrix; undefined for any other.
 * @example invertPositiveDefinite(Float64Array.of(2, 0, 0, 4), 2) // Float64Array.of(0.5, 0, 0, 0.25)
 */
export function invertPositiveDefinite(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = choleskyFactor(matrix, size)
  if (!factor) return undefined
  const inverse = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size)
    unit[column] = 1
    inverse.set(solveFactored(factor, unit), column * size)
  }
  return inverse
}
