import type { FactValues } from '../cloud-facts.ts'
import {
  aFlag,
  aNumber,
  aText,
  aWord,
  listOf,
  mapOf,
  optional,
  record,
  type Shape,
  variant,
} from '../shape.ts'
import type { Trail } from './trail.ts'

/** Facts that lifecycle rules depend on. */
export const lifecycleFactIds = [
  's3-transition-minimum-bytes',
  's3-infrequent-access-transition-days',
  's3-infrequent-access-minimum-days',
] as const

/** The facts of lifecycle rules. */
export type LifecycleFacts = Pick<FactValues, (typeof lifecycleFactIds)[number]>

/** Storage classes that lifecycle rules know, by their names in the API. */
export const storageClasses = [
  'STANDARD',
  'STANDARD_IA',
  'INTELLIGENT_TIERING',
  'ONEZONE_IA',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
] as const

/** A storage class. */
export type StorageClassName = (typeof storageClasses)[number]

/** Moves versions to a class after some days; with `newerVersions` only those that have more newer noncurrent ones. */
export type Transition = {
  readonly days: number
  readonly class: StorageClassName
  readonly newerVersions?: number
}

/**
 * A lifecycle rule: a filter (all of its parts must hold, sizes in bytes) and actions. Days count from the creation of a
 * current version, and from the creation of its successor for a noncurrent one.
 */
export type LifecycleRule = {
  readonly id: string
  readonly enabled?: boolean
  readonly prefix?: string
  readonly tags?: Readonly<Record<string, string>>
  readonly largerThan?: number
  readonly smallerThan?: number
  readonly transitions?: readonly Transition[]
  readonly expireAfterDays?: number
  readonly removeExpiredMarkers?: boolean
  readonly noncurrentTransitions?: readonly Transition[]
  readonly noncurrentExpiration?: { readonly days: number; readonly newerVersions?: number }
}

/** Whether a bucket keeps versions. */
export type Versioning = 'disabled' | 'enabled' | 'suspended'

type When = { readonly day: number; readonly hour?: number }

/** What a client does on a day, at an hour UTC (12 when absent). Sizes are in bytes, 1 MiB when absent. */
export type ObjectOperation =
  | (When & {
      readonly op: 'put'
      readonly key: string
      readonly size?: number
      readonly tags?: Readonly<Record<string, string>>
      readonly class?: StorageClassName
    })
  | (When & { readonly op: 'delete'; readonly key: string })
  | (When & { readonly op: 'delete-version'; readonly key: string; readonly version: number })
  | (When & { readonly op: 'versioning'; readonly state: 'enabled' | 'suspended' })

/** A bucket over time, and the days whose end is of interest. */
export type LifecycleRun = {
  readonly versioning: Versioning
  readonly rules: readonly LifecycleRule[]
  readonly operations: readonly ObjectOperation[]
  readonly days: readonly number[]
}

/** A version as it lies in the bucket: numbered from 1 for each key, delete markers among them. */
export type StoredVersion = {
  readonly key: string
  readonly version: number
  readonly kind: 'object' | 'delete-marker'
  readonly current: boolean
  readonly class: StorageClassName | null
  readonly size: number
}

/** The bucket at the end of a day, by key, newest version first. */
export type BucketDay = { readonly day: number; readonly versions: readonly StoredVersion[] }

/** The bucket on each day asked for, and what happened in words; `at` counts days. */
export type LifecycleOutcome = { readonly days: readonly BucketDay[]; readonly trail: Trail }

const when = { day: aNumber, hour: optional(aNumber) }

const transitions = optional(
  listOf(
    record<Transition>({ days: aNumber, class: aWord(...storageClasses), newerVersions: optional(aNumber) }),
  ),
)

type Operation<Op extends ObjectOperation['op']> = Extract<ObjectOperation, { op: Op }>

const operationShape = variant<ObjectOperation>('op', {
  put: record<Operation<'put'>>({
    ...when,
    op: aWord('put'),
    key: aText,
    size: optional(aNumber),
    tags: optional(mapOf(aText)),
    class: optional(aWord(...storageClasses)),
  }),
  delete: record<Operation<'delete'>>({ ...when, op: aWord('delete'), key: aText }),
  'delete-version': record<Operation<'delete-version'>>({
    ...when,
    op: aWord('delete-version'),
    key: aText,
    version: aNumber,
  }),
  versioning: record<Operation<'versioning'>>({
    ...when,
    op: aWord('versioning'),
    state: aWord('enabled', 'suspended'),
  }),
})

/** The form of a run. */
export const lifecycleRunShape: Shape<LifecycleRun> = record<LifecycleRun>({
  versioning: aWord('disabled', 'enabled', 'suspended'),
  rules: listOf(
    record<LifecycleRule>({
      id: aText,
      enabled: optional(aFlag),
      prefix: optional(aText),
      tags: optional(mapOf(aText)),
      largerThan: optional(aNumber),
      smallerThan: optional(aNumber),
      transitions,
      expireAfterDays: optional(aNumber),
      removeExpiredMarkers: optional(aFlag),
      noncurrentTransitions: transitions,
      noncurrentExpiration: optional(
        record<{ readonly days: number; readonly newerVersions?: number }>({
          days: aNumber,
          newerVersions: optional(aNumber),
        }),
      ),
    }),
  ),
  operations: listOf(operationShape),
  days: listOf(aNumber, 1),
})
