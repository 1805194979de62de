import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { LifecycleRule, ObjectOperation } from '../../cloud/time/lifecycle-types.ts'
import { simulateLifecycle } from '../../cloud/time/object-lifecycle.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/**
 * One key of a versioned bucket. It is written on the days `puts` and, unless `deletedOn` is null, deleted without a version
 * ID on that day; current versions expire after `expireAfter` days (null: never), noncurrent ones are deleted after
 * `noncurrentAfter` days, and `clearsMarkers` says whether a rule removes delete markers without versions below them. The
 * question is what is left on day `asked`.
 */
export type BucketScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly puts: readonly number[]
  readonly deletedOn: number | null
  readonly expireAfter: number | null
  readonly noncurrentAfter: number
  readonly clearsMarkers: boolean
  readonly asked: number
}

const key = 'key'

export const rulesOf = ({ expireAfter, noncurrentAfter, clearsMarkers }: BucketScenario): LifecycleRule[] => [
  {
    id: 'retention',
    ...(expireAfter === null ? {} : { expireAfterDays: expireAfter }),
    noncurrentExpiration: { days: noncurrentAfter },
  },
  ...(clearsMarkers ? [{ id: 'markers', removeExpiredMarkers: true }] : []),
]

function operationsOf({ puts, deletedOn }: BucketScenario): ObjectOperation[] {
  const written = puts.map((day): ObjectOperation => ({ day, op: 'put', key }))
  return deletedOn === null ? written : [...written, { day: deletedOn, op: 'delete', key }]
}

/** What lies there, as "current version|delete marker|nothing" and the number of noncurrent versions. */
const contents = (top: 'object' | 'marker' | 'none', noncurrent: number): string => `${top}+${noncurrent}`

/** What is left of the key at the end of the day asked for. */
export function solveBucket(scenario: BucketScenario, facts: FactValues): Answers {
  const { asked } = scenario
  const run = {
    versioning: 'enabled',
    rules: rulesOf(scenario),
    operations: operationsOf(scenario),
    days: [asked],
  } as const
  const versions = simulateLifecycle(run, facts).days[0]?.versions ?? []
  const [current] = versions.filter((version) => version.current)
  const noncurrent = versions.filter((version) => !version.current && version.kind === 'object').length
  if (current === undefined) return [contents('none', noncurrent)]
  return [contents(current.kind === 'object' ? 'object' : 'marker', noncurrent)]
}

/** A version with the days on which it came, and ceased to be current (null: it is current). */
type Written = { readonly created: number; readonly replaced: number | null }

const written = ({ puts, deletedOn }: BucketScenario): readonly Written[] =>
  puts.map((created, index) => ({ created, replaced: puts[index + 1] ?? deletedOn }))

type Belief = (scenario: BucketScenario, facts: FactValues) => string

const believing =
  (belief: Belief) =>
  (scenario: BucketScenario, facts: FactValues): Answers => [belief(scenario, facts)]

/** Beliefs about what lifecycle rules and deletions do to versions. */
export const bucketMisconceptions: readonly Misconception<BucketScenario>[] = [
  {
    id: 'counted-from-creation',
    statement: 'Days of the rule for noncurrent versions count from the creation of each version.',
    solve: believing((scenario, facts) => {
      const [real = ''] = solveBucket(scenario, facts).map(String)
      const { asked, noncurrentAfter, expireAfter } = scenario
      const [top = ''] = real.split('+')
      const left = written(scenario).filter(
        ({ created, replaced }, index, all) =>
          (index < all.length - 1 || replaced !== null || top !== 'object') &&
          (replaced !== null || expireAfter !== null) &&
          created + noncurrentAfter >= asked,
      )
      return `${top}+${left.length}`
    }),
  },
  {
    id: 'expiration-deletes',
    statement: 'Expiration deletes every version that has reached the age, current or not.',
    solve: believing(({ puts, deletedOn, expireAfter, noncurrentAfter, asked }) => {
      const age = expireAfter ?? noncurrentAfter
      const alive = puts.filter((created) => created + age >= asked)
      const current = deletedOn === null && alive.includes(puts.at(-1) ?? Number.NaN)
      return contents(current ? 'object' : 'none', alive.length - Number(current))
    }),
  },
  {
    id: 'delete-is-final',
    statement: 'A delete request or an expiration removes the object with all of its versions.',
    solve: believing(({ puts, deletedOn, expireAfter, noncurrentAfter, asked }) => {
      const last = puts.at(-1) ?? 0
      const gone = deletedOn !== null || (expireAfter !== null && last + expireAfter < asked)
      if (gone) return contents('none', 0)
      const olds = puts.slice(1).filter((replaced) => replaced + noncurrentAfter >= asked)
      return contents('object', olds.length)
    }),
  },
  {
    id: 'noncurrent-kept',
    statement: 'Noncurrent versions stay until somebody deletes them by version ID.',
    solve: believing((scenario, facts) => {
      const [real = ''] = solveBucket({ ...scenario, noncurrentAfter: 3_000 }, facts).map(String)
      return real
    }),
  },
  {
    id: 'markers-vanish',
    statement: 'A delete marker goes as soon as the version below it is gone, or is no entry of its own.',
    solve: believing((scenario, facts) => {
      const [real = ''] = solveBucket(scenario, facts).map(String)
      return real.replace('marker+', 'none+')
    }),
  },
  {
    id: 'markers-stay',
    statement: 'A delete marker stays until somebody deletes it by version ID.',
    solve: believing((scenario, facts) => {
      const [real = ''] = solveBucket({ ...scenario, clearsMarkers: false, expireAfter: null }, facts).map(
        String,
      )
      return real
    }),
  },
  {
    id: 'newest-is-safe',
    statement: 'A rule leaves the newest version alone, so that the data can be restored.',
    solve: believing((scenario, facts) => {
      const [real = ''] = solveBucket(scenario, facts).map(String)
      const [top = 'none', count = '0'] = real.split('+')
      return top === 'object' ? `object+${Number(count) + 1}` : `${top}+${Math.max(1, Number(count) + 1)}`
    }),
  },
]
