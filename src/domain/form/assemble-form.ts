import type { Item, Pack } from '../item/types.ts'
import type { CalendarDate } from '../kernel/calendar-date.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { type SeededRandom, seededRandom, shuffle } from '../kernel/seeded-random.ts'
import { apportion, apportionWithin } from './apportion.ts'
import { arrangeOptions } from './arrange-options.ts'
import { type Choice, chooseItems, sizeOf } from './choose-items.ts'
import type { Blueprint, BlueprintDomain, Form } from './types.ts'

/** Rises whenever the same inputs would give another form. */
export const assemblyVersion = 1

/** Narrows the pool. No domains or tasks means all of them; `itemIds`, where given, are the only items that may be drawn. */
export type FormFilters = {
  readonly domains?: readonly number[]
  readonly tasks?: readonly string[]
  readonly itemIds?: readonly string[]
}

/**
 * What a form is drawn from. `seed` fixes which items stand on it and in what order; `secretSeed` fixes option order and
 * identifiers, and nothing else.
 */
export type AssemblyRequest = {
  readonly blueprint: Blueprint
  readonly pack: Pack
  readonly seed: string
  readonly secretSeed: string
  readonly drawnOn: CalendarDate
  readonly newId: () => string
  /** Items met before; one that is listed twice was met twice. */
  readonly avoid?: { readonly seenItemIds: readonly string[] }
  readonly filters?: FormFilters
  /** A block of this many items, all scored, instead of a whole form. */
  readonly length?: number
  /** Lets a block be shorter where the pool is; a whole form is never shorter. */
  readonly allowFewer?: boolean
}

/** Where the pool falls short: items needed and items that can stand together on one form, by domain. */
export type PoolTooSmall = {
  readonly code: 'pool-too-small'
  readonly missing: readonly {
    readonly domain: number
    readonly needed: number
    readonly available: number
  }[]
}

/** What is to be drawn: quotas of scored items by domain, and unscored items. */
type Plan = {
  readonly domains: readonly BlueprintDomain[]
  readonly needed: readonly number[]
  readonly quotas: readonly number[]
  readonly pretest: number
}

const admits = <T>(allowed: readonly T[] | undefined, value: T): boolean =>
  !allowed?.length || allowed.includes(value)

function eligibleItems({ blueprint, pack, filters = {} }: AssemblyRequest): Item[] {
  const domains = new Set(blueprint.domains.map((domain) => domain.number))
  return pack.items.filter(
    (item) =>
      domains.has(item.domain) &&
      blueprint.kinds.includes(item.kind) &&
      admits(filters.domains, item.domain) &&
      (!filters.tasks?.length || (item.task !== null && filters.tasks.includes(item.task))) &&
      (filters.itemIds === undefined || filters.itemIds.includes(item.id)),
  )
}

/** Domains that the filters leave in play. */
function domainsInPlay({ blueprint, filters = {} }: AssemblyRequest): BlueprintDomain[] {
  return blueprint.domains.filter(
    (domain) =>
      admits(filters.domains, domain.number) &&
      (!filters.tasks?.length || domain.tasks.some((task) => filters.tasks?.includes(task))),
  )
}

/** A whole form meets its weights exactly; a block follows them as far as the pool goes. */
function planOf(request: AssemblyRequest, pool: readonly Item[]): Plan {
  const domains = domainsInPlay(request)
  const weights = domains.map((domain) => domain.weightPercent ?? 1)
  const total = request.length ?? request.blueprint.scoredItems
  const needed = domains.length === 0 ? [] : apportion(total, weights)
  if (request.length === undefined)
    return { domains, needed, quotas: needed, pretest: request.blueprint.unscoredItems }
  const limits = domains.map((domain) => pool.filter((item) => item.domain === domain.number).length)
  return { domains, needed, quotas: apportionWithin(total, weights, limits), pretest: 0 }
}

/** Domains with fewer items than needed: among the scored items, or, where those suffice, with the pretest items added. */
function missingOf(plan: Plan, choice: Choice): PoolTooSmall['missing'] {
  const scored = [...choice.sets.flat(), ...choice.scored]
  const short = (items: readonly Item[], needed: readonly number[]): PoolTooSmall['missing'] =>
    plan.domains
      .map(({ number }, index) => ({
        domain: number,
        needed: needed[index] ?? 0,
        available: items.filter((item) => item.domain === number).length,
      }))
      .filter(({ needed: count, available }) => available < count)
  const missing = short(scored, plan.needed)
  if (missing.length > 0 || plan.domains.length === 0) return missing
  const total = plan.needed.reduce((a, b) => a + b, 0) + plan.pretest
  return short(
    [...scored, ...choice.pretest],
    apportion(
      total,
      plan.domains.map((domain) => domain.weightPercent ?? 1),
    ),
  )
}

/** Items in form order: case studies whole, everything else by chance, pretest items anywhere. */
function orderItems(choice: Choice, random: SeededRandom): readonly { item: Item; scored: boolean }[] {
  const scored = (items: readonly Item[]) => items.map((item) => ({ item, scored: true }))
  const units = [
    ...choice.sets.map(scored),
    ...choice.scored.map((item) => scored([item])),
    ...choice.pretest.map((item) => [{ item, scored: false }]),
  ]
  return shuffle(units, random).flat()
}

/** The blueprint that the drawn form really has: a block is shorter, takes its share of the time and shows the domains in play. */
function blueprintOfForm({ blueprint, length }: AssemblyRequest, plan: Plan, scoredItems: number): Blueprint {
  if (length === undefined) return blueprint
  const share = scoredItems / (blueprint.scoredItems + blueprint.unscoredItems)
  return {
    ...blueprint,
    scoredItems,
    unscoredItems: 0,
    durationMinutes: Math.ceil(blueprint.durationMinutes * share),
    domains: plan.domains,
  }
}

function timesSeen(seenItemIds: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const id of seenItemIds) times.set(id, (times.get(id) ?? 0) + 1)
  return times
}

function buildForm(request: AssemblyRequest, plan: Plan, choice: Choice, random: SeededRandom): Form {
  const ordered = orderItems(choice, random)
  const placed = arrangeOptions(
    ordered.map(({ item }) => item),
    request.secretSeed,
  )
  const stimulusIds = new Set(ordered.map(({ item }) => item.stimulusId))
  return {
    formId: request.newId(),
    examCode: request.blueprint.examCode,
    seed: request.seed,
    assemblyVersion,
    packVersion: request.pack.version,
    drawnOn: request.drawnOn,
    blueprint: blueprintOfForm(request, plan, ordered.filter(({ scored }) => scored).length),
    purpose: request.pack.purpose,
    items: placed.map((item, index) => ({
      ...item,
      position: index + 1,
      scored: ordered[index]?.scored ?? true,
    })),
    stimuli: request.pack.stimuli.filter(({ id }) => stimulusIds.has(id)),
  }
}

/**
 * Draws a form from a blueprint, a pool and a seed; the same inputs give the same form, byte for byte.
 *
 * Domain quotas of scored items are exact (largest remainder), enemies never meet, case studies stay whole, items met
 * before come last; a seeded swap search then spreads tasks and kinds and brings the mean Angoff value to the pool's.
 *
 * @returns the form with its keys, or `pool-too-small` with what is missing where
 * @see van der Linden (2005), Linear Models for Optimal Test Design (the constraints; the search is our own)
 * @example assembleForm({ blueprint, pack, seed: 'a', secretSeed, drawnOn, newId }).ok // true
 */
export function assembleForm(request: AssemblyRequest): Result<Form, PoolTooSmall> {
  const random = seededRandom(request.seed)
  const pool = eligibleItems(request)
  const plan = planOf(request, pool)
  const quotas = new Map(plan.domains.map((domain, index) => [domain.number, plan.quotas[index] ?? 0]))
  const choice = chooseItems({
    pool,
    quotas,
    pretestItems: plan.pretest,
    timesSeen: timesSeen(request.avoid?.seenItemIds ?? []),
    random,
  })
  const wanted = plan.needed.reduce((a, b) => a + b, 0) + plan.pretest
  const fewerWillDo = request.length !== undefined && request.allowFewer === true && sizeOf(choice) > 0
  return sizeOf(choice) === wanted || fewerWillDo
    ? ok(buildForm(request, plan, choice, random))
    : fail({ code: 'pool-too-small', missing: missingOf(plan, choice) })
}
