import { requireWhole } from '../capacity/require-number.ts'
import type { LifecycleFacts, LifecycleRule, StorageClassName, Transition } from './lifecycle-types.ts'

/** Classes that a version may move to from each class. */
const reachable: Readonly<Record<StorageClassName, readonly StorageClassName[]>> = {
  STANDARD: ['STANDARD_IA', 'INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'],
  STANDARD_IA: ['INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'],
  INTELLIGENT_TIERING: ['ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'],
  ONEZONE_IA: ['GLACIER', 'DEEP_ARCHIVE'],
  GLACIER_IR: ['GLACIER', 'DEEP_ARCHIVE'],
  GLACIER: ['DEEP_ARCHIVE'],
  DEEP_ARCHIVE: [],
}

/**
 * True when a lifecycle transition from one class to the other exists.
 *
 * @see Amazon S3 user guide, Transitioning objects using Amazon S3 Lifecycle, Supported transitions
 * @example canTransition('GLACIER', 'STANDARD') // false
 */
export const canTransition = (from: StorageClassName, to: StorageClassName): boolean =>
  reachable[from].includes(to)

/**
 * The day at whose midnight (UTC) an action falls due: the time it counts from plus its days, rounded to the next midnight.
 *
 * @param since days and parts of days since day 0
 * @see Amazon S3 user guide, Lifecycle configuration elements, Lifecycle rules based on an object's age
 * @example dueDay(0.4375, 3) // 4
 */
export const dueDay = (since: number, days: number): number => Math.floor(since + days) + 1

/** What a filter looks at. */
export type Filtered = {
  readonly key: string
  readonly kind: 'object' | 'delete-marker'
  readonly size: number
  readonly tags: Readonly<Record<string, string>>
}

/** True when a rule is enabled and all parts of its filter hold; a delete marker has neither size nor tags. */
export function appliesTo(rule: LifecycleRule, { key, kind, size, tags }: Filtered): boolean {
  if (rule.enabled === false || !key.startsWith(rule.prefix ?? '')) return false
  const wanted = Object.entries(rule.tags ?? {})
  const sized = rule.largerThan !== undefined || rule.smallerThan !== undefined
  if (kind === 'delete-marker') return wanted.length === 0 && !sized
  return (
    size > (rule.largerThan ?? -1) &&
    size < (rule.smallerThan ?? Number.POSITIVE_INFINITY) &&
    wanted.every(([name, value]) => tags[name] === value)
  )
}

/** True when the rule's own size filter, or else the service's default, lets a version of this size move. */
export const mayMove = (rule: LifecycleRule, size: number, facts: LifecycleFacts): boolean =>
  rule.largerThan !== undefined ||
  rule.smallerThan !== undefined ||
  size >= facts['s3-transition-minimum-bytes']

const isInfrequent = (name: StorageClassName): boolean => name === 'STANDARD_IA' || name === 'ONEZONE_IA'

const isArchive = (name: StorageClassName): boolean => name === 'GLACIER' || name === 'DEEP_ARCHIVE'

function requireTransitions(id: string, transitions: readonly Transition[], facts: LifecycleFacts): void {
  const wait = facts['s3-infrequent-access-transition-days']
  for (const { days, class: name, newerVersions } of transitions) {
    requireWhole(`${id}: days`, days, isInfrequent(name) ? wait : 0)
    requireWhole(`${id}: newerVersions`, newerVersions ?? 1, 1)
  }
  const infrequent = transitions.find((each) => isInfrequent(each.class))
  const archive = transitions.find((each) => isArchive(each.class))
  const kept = facts['s3-infrequent-access-minimum-days']
  if (infrequent !== undefined && archive !== undefined && archive.days < infrequent.days + kept)
    throw new RangeError(
      `${id}: an archive class must follow ${infrequent.class} after at least ${kept} days.`,
    )
}

/**
 * Checks a rule as the service does when it is put.
 *
 * @throws RangeError for fewer than 30 days before Standard-IA or One Zone-IA, an archive class less than 30 days after
 * them, an expiration that is not after the last transition, or days that are not whole
 * @see Amazon S3 user guide, Transitioning objects using Amazon S3 Lifecycle, Constraints
 * @example requireRule({ id: 'r', expireAfterDays: 7 }, facts) // undefined
 */
export function requireRule(rule: LifecycleRule, facts: LifecycleFacts): void {
  const { id, transitions = [], expireAfterDays, noncurrentExpiration } = rule
  requireTransitions(id, transitions, facts)
  requireTransitions(id, rule.noncurrentTransitions ?? [], facts)
  if (expireAfterDays !== undefined) {
    const last = Math.max(0, ...transitions.map(({ days }) => days))
    if (requireWhole(`${id}: expireAfterDays`, expireAfterDays, 1) <= last)
      throw new RangeError(`${id}: expireAfterDays must be above the days of every transition, ${last}.`)
    if (rule.removeExpiredMarkers !== undefined)
      throw new RangeError(`${id}: removeExpiredMarkers cannot stand beside expireAfterDays.`)
  }
  if (noncurrentExpiration === undefined) return
  requireWhole(`${id}: noncurrentExpiration.days`, noncurrentExpiration.days, 1)
  requireWhole(`${id}: noncurrentExpiration.newerVersions`, noncurrentExpiration.newerVersions ?? 1, 1)
}
