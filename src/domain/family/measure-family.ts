import type { CloudFacts } from '../cloud/cloud-facts.ts'
import { keyInFile } from '../item/standing.ts'
import type { Item } from '../item/types.ts'
import { drawVariant, type FamilyExhausted } from './draw-variant.ts'
import type { Family, HashItem, Variant } from './types.ts'

/** Figures of a family over many seeds; shares are 0 to 1. */
export type FamilyMeasures = {
  readonly seeds: number
  readonly exhausted: readonly FamilyExhausted[]
  /** Items per scenario drawn. */
  readonly yield: number
  /** Share of variants whose stem, options and key stand nowhere else. */
  readonly distinctItems: number
  readonly distinctStems: number
  /** Share of variants whose key text stands nowhere else; low where the key is a small number. */
  readonly distinctKeys: number
  /** Variants by the place of the key (multiple-choice), as the family's file order has it. */
  readonly keyPlaces: readonly number[]
  /** Share of choice items whose key is the longest option, the shortest option. */
  readonly keyLongest: number
  readonly keyShortest: number
  /** Variants by structure of the stem. */
  readonly renderings: Readonly<Record<string, number>>
  /** Share of variants in which the belief gives an option (ordering, matching: an option beyond the key). */
  readonly beliefs: Readonly<Record<string, number>>
  readonly angoffMean: number
  readonly angoffSd: number
}

const shareOf = <T>(values: readonly T[], test: (value: T) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length

const distinctShare = (texts: readonly string[]): number =>
  texts.length === 0 ? 0 : new Set(texts).size / texts.length

const keyText = (item: Item): string =>
  keyInFile(item)
    .map((index) => item.options[index]?.text)
    .join(' | ')

const wholeText = (item: Item): string =>
  [item.stem, ...item.options.map(({ text }) => text).sort(), keyText(item)].join('\n')

function keyLengthIs(item: Item, extreme: (...lengths: number[]) => number): boolean {
  const lengths = item.options.map(({ text }) => text.length)
  const keys = lengths.filter((_, index) => item.options[index]?.key === true)
  const most = extreme(...lengths)
  return keys.includes(most) && lengths.filter((length) => length === most).length === 1
}

function countPlaces(items: readonly Item[]): number[] {
  const places = [0, 0, 0, 0]
  for (const { kind, options } of items) {
    const place = options.findIndex(({ key }) => key === true)
    if (kind === 'multiple-choice' && place >= 0) places[place] = (places[place] ?? 0) + 1
  }
  return places
}

function countBeliefs(family: Family, variants: readonly Variant[]): Record<string, number> {
  return Object.fromEntries(
    family.misconceptions.map(({ id }) => [id, shareOf(variants, ({ beliefs }) => beliefs.includes(id))]),
  )
}

function countRenderings(variants: readonly Variant[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { features } of variants) counts[features.rendering] = (counts[features.rendering] ?? 0) + 1
  return counts
}

function spreadOf(values: readonly number[]): { readonly mean: number; readonly sd: number } {
  const mean = values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, sd: Math.sqrt(squares / Math.max(1, values.length - 1)) }
}

/** Draws the variants of seeds 1, 2, 3, …; those that a family cannot give are told apart. */
export function drawMany(
  request: { readonly family: Family; readonly facts: CloudFacts; readonly hashItem: HashItem },
  seeds: number,
): { readonly variants: readonly Variant[]; readonly exhausted: readonly FamilyExhausted[] } {
  const drawn = Array.from({ length: seeds }, (_, index) =>
    drawVariant({ ...request, seed: String(index + 1) }),
  )
  return {
    variants: drawn.flatMap((result) => (result.ok ? [result.value] : [])),
    exhausted: drawn.flatMap((result) => (result.ok ? [] : [result.error])),
  }
}

/**
 * Measures a family over drawn variants: yield, distinctness, balance of the key, what each belief contributes.
 * @example measureFamily(family, drawMany(request, 100)).yield // 0.82
 */
export function measureFamily(
  family: Family,
  { variants, exhausted }: ReturnType<typeof drawMany>,
): FamilyMeasures {
  const items = variants.map(({ item }) => item)
  const choices = items.filter(({ kind }) => kind === 'multiple-choice' || kind === 'multiple-response')
  const angoff = spreadOf(items.map((item) => item.angoff))
  const tries = variants.reduce((sum, variant) => sum + variant.tries, 0)
  return {
    seeds: variants.length + exhausted.length,
    exhausted,
    yield: tries === 0 ? 0 : variants.length / tries,
    distinctItems: distinctShare(items.map(wholeText)),
    distinctStems: distinctShare(items.map(({ stem }) => stem)),
    distinctKeys: distinctShare(items.map(keyText)),
    keyPlaces: countPlaces(items),
    keyLongest: shareOf(choices, (item) => keyLengthIs(item, Math.max)),
    keyShortest: shareOf(choices, (item) => keyLengthIs(item, Math.min)),
    renderings: countRenderings(variants),
    beliefs: countBeliefs(family, variants),
    angoffMean: angoff.mean,
    angoffSd: angoff.sd,
  }
}
