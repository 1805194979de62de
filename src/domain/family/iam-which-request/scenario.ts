import type { Deed, Resource } from '../iam/resources.ts'
import type { Named } from '../parts/businesses.ts'
import type { Setting } from '../parts/setting.ts'

/** Things that an engineer may do so that a role reaches a resource of another account. */
export const edits = ['identity', 'boundary', 'exempt', 'resource', 'session', 'scpAllow'] as const
/** One of the edits. */
export type Edit = (typeof edits)[number]

/** What the policies say of the call before anything is changed; null where there is no such policy. */
export type State = {
  /** The role's own policy allows the call. */
  readonly identity: boolean
  /** The permissions boundary contains the action. */
  readonly boundary: boolean | null
  /** A service control policy denies the call to roles without an exemption; true where the role has one. */
  readonly exempt: boolean | null
  /** The resource's policy names the role. */
  readonly resource: boolean
}

/** A role in one account that has to reach a resource in another. */
export type RequestScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly variant: number
  readonly manner: number
  readonly system: Named
  readonly role: string
  /** An unrelated service that the role and the boundary cover already. */
  readonly otherService: string
  readonly account: string
  readonly ownerAccount: string
  readonly owner: string
  readonly resource: Resource
  readonly deed: Deed
  readonly state: State
  /** Edits that colleagues think of beside those that the policies need. */
  readonly proposed: readonly Edit[]
}
