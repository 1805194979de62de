import { conflictsWith } from '../item/enemies.ts'
import type { Item } from '../item/types.ts'
import { type SeededRandom, shuffle } from '../kernel/seeded-random.ts'
import { improveChoice } from './improve-choice.ts'

/** What is to be chosen, and from what. `quotas` are scored items by domain; `timesSeen` counts the candidate's exposures. */
export type ChoiceRequest = {
  readonly pool: readonly Item[]
  readonly quotas: ReadonlyMap<number, number>
  readonly pretestItems: number
  readonly timesSeen: ReadonlyMap<string, number>
  readonly random: SeededRandom
}

/** Items chosen for a form. `sets` are the scored items of case studies, set by set; they stay together. */
export type Choice = {
  readonly sets: readonly (readonly Item[])[]
  readonly scored: readonly Item[]
  readonly pretest: readonly Item[]
}

const attempts = 8

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0)

/** Case studies of a pool, each with all its items, and the items that stand alone. */
function groupByStimulus(pool: readonly Item[]): { sets: Item[][]; singles: Item[] } {
  const sets = new Map<string, Item[]>()
  for (const item of pool) {
    if (item.stimulusId !== null) sets.set(item.stimulusId, [...(sets.get(item.stimulusId) ?? []), item])
  }
  return { sets: [...sets.values()], singles: pool.filter((item) => item.stimulusId === null) }
}

/** Least seen first, then by chance; every other attempt puts items with many enemies last, for pools where those block each other. */
function rank(items: readonly Item[], request: ChoiceRequest, attempt: number): Item[] {
  const seen = (item: Item): number => request.timesSeen.get(item.id) ?? 0
  const burden = (item: Item): number => (attempt % 2 === 1 ? item.enemies.length : 0)
  return shuffle(items, request.random).sort((a, b) => burden(a) - burden(b) || seen(a) - seen(b))
}

function fits(unit: readonly Item[], left: ReadonlyMap<number, number>, chosen: readonly Item[]): boolean {
  const domains = new Set(unit.map((item) => item.domain))
  const room = [...domains].every(
    (domain) => unit.filter((item) => item.domain === domain).length <= (left.get(domain) ?? 0),
  )
  return room && !unit.some((item) => conflictsWith(item, chosen))
}

/** Takes units in their order while they fit the quotas and no enemies meet. */
function fill(units: readonly (readonly Item[])[], quotas: ReadonlyMap<number, number>): (readonly Item[])[] {
  const left = new Map(quotas)
  const taken: (readonly Item[])[] = []
  for (const unit of units) {
    if (!fits(unit, left, taken.flat())) continue
    for (const item of unit) left.set(item.domain, (left.get(item.domain) ?? 0) - 1)
    taken.push(unit)
  }
  return taken
}

/** Case studies come first in their share of the pool, more of them with each attempt; the rest only where single items run short. */
function orderUnits(request: ChoiceRequest, attempt: number): Item[][] {
  const { sets, singles } = groupByStimulus(request.pool)
  const wanted = Math.round((sets.length * sumOf(request.quotas.values())) / Math.max(1, request.pool.length))
  const shuffled = shuffle(sets, request.random)
  const ranked = rank(singles, request, attempt).map((item) => [item])
  return [...shuffled.slice(0, wanted + attempt), ...ranked, ...shuffled.slice(wanted + attempt)]
}

function fillPretest(request: ChoiceRequest, scored: readonly Item[], attempt: number): Item[] {
  const taken = new Set(scored)
  const open = request.pool.filter((item) => item.stimulusId === null && !taken.has(item))
  const pretest: Item[] = []
  for (const item of rank(open, request, attempt)) {
    if (pretest.length === request.pretestItems) break
    if (!conflictsWith(item, [...scored, ...pretest])) pretest.push(item)
  }
  return pretest
}

function drawOnce(request: ChoiceRequest, attempt: number): Choice {
  const units = fill(orderUnits(request, attempt), request.quotas)
  const single = (unit: readonly Item[]): boolean => unit[0]?.stimulusId === null
  return {
    sets: units.filter((unit) => !single(unit)),
    scored: units.filter(single).flat(),
    pretest: fillPretest(request, units.flat(), attempt),
  }
}

/** Number of items on a choice. @example sizeOf({ sets: [], scored: [], pretest: [] }) // 0 */
export const sizeOf = (choice: Choice): number =>
  choice.sets.flat().length + choice.scored.length + choice.pretest.length

/**
 * Chooses the items of a form: quotas by domain first, then a seeded swap search for tasks, kinds, difficulty and exposure.
 * The choice falls short of the request only where the pool or its enemies do not allow more.
 *
 * @example sizeOf(chooseItems({ pool: [], quotas: new Map(), pretestItems: 0, timesSeen: new Map(), random })) // 0
 */
export function chooseItems(request: ChoiceRequest): Choice {
  const wanted = sumOf(request.quotas.values()) + request.pretestItems
  let best = drawOnce(request, 0)
  for (let attempt = 1; attempt < attempts && sizeOf(best) < wanted; attempt++) {
    const next = drawOnce(request, attempt)
    if (sizeOf(next) > sizeOf(best)) best = next
  }
  return improveChoice(best, request)
}
