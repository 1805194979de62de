import { aNumber, aText, record, type Shape } from '../shape.ts'
import { requireAtLeast } from './require-number.ts'

/** An offer: what it costs whatever is used, and what each unit costs on top, in one currency. */
export type Offer = { readonly name: string; readonly fixed: number; readonly perUnit: number }

/** Two offers to compare. */
export type OfferPair = { readonly left: Offer; readonly right: Offer }

/** Units at which both cost the same (null when that is never, or always), and the cheaper offer below and above. */
export type BreakEven = {
  readonly units: number | null
  readonly cheaperBelow: string | null
  readonly cheaperAbove: string | null
}

const offer = record<Offer>({ name: aText, fixed: aNumber, perUnit: aNumber })

/** The form of two offers. */
export const offerPairShape: Shape<OfferPair> = record<OfferPair>({ left: offer, right: offer })

const cheaper = (left: Offer, right: Offer, of: (offer: Offer) => number): string | null =>
  of(left) === of(right) ? null : of(left) < of(right) ? left.name : right.name

/**
 * Units at which two offers cost the same: (fixed right - fixed left) / (per unit left - per unit right), when that is
 * above 0. Otherwise one is cheaper for any number of units, or both always cost the same.
 *
 * @throws RangeError for negative costs
 * @example breakEven({ left: { name: 'a', fixed: 0, perUnit: 2 }, right: { name: 'b', fixed: 10, perUnit: 1 } }).units // 10
 */
export function breakEven({ left, right }: OfferPair): BreakEven {
  for (const { name, fixed, perUnit } of [left, right]) {
    requireAtLeast(`fixed of ${name}`, fixed, 0)
    requireAtLeast(`perUnit of ${name}`, perUnit, 0)
  }
  const units = (right.fixed - left.fixed) / (left.perUnit - right.perUnit)
  const byUnit = cheaper(left, right, ({ perUnit }) => perUnit)
  if (byUnit !== null && units > 0)
    return { units, cheaperBelow: cheaper(left, right, ({ fixed }) => fixed), cheaperAbove: byUnit }
  const always = cheaper(left, right, ({ fixed, perUnit }) => fixed + perUnit)
  return { units: null, cheaperBelow: always, cheaperAbove: always }
}
