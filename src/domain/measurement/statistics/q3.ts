import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { asSparse, type ResponseMatrix, type SparseResponses } from '../model/response-matrix.ts'

/** Residual correlation of two items, by position, over the persons who answered both. */
export type ResidualCorrelation = {
  readonly first: number
  readonly second: number
  readonly q3: number
  readonly persons: number
}

/** Sums over the persons who answered both items of a pair, at first * items + second. */
type PairSums = Record<'n' | 'x' | 'y' | 'xx' | 'yy' | 'xy', Float64Array>

function sumPairs(
  { persons, items, starts, item, score }: SparseResponses,
  parameters: readonly ItemParameters[],
  abilities: ArrayLike<number>,
): PairSums {
  const make = (): Float64Array => new Float64Array(items * items)
  const sums: PairSums = { n: make(), x: make(), y: make(), xx: make(), yy: make(), xy: make() }
  for (let person = 0; person < persons; person++) {
    const [from, to] = [starts[person]!, starts[person + 1]!]
    const residual = Float64Array.from(
      { length: to - from },
      (_, place) =>
        score[from + place]! - probabilityCorrect(abilities[person]!, parameters[item[from + place]!]!),
    )
    for (let first = from; first < to; first++) {
      const x = residual[first - from]!
      for (let second = first + 1; second < to; second++) {
        const y = residual[second - from]!
        const pair = item[first]! * items + item[second]!
        sums.n[pair]! += 1
        sums.x[pair]! += x
        sums.y[pair]! += y
        sums.xx[pair]! += x * x
        sums.yy[pair]! += y * y
        sums.xy[pair]! += x * y
      }
    }
  }
  return sums
}

/** Below this a residual does not vary but for rounding. */
const still = 1e-12

function correlationOf(sums: PairSums, pair: number): number {
  const n = sums.n[pair]!
  const [x, y] = [sums.x[pair]! / n, sums.y[pair]! / n]
  const [xx, yy] = [sums.xx[pair]! / n - x * x, sums.yy[pair]! / n - y * y]
  return xx > still && yy > still ? (sums.xy[pair]! / n - x * y) / Math.sqrt(xx * yy) : Number.NaN
}

/**
 * Yen's Q3 of every pair of items: the correlation of the residuals x - P(theta) at the estimated abilities. Under local
 * independence it lies near -1 / (items - 1); above 0.2 the two items share more than ability. Takes one pass over the answers,
 * whoever sat which items.
 *
 * @param responses a list has the items of each person in ascending order, as `toSparse` gives them
 * @param abilities theta of each person
 * @throws RangeError unless every item has parameters and every person an ability
 * @returns pairs with first < second, in order; NaN where a residual does not vary
 * @see Yen (1984), Effects of local item dependence on the fit and equating performance of the three-parameter logistic model
 * @example residualCorrelations(responseMatrix([[1], [0]]), [{ a: 1, b: 0, c: 0, d: 1 }], [0, 0]) // []
 */
export function residualCorrelations(
  responses: ResponseMatrix | SparseResponses,
  items: readonly ItemParameters[],
  abilities: ArrayLike<number>,
): ResidualCorrelation[] {
  if (items.length !== responses.items || abilities.length !== responses.persons)
    throw new RangeError('Every item has parameters and every person an ability.')
  const sums = sumPairs(asSparse(responses), items, abilities)
  return items.flatMap((_, first) =>
    items.slice(first + 1).map((_, offset) => {
      const second = first + 1 + offset
      const pair = first * items.length + second
      return { first, second, q3: correlationOf(sums, pair), persons: sums.n[pair]! }
    }),
  )
}

/**
 * The largest Q3 that each item has with any other, with its partner; undefined for an item without one.
 * @example largestQ3([{ first: 0, second: 1, q3: 0.3, persons: 500 }], 2)[1] // { partner: 0, q3: 0.3 }
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
