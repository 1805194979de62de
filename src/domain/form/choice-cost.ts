import type { Item } from '../item/types.ts'
import type { Choice, ChoiceRequest } from './choose-items.ts'

/** Price of one earlier exposure, of a mean Angoff value 1 off its target, and of one squared item off a task's or kind's share. */
const price = { exposure: 10, angoff: 200, share: 0.5 } as const

/** What a choice costs is computed from this: counts by feature, the sum of Angoff values of scored items, exposures. */
export type Tally = { readonly counts: Map<string, number>; angoff: number; exposures: number }

/** What a choice aims at: items by feature, and the mean Angoff value (0 to 1) of its `scored` items. */
export type Target = {
  readonly shares: ReadonlyMap<string, number>
  readonly scored: number
  readonly meanAngoff: number
}

const kindFeature = (item: Item): string => `kind ${item.kind}`
const taskFeature = (item: Item): string => `task ${item.domain} ${item.task ?? ''}`

const meanAngoff = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + item.angoff, 0) / items.length

/**
 * Aims at even shares for the tasks of a domain, the pool's shares for kinds, and the pool's difficulty domain by domain.
 * @example targetOf(choice, request).shares.get('kind multiple-response') // 13 of 65 where the pool has a fifth
 */
export function targetOf(choice: Choice, request: ChoiceRequest): Target {
  const scored = [...choice.sets.flat(), ...choice.scored]
  const shares = new Map<string, number>()
  let angoff = 0
  for (const domain of new Set(scored.map((item) => item.domain))) {
    const inPool = request.pool.filter((item) => item.domain === domain)
    const count = scored.filter((item) => item.domain === domain).length
    const tasks = new Set(inPool.map(taskFeature))
    for (const task of tasks) shares.set(task, count / tasks.size)
    angoff += count * meanAngoff(inPool)
  }
  const size = scored.length + choice.pretest.length
  for (const kind of new Set(request.pool.map(kindFeature))) {
    shares.set(
      kind,
      (size * request.pool.filter((item) => kindFeature(item) === kind).length) / request.pool.length,
    )
  }
  return { shares, scored: scored.length, meanAngoff: scored.length === 0 ? 0 : angoff / scored.length }
}

/** Counts an item in (`sign` 1) or out (`sign` -1). @example countItem(tally, item, { scored: true, sign: 1, timesSeen: 0 }) // undefined */
export function countItem(
  tally: Tally,
  item: Item,
  as: { scored: boolean; sign: 1 | -1; timesSeen: number },
): void {
  const features = as.scored ? [kindFeature(item), taskFeature(item)] : [kindFeature(item)]
  for (const feature of features) tally.counts.set(feature, (tally.counts.get(feature) ?? 0) + as.sign)
  if (as.scored) tally.angoff += as.sign * item.angoff
  tally.exposures += as.sign * as.timesSeen
}

/**
 * cost = 10 · exposures + 200 · |mean Angoff - target| + 0.5 · Σ (count - share)² over tasks and kinds; 0 or more.
 * @example costOf({ counts: new Map(), angoff: 0, exposures: 1 }, { shares: new Map(), scored: 0, meanAngoff: 0 }) // 10
 */
export function costOf(tally: Tally, target: Target): number {
  let offShare = 0
  for (const [feature, share] of target.shares) offShare += ((tally.counts.get(feature) ?? 0) - share) ** 2
  const offAngoff = target.scored === 0 ? 0 : Math.abs(tally.angoff / target.scored - target.meanAngoff)
  return price.share * offShare + price.angoff * offAngoff + price.exposure * tally.exposures
}
