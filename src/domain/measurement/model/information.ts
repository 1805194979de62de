import type { ItemParameters } from './item-parameters.ts'
import { logistic } from './logistic.ts'
import { probabilityDerivatives, probabilityWrong } from './probability.ts'

/**
 * Fisher information of an item about theta: I = P'² / (P (1 - P)), in units of 1 / theta².
 * Written as a² (d - c)² s s̄ (s / P) (s̄ / (1 - P)) with s the logistic and s̄ = 1 - s, so that neither end divides 0 by 0.
 *
 * @returns 0 or more
 * @see Lord (1980), Applications of item response theory, eq. 5-3
 * @example informationAt(0, { a: 2, b: 0, c: 0, d: 1 }) // 1
 */
export function informationAt(theta: number, item: ItemParameters): number {
  const { a, b, c, d } = item
  const z = a * (theta - b)
  const s = logistic(z)
  const wrong = logistic(-z)
  const range = d - c
  const perCorrect = c === 0 ? 1 / d : s / (c + range * s)
  const perWrong = d === 1 ? 1 / (1 - c) : wrong / (1 - d + range * wrong)
  return (a * range) ** 2 * s * wrong * perCorrect * perWrong
}

/**
 * The derivative of the item information by theta: I' = I (2 P'' / P' - P' (1 - 2P) / (P (1 - P))).
 * @example informationDerivative(0, { a: 1, b: 0, c: 0, d: 1 }) // 0
 */
export function informationDerivative(theta: number, item: ItemParameters): number {
  const information = informationAt(theta, item)
  if (information === 0) return 0
  const { p, first } = probabilityDerivatives(theta, item)
  const growth = 2 * item.a * (1 - 2 * logistic(item.a * (theta - item.b)))
  const q = probabilityWrong(theta, item)
  return information * growth - (information * first * (q - p)) / (p * q)
}

/**
 * Information of a test: the sum over its items; the standard error of the best estimate is 1 / sqrt of it.
 * @example testInformation(0, [{ a: 2, b: 0, c: 0, d: 1 }, { a: 2, b: 0, c: 0, d: 1 }]) // 2
 */
export const testInformation = (theta: number, items: readonly ItemParameters[]): number =>
  items.reduce((sum, item) => sum + informationAt(theta, item), 0)
