import type { Catalogue } from '../domain/catalogue/types.ts'
import type { Item, Pack } from '../domain/item/types.ts'
import type { Instant } from '../domain/kernel/instant.ts'

/** Tells the time. */
export type Clock = { readonly now: () => Instant }

/** Makes identifiers: UUIDv7 text, ascending in time. */
export type Identifiers = { readonly next: () => string }

/** The installation's secret, never shown: derives reproducible, unguessable text (64 hexadecimal digits) from a label. */
export type Secrets = { readonly derive: (label: string) => string }

/** What the loader found in one item file. Errors keep an item out of the pool. */
export type ContentFinding = {
  readonly file: string
  readonly line: number
  readonly level: 'error' | 'warning'
  readonly rule: string
  readonly itemId: string | null
  readonly advice: string
}

/** A pack as loaded: the pool that may be drawn from, every item that could be read, and what was found on the way. */
export type LoadedPack = {
  readonly pack: Pack
  readonly drafts: readonly Item[]
  readonly findings: readonly ContentFinding[]
}

/** Catalogue and packs, read and validated once per process. */
export type Content = {
  readonly catalogue: () => Catalogue
  readonly packs: () => readonly LoadedPack[]
}
