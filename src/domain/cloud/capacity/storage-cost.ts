import type { FactValues } from '../cloud-facts.ts'
import { aNumber, aText, aWord, listOf, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requirePositive } from './require-number.ts'

/** Facts that the bill of a storage class depends on. */
export const storageFactIds = [
  's3-infrequent-access-minimum-days',
  's3-glacier-instant-minimum-days',
  's3-glacier-flexible-minimum-days',
  's3-deep-archive-minimum-days',
  's3-minimum-billable-bytes',
  's3-archive-overhead-bytes',
  's3-archive-overhead-standard-bytes',
] as const

type Facts = Pick<FactValues, (typeof storageFactIds)[number]>

/** Storage classes whose minimums the facts know. */
export type StorageClassKind =
  | 'standard'
  | 'standard-ia'
  | 'one-zone-ia'
  | 'glacier-instant'
  | 'glacier-flexible'
  | 'deep-archive'

/**
 * A storage class with its prices in any one currency: a GB (2^30 bytes) and month, a GB retrieved, a thousand requests;
 * 0 when absent. `retrievalHours` is how long data take to be readable, 0 when absent.
 */
export type StorageClass = {
  readonly name: string
  readonly kind: StorageClassKind
  readonly perGbMonth: number
  readonly retrievalPerGb?: number
  readonly perThousandPuts?: number
  readonly perThousandGets?: number
  readonly retrievalHours?: number
}

/**
 * Objects of one size, kept for some days, each put once and read `readsPerObject` times in all (0 when absent), and the
 * classes to compare. `standardPerGbMonth` is what an archive class pays for object names (0 when absent). A month has
 * `daysPerMonth` days (30 when absent). Classes slower than `maxRetrievalHours` are out.
 */
export type StoragePlan = {
  readonly objects: number
  readonly objectBytes: number
  readonly days: number
  readonly readsPerObject?: number
  readonly maxRetrievalHours?: number
  readonly standardPerGbMonth?: number
  readonly daysPerMonth?: number
  readonly classes: readonly StorageClass[]
}

/** The bill of one class: what is billed for an object, and the parts of the cost. */
export type StorageBill = {
  readonly name: string
  readonly billedBytes: number
  readonly billedDays: number
  readonly storage: number
  readonly retrieval: number
  readonly requests: number
  readonly total: number
  readonly fastEnough: boolean
}

/** Bills in the order of the classes, and the cheapest class that is fast enough (null when none is). */
export type StorageComparison = { readonly bills: readonly StorageBill[]; readonly cheapest: string | null }

const kinds = [
  'standard',
  'standard-ia',
  'one-zone-ia',
  'glacier-instant',
  'glacier-flexible',
  'deep-archive',
] as const

/** The form of a plan. */
export const storagePlanShape: Shape<StoragePlan> = record<StoragePlan>({
  objects: aNumber,
  objectBytes: aNumber,
  days: aNumber,
  readsPerObject: optional(aNumber),
  maxRetrievalHours: optional(aNumber),
  standardPerGbMonth: optional(aNumber),
  daysPerMonth: optional(aNumber),
  classes: listOf(
    record<StorageClass>({
      name: aText,
      kind: aWord(...kinds),
      perGbMonth: aNumber,
      retrievalPerGb: optional(aNumber),
      perThousandPuts: optional(aNumber),
      perThousandGets: optional(aNumber),
      retrievalHours: optional(aNumber),
    }),
    1,
  ),
})

/** Least days and bytes that are billed, and bytes added to each object at the class's and at the standard price. */
export type StorageMinimums = {
  readonly days: number
  readonly bytes: number
  readonly overhead: number
  readonly standardOverhead: number
}

/**
 * The minimums of a storage class.
 *
 * @see Amazon S3 user guide, Understanding and managing Amazon S3 storage classes; Transitioning objects using Amazon S3
 * Lifecycle (general considerations)
 * @example storageMinimums('standard-ia', { 's3-infrequent-access-minimum-days': 30 }).days // 30
 */
export function storageMinimums(kind: StorageClassKind, facts: Facts): StorageMinimums {
  const bytes = facts['s3-minimum-billable-bytes']
  const live = { overhead: 0, standardOverhead: 0 }
  const archived = {
    bytes: 0,
    overhead: facts['s3-archive-overhead-bytes'],
    standardOverhead: facts['s3-archive-overhead-standard-bytes'],
  }
  switch (kind) {
    case 'standard':
      return { days: 0, bytes: 0, ...live }
    case 'standard-ia':
    case 'one-zone-ia':
      return { days: facts['s3-infrequent-access-minimum-days'], bytes, ...live }
    case 'glacier-instant':
      return { days: facts['s3-glacier-instant-minimum-days'], bytes, ...live }
    case 'glacier-flexible':
      return { days: facts['s3-glacier-flexible-minimum-days'], ...archived }
    case 'deep-archive':
      return { days: facts['s3-deep-archive-minimum-days'], ...archived }
  }
}

const gigabyte = 2 ** 30

function billOf(one: StorageClass, plan: StoragePlan, facts: Facts): StorageBill {
  const { objects, objectBytes, days, readsPerObject = 0, daysPerMonth = 30 } = plan
  const least = storageMinimums(one.kind, facts)
  const billedDays = Math.max(days, least.days)
  const billedBytes = Math.max(objectBytes, least.bytes) + least.overhead
  const months = billedDays / daysPerMonth
  const price = (name: string, value: number | undefined): number => requireAtLeast(name, value ?? 0, 0)
  const perObject =
    (billedBytes * price('perGbMonth', one.perGbMonth) +
      least.standardOverhead * price('standardPerGbMonth', plan.standardPerGbMonth)) /
    gigabyte
  const storage = objects * perObject * months
  const reads = objects * readsPerObject
  const retrieval = ((reads * objectBytes) / gigabyte) * price('retrievalPerGb', one.retrievalPerGb)
  const requests =
    (objects * price('perThousandPuts', one.perThousandPuts) +
      reads * price('perThousandGets', one.perThousandGets)) /
    1000
  return {
    name: one.name,
    billedBytes,
    billedDays,
    storage,
    retrieval,
    requests,
    total: storage + retrieval + requests,
    fastEnough: (one.retrievalHours ?? 0) <= (plan.maxRetrievalHours ?? Number.POSITIVE_INFINITY),
  }
}

/**
 * Compares storage classes: objects * billed bytes * billed days at the storage price, where minimum size and duration
 * and the overhead of archives count, plus retrieval of the bytes as they are, plus requests.
 *
 * @throws RangeError for negative numbers, or months without days
 * @see Amazon S3 user guide, as storageMinimums
 * @example storageComparison({ objects: 1, objectBytes: 1, days: 1, classes: [] }, {}).cheapest // null
 */
export function storageComparison(plan: StoragePlan, facts: Facts): StorageComparison {
  for (const name of ['objects', 'objectBytes', 'days'] as const) requireAtLeast(name, plan[name], 0)
  requireAtLeast('readsPerObject', plan.readsPerObject ?? 0, 0)
  requirePositive('daysPerMonth', plan.daysPerMonth ?? 30)
  const bills = plan.classes.map((one) => billOf(one, plan, facts))
  const [cheapest] = bills
    .filter(({ fastEnough }) => fastEnough)
    .sort((left, right) => left.total - right.total)
  return { bills, cheapest: cheapest?.name ?? null }
}
