import { requireWhole, requireWithin } from '../capacity/require-number.ts'
import {
  type Bucket,
  deleteKey,
  listVersions,
  openBucket,
  operate,
  removeVersion,
  stackOf,
  type Version,
} from './bucket.ts'
import { appliesTo, canTransition, dueDay, mayMove, requireRule } from './lifecycle-rule.ts'
import type {
  LifecycleFacts,
  LifecycleOutcome,
  LifecycleRule,
  LifecycleRun,
  Transition,
} from './lifecycle-types.ts'

type Tell = (text: string) => void

/** One midnight: the day it begins, the rules, the facts, and where to write down what happens. */
type Midnight = {
  readonly day: number
  readonly rules: readonly LifecycleRule[]
  readonly facts: LifecycleFacts
  readonly tell: Tell
}

const nameOf = ({ key, version, kind }: Version): string =>
  `${kind === 'object' ? 'version' : 'delete marker'} ${version} of ${key}`

const newerNoncurrent = (stack: readonly Version[], version: Version): number =>
  stack.filter(
    (each) => each.version > version.version && each.noncurrentSince !== null && each.kind === 'object',
  ).length

type Ageing = { readonly days: number; readonly newerVersions?: number }

/** True when a noncurrent version is old enough and enough newer noncurrent ones are kept. */
function isDue(
  stack: readonly Version[],
  version: Version,
  action: Ageing | undefined,
  day: number,
): boolean {
  if (action === undefined || version.noncurrentSince === null) return false
  if (dueDay(version.noncurrentSince, action.days) > day) return false
  return newerNoncurrent(stack, version) >= (action.newerVersions ?? 0)
}

function dueTransition(stack: readonly Version[], version: Version, rule: LifecycleRule, day: number) {
  const isCurrent = version.noncurrentSince === null
  const due = (isCurrent ? rule.transitions : rule.noncurrentTransitions)?.filter((transition) =>
    isCurrent ? dueDay(version.created, transition.days) <= day : isDue(stack, version, transition, day),
  )
  return due?.reduce<Transition | undefined>(
    (latest, each) => (latest === undefined || each.days > latest.days ? each : latest),
    undefined,
  )
}

function move(stack: readonly Version[], version: Version, { day, rules, facts, tell }: Midnight): void {
  for (const rule of rules) {
    if (!appliesTo(rule, version) || !mayMove(rule, version.size, facts)) continue
    const due = dueTransition(stack, version, rule, day)
    if (due === undefined || !canTransition(version.class, due.class)) continue
    tell(`Rule ${rule.id} moves ${nameOf(version)} from ${version.class} to ${due.class}.`)
    version.class = due.class
  }
}

function expireNoncurrent(bucket: Bucket, stack: readonly Version[], { day, rules, tell }: Midnight): void {
  for (const version of stack) {
    const rule = rules.find(
      (each) => appliesTo(each, version) && isDue(stack, version, each.noncurrentExpiration, day),
    )
    if (rule === undefined) continue
    removeVersion(bucket, version.key, version.version)
    tell(`Rule ${rule.id} deletes noncurrent ${nameOf(version)} for good.`)
  }
}

const isExpired = (rule: LifecycleRule, version: Version, day: number): boolean =>
  rule.expireAfterDays !== undefined && dueDay(version.created, rule.expireAfterDays) <= day

function expireMarker(bucket: Bucket, marker: Version, { day, rules, tell }: Midnight): void {
  const rule = rules.find(
    (each) => appliesTo(each, marker) && (each.removeExpiredMarkers === true || isExpired(each, marker, day)),
  )
  if (rule === undefined) return
  removeVersion(bucket, marker.key, marker.version)
  tell(`Rule ${rule.id} removes ${nameOf(marker)}, which has no versions left below it.`)
}

function expireObject(bucket: Bucket, version: Version, { day, rules, tell }: Midnight): void {
  const rule = rules.find((each) => appliesTo(each, version) && isExpired(each, version, day))
  if (rule === undefined) return
  const how = bucket.versioning === 'disabled' ? 'deletes' : 'puts a delete marker on'
  deleteKey(bucket, version.key, day)
  tell(`Rule ${rule.id} ${how} ${nameOf(version)}.`)
}

/** Applies the rules to one key as it stands at midnight; deletion goes before transition. */
function runMidnight(bucket: Bucket, key: string, midnight: Midnight): void {
  const stack = stackOf(bucket, key)
  const [current] = stack
  if (current === undefined) return
  expireNoncurrent(bucket, stack, midnight)
  if (current.kind === 'object') expireObject(bucket, current, midnight)
  else if (stack.length === 1) expireMarker(bucket, current, midnight)
  const left = new Set(stackOf(bucket, key))
  for (const version of stack)
    if (left.has(version) && version.kind === 'object') move(stack, version, midnight)
}

function timeline({ operations }: LifecycleRun): Map<number, [number, LifecycleRun['operations'][number]][]> {
  const byDay = new Map<number, [number, LifecycleRun['operations'][number]][]>()
  for (const operation of operations) {
    const day = requireWhole('day', operation.day, 0)
    const hour = requireWithin('hour', operation.hour ?? 12, [0, 24])
    byDay.set(day, [...(byDay.get(day) ?? []), [day + hour / 24, operation]])
  }
  for (const list of byDay.values()) list.sort(([left], [right]) => left - right)
  return byDay
}

/** Most days of one run: ten years. */
const mostDays = 3_660

/**
 * Keeps a bucket from day to day: at each midnight the rules act on what lies there, then the day's operations happen. An
 * action on what the same midnight has changed waits for a later one.
 *
 * @throws RangeError for a rule that the service would refuse, days that are not whole, or more than ten years
 * @see Amazon S3 user guide, Lifecycle configuration elements; Expiring objects
 * @example simulateLifecycle({ versioning: 'disabled', rules: [{ id: 'r', expireAfterDays: 1 }], operations: [{ day: 0, op: 'put', key: 'a' }], days: [2] }, facts).days[0].versions // []
 */
export function simulateLifecycle(run: LifecycleRun, facts: LifecycleFacts): LifecycleOutcome {
  for (const rule of run.rules) requireRule(rule, facts)
  for (const day of run.days) requireWithin('days', requireWhole('days', day, 0), [0, mostDays])
  const bucket = openBucket(run.versioning)
  const operations = timeline(run)
  const asked = new Map<number, ReturnType<typeof listVersions>>()
  const trail: { at: number; text: string }[] = []
  const last = Math.max(...run.days)
  for (let day = 0; day <= last; day++) {
    const midnight = {
      day,
      rules: run.rules,
      facts,
      tell: (text: string) => void trail.push({ at: day, text }),
    }
    for (const key of [...bucket.stacks.keys()]) runMidnight(bucket, key, midnight)
    for (const [at, operation] of operations.get(day) ?? []) operate(bucket, operation, at)
    if (run.days.includes(day)) asked.set(day, listVersions(bucket))
  }
  return { days: run.days.map((day) => ({ day, versions: asked.get(day) ?? [] })), trail }
}
