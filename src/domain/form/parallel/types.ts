/** What assembly knows of an item: labels and numbers, nothing of its text. */
export type PoolItem = {
  readonly id: string
  readonly domain: string
  readonly kind: string
  /** Time that it takes, 0 or more. */
  readonly seconds: number
  /** Items that may not stand on one form with it; it is enough that one of two names the other. */
  readonly enemies: readonly string[]
  /** The stimulus it belongs to: items of one set stand on a form together or not at all. */
  readonly set: string | null
  /** Forms on which it stands already, for the limit on its uses. */
  readonly uses: number
  /** Information at each ability of the aim, in the aim's order. */
  readonly information: readonly number[]
}

/** From `low` to `high`, both allowed. */
export type Range = { readonly low: number; readonly high: number }

/** What every form must keep to; counts are of items on one form. */
export type AssemblyRules = {
  readonly forms: number
  readonly length: number
  readonly domains: Readonly<Record<string, Range>>
  readonly kinds?: Readonly<Record<string, Range>>
  readonly seconds?: Range
  /** Number of sets. */
  readonly sets?: Range
  /** Forms on which one item may stand, those of earlier assemblies (`uses`) counted: 1 unless told. */
  readonly mostUses?: number
}

/**
 * What the information of the forms should be: `target` as near as possible to a value (above 0) at each ability, on every form
 * (the largest relative deviation counts); `most` as much as possible (the least of all forms and abilities counts).
 */
export type InformationAim =
  | { readonly kind: 'target'; readonly values: readonly number[] }
  | { readonly kind: 'most'; readonly abilities: number }

/** A pool, the rules, and the aim. */
export type AssemblyProblem = {
  readonly pool: readonly PoolItem[]
  readonly rules: AssemblyRules
  readonly aim: InformationAim
}

/** The name of one rule: what conflicts are made of. */
export type RuleName =
  | { readonly rule: 'length' | 'seconds' | 'sets' | 'enemies' | 'uses' }
  | { readonly rule: 'domain' | 'kind'; readonly label: string }

/** A rule in figures: what one form needs, and what the pool offers to all forms together under the limit on uses. */
export type RuleFigures = RuleName & { readonly low: number; readonly high: number; readonly offered: number }
