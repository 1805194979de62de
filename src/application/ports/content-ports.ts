import type { Catalogue } from '../../domain/catalogue/types.ts'
import type { CloudFacts } from '../../domain/cloud/cloud-facts.ts'
import type { ServiceChange } from '../../domain/item/freshness.ts'
import type { KeyChange } from '../../domain/item/key-change.ts'
import type { BlindSheet, Standing } from '../../domain/item/standing.ts'
import type { Item, Pack } from '../../domain/item/types.ts'
import type { RouteModel } from '../../domain/path/route-model.ts'

/** What the loader found in one item file. Errors keep an item out of the pool. */
export type ContentFinding = {
  readonly file: string
  readonly line: number
  readonly level: 'error' | 'warning'
  readonly rule: string
  readonly itemId: string | null
  readonly advice: string
}

/** An item that could be read: where it stands and why, and the line on which it begins. */
export type ItemEntry = {
  readonly item: Item
  readonly standing: Standing
  readonly file: string
  readonly line: number
}

/**
 * A pack as loaded: the pool that may be drawn from, every item that could be read, the blind sheets, and what was found
 * on the way. `folder` is where the pack lies.
 */
export type LoadedPack = {
  readonly pack: Pack
  readonly entries: readonly ItemEntry[]
  readonly sheets: readonly BlindSheet[]
  /** Keys that turned out to be wrong, oldest first. */
  readonly changes: readonly KeyChange[]
  readonly findings: readonly ContentFinding[]
  readonly folder: string
}

/** Keeps blind sheets beside the pack whose items they solve; the pack as loaded does not change. */
export type ReviewSheets = { readonly append: (pack: LoadedPack, sheets: readonly BlindSheet[]) => void }

/** Keeps key changes beside the pack whose items they speak of; attempts are scored again by them. */
export type KeyChanges = { readonly append: (pack: LoadedPack, change: KeyChange) => void }

/** Catalogue and packs, read and validated once per process; packs again after something was stored beside them. */
export type Content = {
  readonly catalogue: () => Catalogue
  readonly packs: () => readonly LoadedPack[]
  /** The tables of the route planner. */
  readonly routeModel: () => RouteModel
  /** Limits, constants and rounding rules of cloud services, with the page and day of each. */
  readonly cloudFacts: () => CloudFacts
  /** Services that the vendor has ended or closed, by which items go stale. */
  readonly serviceChanges: () => readonly ServiceChange[]
  /** Hash of what a solver sees of an item and of its key, 64 hexadecimal digits. */
  readonly hashItem: (item: Omit<Item, 'hash'>) => string
}
