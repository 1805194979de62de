import type { Deed, Resource } from '../iam/resources.ts'
import type { Named } from '../parts/businesses.ts'
import type { Setting } from '../parts/setting.ts'

/** Changes that colleagues propose; `Task` is the call outside the bucket, `File` the one on it. */
export const edits = [
  'roleTask',
  'sessionTask',
  'roleFile',
  'sessionFile',
  'bucketForRole',
  'bucketForSession',
  'boundary',
  'drop',
] as const
/** One of the changes. */
export type Edit = (typeof edits)[number]

/** What is missing for each of the two calls, and which changes are on the table. */
export type Situation = {
  readonly task: 'role-lacks' | 'session-lacks'
  readonly file: 'role-lacks' | 'session-lacks'
  /** The broker's code is frozen, so its session policy stays as it is. */
  readonly frozen: boolean
  readonly proposed: readonly Edit[]
}

/** A broker hands out sessions of a role with a session policy, and two calls of the sessions fail. */
export type SessionScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly account: string
  readonly system: Named
  readonly role: string
  readonly session: string
  /** What the session needs outside the bucket. */
  readonly resource: Resource
  readonly task: Deed
  readonly bucket: Resource
  /** A bucket of other jobs of the role, which the sessions must not reach. */
  readonly otherBucket: Resource
  readonly file: Deed
  readonly situation: Situation
}
