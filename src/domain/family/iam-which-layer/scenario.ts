import type { Clause } from '../iam/clauses.ts'
import type { Deed, Resource } from '../iam/resources.ts'
import type { Named } from '../parts/businesses.ts'
import type { Setting } from '../parts/setting.ts'

/** Kinds of policies that can stop a call, in the model's names. */
export type Layer = 'identity' | 'boundary' | 'session' | 'scp' | 'resource' | 'endpoint'

/** A call that fails, and every policy that bears on it; exactly one of them stops it. */
export type LayerScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly system: Named
  /** What the call carries of a condition that one of the policies asks for, in words; empty where none does. */
  readonly circumstance: string
  readonly account: string
  readonly role: string
  readonly resource: Resource
  readonly deed: Deed
  readonly layers: readonly { readonly layer: Layer; readonly clauses: readonly Clause[] }[]
}
