import { familyOfItem } from '../item/family-of-item.ts'
import type { Item, Pack } from '../item/types.ts'
import { coldStart, type ItemEstimate } from '../measurement/bank/item-estimate.ts'
import type { FitReport } from '../measurement/statistics/fit-gates.ts'
import type { ClosestItem } from './examine-fit.ts'
import { estimateOfVariant, type RunFamily } from './family-estimates.ts'
import { type ItemRelease, stateAfterReleases } from './item-release.ts'

/** A normal distribution of ability. */
export type Population = { readonly mean: number; readonly sd: number }

/** How far an operational item moved since its parameters were frozen: change of b, and that in standard errors. */
export type ItemDrift = { readonly changeB: number; readonly zB: number; readonly drifted: boolean }

/** One item of a calibration run. The hash names the content that was answered: an edit voids the estimate. */
export type RunItem = ItemEstimate & {
  readonly itemId: string
  readonly hash: string
  /** Run in which these parameters were estimated; operational ones stand until they are held. */
  readonly since: number
  /** Responses from practice, kept apart as a group of its own. */
  readonly practice: number
  readonly p: number | null
  readonly itemRest: number | null
  readonly fit: FitReport
  /** The item with the largest Q3; absent in runs from before it was looked at. */
  readonly closest?: ClosestItem | null
  readonly drift: ItemDrift | null
}

/** One calibration of a pool: a new version of its parameters. Nothing in it is ever changed. */
export type CalibrationRun = {
  readonly examCode: string
  /** From 1; every run is a new version. */
  readonly version: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly attempts: { readonly exam: number; readonly practice: number }
  readonly responses: number
  /** Ability of those who sat exams, and of those who practised, with the standard at 0. */
  readonly population: Population
  readonly practicePopulation: Population | null
  /** How the scale was found: from the judged values, or from anchors of earlier versions. */
  readonly link: 'judged' | 'anchors'
  readonly anchors: number
  readonly converged: boolean
  readonly logLikelihood: number
  readonly steps: number
  readonly items: readonly RunItem[]
  /** Families with enough responses; absent in runs from before they were estimated. */
  readonly families?: readonly RunFamily[]
}

/** The parameters of a pool as they stand: estimates where there are any, judged values elsewhere. */
export type ItemBank = {
  /** Version of the run they come from; 0 before the first. */
  readonly version: number
  readonly population: Population
  /** By item id: every item of the pool. */
  readonly estimates: ReadonlyMap<string, ItemEstimate>
  /** By name of family: what is believed of a variant that nobody has met. */
  readonly families: ReadonlyMap<string, ItemEstimate>
}

/** What the bank believes of an item: of a family's variant what it believes of the family; undefined for one it does not know. */
export const estimateOf = (itemId: string, { estimates, families }: ItemBank): ItemEstimate | undefined =>
  estimates.get(itemId) ?? families.get(familyOfItem(itemId) ?? '')

/** Candidates as they are before anything is known of them: centred on the standard. */
const unknownPopulation: Population = { mean: 0, sd: 1 }

/** Mean Angoff value of the items of each domain. */
function domainMeans(items: readonly Item[]): Map<number, number> {
  const domains = Map.groupBy(items, (item) => item.domain)
  return new Map(
    [...domains].map(([domain, own]) => [
      domain,
      own.reduce((sum, { angoff }) => sum + angoff, 0) / own.length,
    ]),
  )
}

/**
 * What is believed of every item of a pool before any response: its Angoff value, drawn towards the mean of its domain.
 * @example judgeItems([]).size // 0
 */
export function judgeItems(items: readonly Item[]): Map<string, ItemEstimate> {
  const means = domainMeans(items)
  return new Map(
    items.map((item) => [item.id, coldStart(item.angoff, means.get(item.domain) ?? item.angoff)]),
  )
}

/**
 * The parameters of a pool as a calibration run left them. An item that was edited since, or that no run knows, has its judged
 * values; one with too few responses keeps them too.
 *
 * @param run the newest run of the pool's exam; null before the first
 * @param releases of held items by their owner, of the same exam
 * @example makeBank({ items: [] }, null).version // 0
 */
export function makeBank(
  pack: Pick<Pack, 'items'>,
  run: CalibrationRun | null,
  releases: readonly ItemRelease[] = [],
): ItemBank {
  const estimates = judgeItems(pack.items)
  const hashes = new Map(pack.items.map((item) => [item.id, item.hash]))
  for (const item of run?.items ?? []) {
    const { itemId, hash, responses, parameters, logDiscriminationSd, difficultySd } = item
    const state = stateAfterReleases(item, releases)
    if (hashes.get(itemId) !== hash || state === 'uncalibrated') continue
    estimates.set(itemId, { parameters, logDiscriminationSd, difficultySd, state, responses })
  }
  const families = (run?.families ?? []).map((each) => [each.family, estimateOfVariant(each)] as const)
  return {
    version: run?.version ?? 0,
    population: run?.population ?? unknownPopulation,
    estimates,
    families: new Map(families),
  }
}

/**
 * The pool without items that are held from scoring.
 * @example withoutHeld({ items: [] }, makeBank({ items: [] }, null)).items // []
 */
export const withoutHeld = <P extends Pick<Pack, 'items'>>(pack: P, { estimates }: ItemBank): P => ({
  ...pack,
  items: pack.items.filter(({ id }) => estimates.get(id)?.state !== 'held'),
})
