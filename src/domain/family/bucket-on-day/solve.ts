import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { LifecycleRule, ObjectOperation, StoredVersion } from '../../cloud/time/lifecycle-types.ts'
import { simulateLifecycle } from '../../cloud/time/object-lifecycle.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answer, Answers, Misconception } from '../types.ts'

/** Lifecycle rules for a versioned bucket; null where there is no such rule, `retained` newest noncurrent versions are kept. */
export type RulePlan = {
  readonly expireAfter: number | null
  readonly noncurrentAfter: number | null
  readonly retained: number
  readonly clearsMarkers: boolean
}

/**
 * What rules have to achieve, in days. A file is written, overwritten after `overwritten` days, and `lifetime` days later
 * deleted by its users (`ends: 'deleted'`) or no longer to be listed (`ends: 'expires'`). Each version must be restorable
 * for `restorable` days after its end; `goneAfter` days after the end of the file no version of it may be left. Files that
 * users do not delete stay, unless they expire.
 */
export type BucketScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly style: number
  readonly ends: 'deleted' | 'expires'
  readonly overwritten: number
  readonly lifetime: number
  readonly restorable: number
  readonly goneAfter: number
  readonly plans: readonly RulePlan[]
}

/** Name of a plan as an answer. */
export const nameOf = ({ expireAfter, noncurrentAfter, retained, clearsMarkers }: RulePlan): Answer =>
  [
    expireAfter === null ? '' : `expire ${expireAfter}`,
    noncurrentAfter === null ? '' : `noncurrent ${noncurrentAfter}`,
    retained === 0 ? '' : `retain ${retained}`,
    clearsMarkers ? 'markers' : '',
  ]
    .filter(Boolean)
    .join(', ')

function rulesOf({ expireAfter, noncurrentAfter, retained, clearsMarkers }: RulePlan): LifecycleRule[] {
  const versions =
    noncurrentAfter === null
      ? {}
      : {
          noncurrentExpiration: {
            days: noncurrentAfter,
            ...(retained === 0 ? {} : { newerVersions: retained }),
          },
        }
  return [
    ...(expireAfter === null && noncurrentAfter === null
      ? []
      : [
          { id: 'retention', ...(expireAfter === null ? {} : { expireAfterDays: expireAfter }), ...versions },
        ]),
    ...(clearsMarkers ? [{ id: 'markers', removeExpiredMarkers: true }] : []),
  ]
}

/** Days that the service may take until a rule has acted: rules run once a day, from the next midnight. */
const slack = 2

const [file, other] = ['file', 'untouched'] as const

/** Whether a plan keeps what must be restorable, and lets go what must be gone. */
export function meets(plan: RulePlan, scenario: BucketScenario, facts: FactValues): boolean {
  const { ends, overwritten, lifetime, restorable, goneAfter } = scenario
  const end = overwritten + lifetime
  const operations: ObjectOperation[] = [
    { day: 0, op: 'put', key: file },
    { day: 0, op: 'put', key: other },
    { day: overwritten, op: 'put', key: file },
    ...(ends === 'deleted' ? [{ day: end, op: 'delete', key: file } as const] : []),
  ]
  const days = [overwritten + restorable, end - 1, end + slack, end + restorable, end + goneAfter]
  const outcome = simulateLifecycle(
    { versioning: 'enabled', rules: rulesOf(plan), operations, days: days.toSorted((a, b) => a - b) },
    facts,
  )
  const on = (day: number, key: string): readonly StoredVersion[] =>
    outcome.days
      .find((shown) => shown.day === day)
      ?.versions.filter((version) => version.key === key && version.kind === 'object') ?? []
  const has = (day: number, version: number): boolean => on(day, file).some((one) => one.version === version)
  const isListed = (day: number, key: string): boolean => on(day, key).some(({ current }) => current)
  const [overwrittenRestored = 0, before = 0, after = 0, restored = 0, gone = 0] = days
  return (
    has(overwrittenRestored, 1) &&
    isListed(before, file) &&
    !isListed(after, file) &&
    has(restored, 2) &&
    on(gone, file).length === 0 &&
    (ends === 'expires' || isListed(gone, other))
  )
}

/** What somebody expects of rules: the rules that would really do so. */
type Belief = (plan: RulePlan, scenario: BucketScenario) => RulePlan

const accepted =
  (belief: Belief) =>
  (scenario: BucketScenario, facts: FactValues): Answers =>
    scenario.plans.filter((plan) => meets(belief(plan, scenario), scenario, facts)).map(nameOf)

/** The plans that meet the requirements. */
export const solveBucket = accepted((plan) => plan)

/** Beliefs about what lifecycle rules do to versions. */
export const bucketMisconceptions: readonly Misconception<BucketScenario>[] = [
  {
    id: 'counted-from-creation',
    statement: 'Days of the rule for noncurrent versions count from the creation of each version.',
    solve: accepted((plan, { lifetime }) =>
      plan.noncurrentAfter === null || plan.noncurrentAfter <= lifetime
        ? plan
        : { ...plan, noncurrentAfter: plan.noncurrentAfter - lifetime },
    ),
  },
  {
    id: 'expiration-covers-versions',
    statement:
      'A rule that expires current versions acts on noncurrent versions instead, once files are overwritten or deleted.',
    solve: accepted((plan) =>
      plan.noncurrentAfter === null
        ? { ...plan, expireAfter: null, noncurrentAfter: plan.expireAfter }
        : plan,
    ),
  },
  {
    id: 'retained-versions-go',
    statement: 'Versions that a rule retains are deleted with the others when the days are over.',
    solve: accepted((plan) => ({ ...plan, retained: 0 })),
  },
  {
    id: 'markers-carry-versions',
    statement:
      'When a rule removes a delete marker, the versions below it go too, after the days in which they can be restored.',
    solve: accepted((plan, { goneAfter }) =>
      plan.clearsMarkers && plan.noncurrentAfter === null
        ? { ...plan, noncurrentAfter: goneAfter - slack - 1 }
        : plan,
    ),
  },
  {
    id: 'days-add-up',
    statement:
      'A deleted file stays for the days of the expiration and then for the days of its noncurrent versions.',
    solve: accepted((plan) =>
      plan.expireAfter === null || plan.noncurrentAfter === null
        ? plan
        : { ...plan, expireAfter: null, noncurrentAfter: plan.expireAfter + plan.noncurrentAfter },
    ),
  },
  {
    id: 'rule-reaches-current',
    statement: 'A rule for noncurrent versions ends the life of current versions as well.',
    solve: accepted((plan, { ends, lifetime }) =>
      ends === 'expires' && plan.expireAfter === null ? { ...plan, expireAfter: lifetime } : plan,
    ),
  },
]
