import { chiSquareTail } from './distributions.ts'

/**
 * χ² = Σ (observed - expected)² / expected over the categories, each expected equally often.
 * @returns statistic, degrees of freedom (categories - 1) and tail probability
 * @example chiSquareUniform([5, 5]).statistic // 0
 */
export function chiSquareUniform(observed: readonly number[]): {
  readonly statistic: number
  readonly degrees: number
  readonly p: number
} {
  const expected = observed.reduce((a, b) => a + b, 0) / observed.length
  const degrees = observed.length - 1
  if (expected === 0 || degrees < 1) return { statistic: 0, degrees: Math.max(0, degrees), p: 1 }
  const statistic = observed.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  return { statistic, degrees, p: chiSquareTail(statistic, degrees) }
}
