import type { Setting } from '../parts/setting.ts'

/** How things stand before anything is changed. */
export const faults = ['open', 'unsent', 'other-role'] as const
/** One of the faults. */
export type Fault = (typeof faults)[number]

/** Things that the customer or the vendor may do. */
export const edits = [
  'require-id',
  'send-id',
  'grant-role',
  'require-org',
  'require-account',
  'require-session-name',
  'id-in-role-policy',
  'trust-everyone',
  'trust-role',
  'drop-condition',
  'rename-session',
] as const
/** One of the changes. */
export type Edit = (typeof edits)[number]

/** A vendor whose product assumes a role in the accounts of its customers. */
export type ExternalIdScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly fault: Fault
  readonly vendor: string
  readonly purpose: string
  readonly account: string
  readonly vendorAccount: string
  /** Role of the customer that the vendor assumes, and the vendor's role that does it. */
  readonly role: string
  readonly worker: string
  readonly externalId: string
  /** The identifier that the vendor sends when it works for another customer. */
  readonly otherId: string
  readonly organization: string
}
