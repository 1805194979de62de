import type { ItemParameters } from '../model/item-parameters.ts'
import { logProbability, probabilityCorrect } from '../model/probability.ts'
import { normalQuadrature, type Quadrature } from '../model/quadrature.ts'

/** An item of an adaptive bank, as measurement sees it. */
export type AdaptiveItem = {
  readonly parameters: ItemParameters
  /** Content area, a whole number from 0. */
  readonly content: number
  /** Items of one family stand for each other: a session gives one of them at most. */
  readonly family?: string
  /** Items of one set share a stimulus: a session gives them together. */
  readonly set?: string
  /** Positions of items that give this one away, or are given away by it. */
  readonly enemies?: readonly number[]
  /** Expected time, in seconds. */
  readonly seconds?: number
}

/** A bank with everything tabulated that a session needs: rows by item, columns by node of the grid. */
export type AdaptiveBank = {
  readonly items: readonly AdaptiveItem[]
  /** Prior distribution of ability, on the grid of all sessions. */
  readonly prior: Quadrature
  readonly correct: Float64Array
  readonly logCorrect: Float64Array
  readonly logWrong: Float64Array
  /** For each item, the items that must not follow it: enemies and siblings. */
  readonly rivals: readonly (readonly number[])[]
  /** For each item, the items of its set, itself included; none for an item that stands alone. */
  readonly sets: readonly (readonly number[])[]
}

/** Positions of the items that share a name, by name. */
function groupBy(
  items: readonly AdaptiveItem[],
  nameOf: (item: AdaptiveItem) => string | undefined,
): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  items.forEach((item, position) => {
    const name = nameOf(item)
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), position])
  })
  return groups
}

function findRivals(items: readonly AdaptiveItem[]): number[][] {
  const rivals = items.map(() => new Set<number>())
  const oppose = (one: number, other: number): void => {
    if (rivals[other] === undefined)
      throw new RangeError(`Item ${one} names enemy ${other}, which the bank does not have.`)
    rivals[one]?.add(other)
    rivals[other].add(one)
  }
  items.forEach(({ enemies = [] }, one) => {
    for (const other of enemies) oppose(one, other)
  })
  for (const siblings of groupBy(items, ({ family }) => family).values())
    for (const one of siblings) for (const other of siblings) oppose(one, other)
  return rivals.map((others, position) =>
    [...others].filter((other) => other !== position).sort((a, b) => a - b),
  )
}

function checkItems(items: readonly AdaptiveItem[]): void {
  if (items.length === 0) throw new RangeError('A bank has at least one item.')
  if (!items.every(({ content }) => Number.isInteger(content) && content >= 0))
    throw new RangeError('A content area is a whole number from 0.')
}

/**
 * Tabulates a bank on the grid of a prior distribution. Nodes a tenth apart hold posteriors down to an SD of about 0.07, some
 * hundreds of items; longer tests need more.
 *
 * @param prior abilities and their weights; 121 nodes of N(0, 1) on [-6, 6] unless told
 * @throws RangeError for an empty bank, a content area that is no whole number, or an enemy that the bank does not have
 * @example prepareBank([{ parameters: { a: 1, b: 0, c: 0, d: 1 }, content: 0 }]).correct.length // 121
 */
export function prepareBank(
  items: readonly AdaptiveItem[],
  prior: Quadrature = normalQuadrature({ count: 121 }),
): AdaptiveBank {
  checkItems(items)
  const tabulate = (value: (theta: number, item: ItemParameters) => number): Float64Array => {
    const width = prior.nodes.length
    const table = new Float64Array(items.length * width)
    items.forEach(({ parameters }, row) => {
      table.set(
        prior.nodes.map((theta) => value(theta, parameters)),
        row * width,
      )
    })
    return table
  }
  const sets = groupBy(items, ({ set }) => set)
  return {
    items,
    prior,
    correct: tabulate(probabilityCorrect),
    logCorrect: tabulate((theta, item) => logProbability(theta, item, true)),
    logWrong: tabulate((theta, item) => logProbability(theta, item, false)),
    rivals: findRivals(items),
    sets: items.map(({ set }) => (set === undefined ? [] : (sets.get(set) ?? []))),
  }
}
