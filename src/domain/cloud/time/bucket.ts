import type { ObjectOperation, StorageClassName, StoredVersion, Versioning } from './lifecycle-types.ts'

/**
 * A version in a bucket; `created` and `noncurrentSince` (null while it is current) are in days and parts of days. At most
 * one version of a key is the null version, which is replaced instead of kept.
 */
export type Version = {
  readonly key: string
  readonly version: number
  readonly kind: 'object' | 'delete-marker'
  readonly size: number
  readonly tags: Readonly<Record<string, string>>
  readonly created: number
  readonly isNull: boolean
  class: StorageClassName
  noncurrentSince: number | null
}

/** A bucket: its versions by key, newest first, the numbers given so far, and whether it keeps versions. */
export type Bucket = {
  readonly stacks: Map<string, Version[]>
  readonly numbers: Map<string, number>
  versioning: Versioning
}

/** An empty bucket. @example openBucket('enabled').stacks.size // 0 */
export const openBucket = (versioning: Versioning): Bucket => ({
  stacks: new Map(),
  numbers: new Map(),
  versioning,
})

/** The versions of a key, newest first. */
export const stackOf = ({ stacks }: Bucket, key: string): readonly Version[] => stacks.get(key) ?? []

type Added = Pick<Version, 'key' | 'kind' | 'created'> & Partial<Pick<Version, 'size' | 'tags' | 'class'>>

/** Puts a version on top of its key; without versioning, or with it suspended, it takes the place of the null version. */
export function addVersion(bucket: Bucket, added: Added): Version {
  const { key, kind, created, size = 0, tags = {}, class: name = 'STANDARD' } = added
  const number = (bucket.numbers.get(key) ?? 0) + 1
  bucket.numbers.set(key, number)
  const isNull = bucket.versioning !== 'enabled'
  const kept = stackOf(bucket, key).filter((version) => !(isNull && version.isNull))
  for (const version of kept) version.noncurrentSince ??= created
  const version = {
    key,
    version: number,
    kind,
    size,
    tags,
    created,
    isNull,
    class: name,
    noncurrentSince: null,
  }
  bucket.stacks.set(key, [version, ...kept])
  return version
}

/** Deletes one version for good; when it was the current one, the next becomes current. */
export function removeVersion(bucket: Bucket, key: string, number: number): void {
  const kept = stackOf(bucket, key).filter(({ version }) => version !== number)
  const [newest] = kept
  if (newest !== undefined) newest.noncurrentSince = null
  if (kept.length === 0) bucket.stacks.delete(key)
  else bucket.stacks.set(key, kept)
}

/** Deletes a key without naming a version: for good without versioning, else by a delete marker. */
export function deleteKey(bucket: Bucket, key: string, at: number): void {
  const [newest] = stackOf(bucket, key)
  if (bucket.versioning !== 'disabled') addVersion(bucket, { key, kind: 'delete-marker', created: at })
  else if (newest !== undefined) removeVersion(bucket, key, newest.version)
}

const usualSize = 2 ** 20

type Put = Extract<ObjectOperation, { op: 'put' }>

const putObject = (
  bucket: Bucket,
  { key, size = usualSize, tags = {}, class: name = 'STANDARD' }: Put,
  at: number,
) => addVersion(bucket, { key, kind: 'object', created: at, size, tags, class: name })

/** Does what a client asks for at a time in days. */
export function operate(bucket: Bucket, operation: ObjectOperation, at: number): void {
  if (operation.op === 'put') putObject(bucket, operation, at)
  else if (operation.op === 'delete') deleteKey(bucket, operation.key, at)
  else if (operation.op === 'delete-version') removeVersion(bucket, operation.key, operation.version)
  else bucket.versioning = operation.state
}

/** What lies in a bucket, by key, newest version first. */
export const listVersions = ({ stacks }: Bucket): readonly StoredVersion[] =>
  [...stacks.keys()].sort().flatMap((key) =>
    (stacks.get(key) ?? []).map(({ version, kind, size, class: name, noncurrentSince }) => ({
      key,
      version,
      kind,
      current: noncurrentSince === null,
      class: kind === 'object' ? name : null,
      size,
    })),
  )
