import type { Item } from '../item/types.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { type SeededRandom, seededRandom } from '../kernel/seeded-random.ts'
import { selectItem } from '../measurement/adaptive/select-item.ts'
import {
  type AdaptiveSession,
  type AdaptiveTestPlan,
  decideSessionStop,
  recordResponse,
  startSession,
} from '../measurement/adaptive/session.ts'
import type { StopReason } from '../measurement/adaptive/stopping.ts'
import {
  type AdaptivePlan,
  diagnosticRule,
  fewestItemsToChooseFrom,
  type PooledItem,
  readyPlan,
} from './adaptive-plan.ts'
import { arrangeOptions } from './arrange-options.ts'
import { type AssemblyRequest, assemblyVersion, type PoolTooSmall } from './assemble-form.ts'
import type { ItemBank } from './item-bank.ts'
import { estimatesOf, type FormMeasurement } from './measure-form.ts'
import type { Form, FormItem } from './types.ts'

/** A form that grows, without its items: what is stored when the attempt starts. */
export type AdaptiveForm = Form & { readonly adaptive: AdaptivePlan; readonly measurement: FormMeasurement }

/** True for a form that grows item by item. */
export const isAdaptive = (form: Form): form is AdaptiveForm =>
  form.adaptive !== undefined && form.measurement !== undefined

/** What an adaptive form is begun from. */
export type AdaptiveRequest = Omit<AssemblyRequest, 'secretSeed' | 'filters' | 'length' | 'allowFewer'> & {
  readonly bank: ItemBank
  /** Items that others met too often, by id. */
  readonly resting: ReadonlySet<string>
}

function chooseable({ pack, blueprint }: AdaptiveRequest): readonly Item[] {
  const domains = new Set(blueprint.domains.map(({ number }) => number))
  return pack.items.filter((item) => domains.has(item.domain) && blueprint.kinds.includes(item.kind))
}

function shortage(request: AdaptiveRequest, items: readonly Item[]): PoolTooSmall | null {
  const missing = request.blueprint.domains
    .map(({ number }) => ({
      domain: number,
      needed: diagnosticRule.fewestPerDomain,
      available: items.filter((item) => item.domain === number).length,
    }))
    .filter(({ needed, available }) => available < needed)
  return items.length < fewestItemsToChooseFrom || missing.length > 0
    ? { code: 'pool-too-small', missing }
    : null
}

/**
 * Begins a form that grows: fixes the pool with its parameters, the rule by which it ends, and the seed; it has no item yet.
 * Items that the candidate has met rest, as those do that others met too often: they serve where a domain has no other.
 *
 * @returns the form, or `pool-too-small` below 60 items, or where a domain has fewer than two
 * @example beginAdaptiveForm({ ...request, bank, resting: new Set() }).ok // true for a pool of 60 items and more
 */
export function beginAdaptiveForm(request: AdaptiveRequest): Result<AdaptiveForm, PoolTooSmall> {
  const { blueprint, pack, bank, resting, avoid } = request
  const met = new Set(avoid?.seenItemIds ?? [])
  const items = chooseable(request)
  const short = shortage(request, items)
  if (short !== null) return fail(short)
  const estimates = estimatesOf(
    items.map((item) => ({ item, scored: true })),
    bank,
  )
  const pool = items.map(({ id, hash }, place) => ({
    itemId: id,
    hash,
    estimate: estimates[place] as PooledItem['estimate'],
    resting: resting.has(id) || met.has(id),
  }))
  return ok({
    formId: request.newId(),
    examCode: blueprint.examCode,
    seed: request.seed,
    assemblyVersion,
    packVersion: pack.version,
    drawnOn: request.drawnOn,
    blueprint,
    purpose: pack.purpose,
    items: [],
    stimuli: pack.stimuli,
    measurement: {
      version: bank.version,
      population: bank.population,
      estimates: [],
      conversion: null,
      decisions: null,
    },
    adaptive: { ...diagnosticRule, pool },
  })
}

/** What an adaptive form does next. */
export type NextStep =
  | { readonly kind: 'give'; readonly item: Item }
  | { readonly kind: 'end'; readonly reason: StopReason }

type Resumed = {
  readonly pool: readonly Item[]
  readonly test: AdaptiveTestPlan
  readonly session: AdaptiveSession
}

/** The session that the answers so far lead to. */
function resume(
  form: AdaptiveForm,
  correct: readonly boolean[],
  items: readonly Item[],
  random: SeededRandom,
): Resumed {
  const placed = new Map(form.items.map(({ item }) => [item.id, item]))
  const present = [...items.filter(({ id }) => !placed.has(id)), ...placed.values()]
  const { items: pool, test } = readyPlan(form.adaptive, present, {
    domains: form.blueprint.domains,
    population: form.measurement.population,
  })
  let session = startSession(test, random)
  const places = new Map(pool.map(({ id }, place) => [id, place]))
  correct.forEach((right, index) => {
    const place = places.get(form.items[index]?.item.id ?? '')
    if (place !== undefined) session = recordResponse(test, session, place, right)
  })
  return { pool, test, session }
}

/**
 * Why an adaptive form ends after these answers; null while it goes on. It needs nothing but the form.
 * @param correct whether each of the first items was answered correctly, in form order
 */
export function whyEnded(form: AdaptiveForm, correct: readonly boolean[]): StopReason | null {
  const placed = form.items.map(({ item }) => item)
  if (placed.length === 0) return null
  const { test, session } = resume(form, correct, placed, seededRandom(form.seed))
  return decideSessionStop(test, session)
}

/**
 * The next item of an adaptive form, or why it ends here. The same form and answers give the same item.
 *
 * @param correct whether each item placed so far was answered correctly, in form order
 * @param items the pool's items as the pack has them
 * @throws RangeError for another number of answers than items
 */
export function nextStep(form: AdaptiveForm, correct: readonly boolean[], items: readonly Item[]): NextStep {
  if (correct.length !== form.items.length)
    throw new RangeError('Every item of an adaptive form is answered before the next is chosen.')
  const pooled = new Map(form.adaptive.pool.map(({ itemId, hash }) => [itemId, hash]))
  if (!items.some(({ id, hash }) => pooled.get(id) === hash)) return { kind: 'end', reason: 'bank-exhausted' }
  const random = seededRandom(`${form.seed}/${correct.length}`)
  const { pool, test, session } = resume(form, correct, items, random)
  const reason = decideSessionStop(test, session)
  if (reason !== null) return { kind: 'end', reason }
  const chosen = selectItem(test, session, random)
  if (chosen === null) return { kind: 'end', reason: 'bank-exhausted' }
  return { kind: 'give', item: pool[chosen] as Item }
}

/**
 * Places an item behind those that a form has.
 * @param secretSeed unguessable text of this attempt and position: it gives option order and identifiers
 */
export function placeItem(form: AdaptiveForm, item: Item, secretSeed: string): FormItem {
  const [placed] = arrangeOptions([item], secretSeed)
  return { ...(placed as NonNullable<typeof placed>), position: form.items.length + 1, scored: true }
}

/**
 * The form with one more item, and the parameters with which that item was chosen.
 * @throws RangeError for an item that is not next in order
 */
export function growForm<F extends Form>(form: F, place: FormItem): F {
  if (place.position !== form.items.length + 1) throw new RangeError('An item joins a form behind the last.')
  const { measurement, adaptive } = form
  const pooled = adaptive?.pool.find(({ itemId }) => itemId === place.item.id)
  const grown = { ...form, items: [...form.items, place] }
  if (measurement === undefined || pooled === undefined) return grown
  return { ...grown, measurement: { ...measurement, estimates: [...measurement.estimates, pooled.estimate] } }
}
