import { informationAt } from '../model/information.ts'
import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'

/** A curve over theta: points in ascending order. */
export type Curve = readonly { readonly theta: number; readonly value: number }[]

const sample = (nodes: ArrayLike<number>, value: (theta: number) => number): Curve =>
  Array.from(nodes, (theta) => ({ theta, value: value(theta) }))

/**
 * Item characteristic curve: P(correct) over theta.
 * @example characteristicCurve({ a: 1, b: 0, c: 0, d: 1 }, [0])[0]?.value // 0.5
 */
export const characteristicCurve = (item: ItemParameters, nodes: ArrayLike<number>): Curve =>
  sample(nodes, (theta) => probabilityCorrect(theta, item))

/**
 * Item information curve.
 * @example informationCurve({ a: 2, b: 0, c: 0, d: 1 }, [0])[0]?.value // 1
 */
export const informationCurve = (item: ItemParameters, nodes: ArrayLike<number>): Curve =>
  sample(nodes, (theta) => informationAt(theta, item))

/**
 * Observed proportions correct beside a characteristic curve: candidates in groups of (nearly) equal size by ability.
 *
 * @param correct 1 or 0 of each candidate who answered
 * @param abilities theta of the same candidates
 * @param groups number of groups, at least 1
 * @throws RangeError for lists of different lengths
 * @returns mean theta, proportion correct and number of candidates of each group that has any
 * @example observedCurve([1, 0], [1, -1], 2)[0]?.p // 0
 */
export function observedCurve(
  correct: readonly number[],
  abilities: readonly number[],
  groups = 10,
): { readonly theta: number; readonly p: number; readonly candidates: number }[] {
  if (correct.length !== abilities.length)
    throw new RangeError('Every candidate has one answer and one ability.')
  const order = abilities.map((_, index) => index).sort((x, y) => abilities[x]! - abilities[y]! || x - y)
  const average = (of: readonly number[], members: readonly number[]): number =>
    members.reduce((sum, index) => sum + of[index]!, 0) / members.length
  return Array.from({ length: groups }, (_, group) =>
    order.slice(
      Math.round((group * order.length) / groups),
      Math.round(((group + 1) * order.length) / groups),
    ),
  )
    .filter((members) => members.length > 0)
    .map((members) => ({
      theta: average(abilities, members),
      p: average(correct, members),
      candidates: members.length,
    }))
}
