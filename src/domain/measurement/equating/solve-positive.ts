/** Lower triangle L of a symmetric positive definite matrix, L Lᵀ = matrix. */
function factor(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = []
  for (const [row, values] of matrix.entries()) {
    const line: number[] = []
    for (let column = 0; column <= row; column++) {
      const above = lower[column] ?? line
      let sum = values[column] as number
      for (let k = 0; k < column; k++) sum -= (line[k] as number) * (above[k] as number)
      line.push(row === column ? Math.sqrt(sum) : sum / (above[column] as number))
    }
    lower.push(line)
  }
  return lower
}

/**
 * Solves matrix · x = right for a symmetric positive definite matrix by Cholesky's factor.
 *
 * @returns x; NaN where the matrix is not positive definite
 * @example solvePositive([[2, 0], [0, 4]], [2, 2]) // [1, 0.5]
 */
export function solvePositive(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lower = factor(matrix)
  const half: number[] = []
  for (const [row, line] of lower.entries()) {
    const known = half.reduce((sum, value, k) => sum + (line[k] as number) * value, 0)
    half.push(((right[row] as number) - known) / (line[row] as number))
  }
  const solution = new Array<number>(right.length).fill(0)
  for (let row = right.length - 1; row >= 0; row--) {
    const known = solution.reduce(
      (sum, value, k) => (k > row ? sum + (lower[k]?.[row] as number) * value : sum),
      0,
    )
    solution[row] = ((half[row] as number) - known) / (lower[row]?.[row] as number)
  }
  return solution
}
