import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { missing, type ResponseMatrix } from '../model/response-matrix.ts'
import { correlation } from './mean-variance.ts'

/** Residual correlation of two items, by position, over the persons who answered both. */
export type ResidualCorrelation = { readonly first: number; readonly second: number; readonly q3: number }

/**
 * Yen's Q3 of every pair of items: the correlation of the residuals x - P(theta) at the estimated abilities. Under local
 * independence it lies near -1 / (items - 1); above 0.2 the two items share more than ability.
 *
 * @param abilities theta of each person
 * @throws RangeError unless every item has parameters and every person an ability
 * @returns pairs with first < second, in order; NaN where a residual does not vary
 * @see Yen (1984), Effects of local item dependence on the fit and equating performance of the three-parameter logistic model
 * @example residualCorrelations(responseMatrix([[1], [0]]), [{ a: 1, b: 0, c: 0, d: 1 }], [0, 0]) // []
 */
export function residualCorrelations(
  responses: ResponseMatrix,
  items: readonly ItemParameters[],
  abilities: readonly number[],
): ResidualCorrelation[] {
  if (items.length !== responses.items || abilities.length !== responses.persons)
    throw new RangeError('Every item has parameters and every person an ability.')
  const residuals = items.map((item, column) =>
    abilities.map((theta, person) => {
      const cell = responses.cells[person * responses.items + column]!
      return cell === missing ? null : cell - probabilityCorrect(theta, item)
    }),
  )
  return residuals.flatMap((x, first) =>
    residuals.slice(first + 1).map((y, offset) => {
      const both = x.flatMap((value, person) => (value === null || y[person] === null ? [] : [person]))
      const q3 = correlation(
        both.map((person) => x[person]!),
        both.map((person) => y[person]!),
      )
      return { first, second: first + 1 + offset, q3 }
    }),
  )
}

/**
 * The largest Q3 that each item has with any other, with its partner; undefined for an item without one.
 * @example largestQ3([{ first: 0, second: 1, q3: 0.3 }], 2)[1] // { partner: 0, q3: 0.3 }
 */
export function largestQ3(
  pairs: readonly ResidualCorrelation[],
  items: number,
): ({ readonly partner: number; readonly q3: number } | undefined)[] {
  const largest = Array<{ readonly partner: number; readonly q3: number } | undefined>(items).fill(undefined)
  const offer = (item: number, partner: number, q3: number): void => {
    if (!Number.isNaN(q3) && q3 > (largest[item]?.q3 ?? Number.NEGATIVE_INFINITY))
      largest[item] = { partner, q3 }
  }
  for (const { first, second, q3 } of pairs) {
    offer(first, second, q3)
    offer(second, first, q3)
  }
  return largest
}
