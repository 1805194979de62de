import type { ItemParameters } from '../model/item-parameters.ts'
import { type CommonItems, checkCommonItems, type ScaleLink } from './scale-link.ts'

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
}

const difficulties = (items: readonly ItemParameters[]): number[] => items.map(({ b }) => b)
const discriminations = (items: readonly ItemParameters[]): number[] => items.map(({ a }) => a)

function linkWith(slope: number, { x, y }: CommonItems): ScaleLink {
  if (!(slope > 0 && Number.isFinite(slope)))
    throw new RangeError(
      'These common items give no link: their parameters do not vary, or their mean is not above 0.',
    )
  return { slope, intercept: meanOf(difficulties(y)) - slope * meanOf(difficulties(x)) }
}

/**
 * Mean/mean link: slope = mean a_X / mean a_Y, intercept = mean b_Y - slope · mean b_X.
 *
 * @throws RangeError unless both lists hold the same items, with mean discriminations above 0
 * @see Loyd, Hoover (1980), Journal of Educational Measurement 17, 179-193
 * @example linkMeanMean({ x: [{ a: 2, b: 0, c: 0, d: 1 }], y: [{ a: 1, b: 0.5, c: 0, d: 1 }] }) // { slope: 2, intercept: 0.5 }
 */
export function linkMeanMean(items: CommonItems): ScaleLink {
  checkCommonItems(items)
  return linkWith(meanOf(discriminations(items.x)) / meanOf(discriminations(items.y)), items)
}

/**
 * Mean/sigma link: slope = sd b_Y / sd b_X, intercept = mean b_Y - slope · mean b_X.
 *
 * @throws RangeError unless both lists hold the same items, with difficulties that vary
 * @see Marco (1977), Journal of Educational Measurement 14, 139-160
 * @example linkMeanSigma({ x: [{ a: 1, b: 0, c: 0, d: 1 }, { a: 1, b: 1, c: 0, d: 1 }], y: [{ a: 1, b: 0, c: 0, d: 1 }, { a: 1, b: 2, c: 0, d: 1 }] }) // { slope: 2, intercept: 0 }
 */
export function linkMeanSigma(items: CommonItems): ScaleLink {
  checkCommonItems(items)
  return linkWith(spreadOf(difficulties(items.y)) / spreadOf(difficulties(items.x)), items)
}
