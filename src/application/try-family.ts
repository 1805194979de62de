import { drawVariant, type FamilyExhausted } from '../domain/family/draw-variant.ts'
import { drawMany, type FamilyMeasures, measureFamily } from '../domain/family/measure-family.ts'
import { families, familyNamed } from '../domain/family/registry.ts'
import type { Family, Features, Variant } from '../domain/family/types.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { describeFamily, type FamilyEntry } from './list-families.ts'
import type { Ports } from './ports.ts'
import { placeAlone, type ShownItem, showItem } from './show-item.ts'

export type FamilyUnknown = {
  readonly code: 'family-unknown'
  readonly family: string
  readonly known: readonly string[]
}

export type SeedInvalid = { readonly code: 'seed-invalid'; readonly seed: string }

/** One variant as a candidate would see it. `beliefs` tell which misconception gives an option, by option id; with `answer` only. */
export type TriedVariant = ShownItem & {
  readonly itemId: string
  readonly seed: string
  readonly angoff: number
  readonly features: Features
  /** Scenarios drawn until one gave an item. */
  readonly tries: number
  readonly beliefs?: Readonly<Record<string, string>>
}

export type TriedFamily = {
  readonly family: FamilyEntry
  readonly variants: readonly TriedVariant[]
  /** Seeds that gave no item, with what each scenario lacked. */
  readonly exhausted: readonly FamilyExhausted[]
}

/** `seed` is the first of `count` seeds: whole numbers go on by one, other texts get a number behind them. */
export type TryFamily = {
  readonly family: string
  readonly seed?: string
  readonly count?: number
  readonly reveal: boolean
}

const seedForm = /^[a-z0-9]{1,40}$/

const findFamily = (name: string): Result<Family, FamilyUnknown> => {
  const family = familyNamed(name)
  return family === undefined
    ? fail({ code: 'family-unknown', family: name, known: families.map((known) => known.name) })
    : ok(family)
}

const seedsFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    if (/^\d{1,15}$/.test(first)) return String(Number(first) + index)
    return index === 0 ? first : `${first}${index}`
  })

function show({ item, beliefs, seed, features, tries }: Variant, reveal: boolean): TriedVariant {
  const place = placeAlone(item, seed)
  const byOption = place.optionOrder.flatMap((original, index) => {
    const belief = beliefs[original] ?? null
    return belief === null ? [] : [[place.optionIds[index] ?? '', belief] as const]
  })
  return {
    ...{ itemId: item.id, seed, angoff: item.angoff, features, tries },
    ...showItem(place, { reveal }),
    ...(reveal ? { beliefs: Object.fromEntries(byOption) } : {}),
  }
}

/**
 * Draws variants of a family for its author, with key, rationales and beliefs where `reveal` asks for them.
 * @returns the variants, or `family-unknown`, `seed-invalid`
 */
export function tryFamily(
  ports: Pick<Ports, 'content' | 'clock'>,
  { family: name, seed = '1', count = 1, reveal }: TryFamily,
): Result<TriedFamily, FamilyUnknown | SeedInvalid> {
  const found = findFamily(name)
  if (!found.ok) return found
  if (!seedForm.test(seed)) return fail({ code: 'seed-invalid', seed })
  const [facts, { hashItem }] = [ports.content.cloudFacts(), ports.content]
  const drawn = seedsFrom(seed, count).map((each) =>
    drawVariant({ family: found.value, seed: each, facts, hashItem }),
  )
  return ok({
    family: describeFamily(ports, found.value),
    variants: drawn.flatMap((result) => (result.ok ? [show(result.value, reveal)] : [])),
    exhausted: drawn.flatMap((result) => (result.ok ? [] : [result.error])),
  })
}

/**
 * Measures a family over the seeds 1 to `seeds`.
 * @returns yield, distinctness and balance, or `family-unknown`
 */
export function measureFamilyNamed(
  ports: Pick<Ports, 'content'>,
  request: { readonly family: string; readonly seeds: number },
): Result<FamilyMeasures, FamilyUnknown> {
  const found = findFamily(request.family)
  if (!found.ok) return found
  const { hashItem, cloudFacts } = ports.content
  const drawn = drawMany({ family: found.value, facts: cloudFacts(), hashItem }, request.seeds)
  return ok(measureFamily(found.value, drawn))
}
