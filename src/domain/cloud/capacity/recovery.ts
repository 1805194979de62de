import { aNumber, aText, listOf, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requirePositive } from './require-number.ts'

/**
 * How data are backed up and brought back. A backup holds the data as they were when it began; it can be restored from
 * once it has ended (`backupMinutes`) and been copied to where recovery happens (`copyMinutes`). All times in minutes, 0
 * when absent; `dataGb` over `restoreGbPerHour` is the time of the restore.
 */
export type RecoveryPlan = {
  readonly intervalMinutes: number
  readonly backupMinutes?: number
  readonly copyMinutes?: number
  readonly dataGb?: number
  readonly restoreGbPerHour?: number
  readonly steps?: readonly { readonly name: string; readonly minutes: number }[]
  readonly objective?: { readonly rpoMinutes: number; readonly rtoMinutes: number }
}

/** Worst case: minutes of data lost, minutes until service, minutes of it spent on the restore; objectives met or not. */
export type RecoveryOutcome = {
  readonly rpoMinutes: number
  readonly rtoMinutes: number
  readonly restoreMinutes: number
  readonly meets: { readonly rpo: boolean; readonly rto: boolean } | null
}

/** The form of a plan. */
export const recoveryPlanShape: Shape<RecoveryPlan> = record<RecoveryPlan>({
  intervalMinutes: aNumber,
  backupMinutes: optional(aNumber),
  copyMinutes: optional(aNumber),
  dataGb: optional(aNumber),
  restoreGbPerHour: optional(aNumber),
  steps: optional(
    listOf(record<NonNullable<RecoveryPlan['steps']>[number]>({ name: aText, minutes: aNumber })),
  ),
  objective: optional(
    record<NonNullable<RecoveryPlan['objective']>>({ rpoMinutes: aNumber, rtoMinutes: aNumber }),
  ),
})

function restoreMinutes({ dataGb = 0, restoreGbPerHour }: RecoveryPlan): number {
  if (requireAtLeast('dataGb', dataGb, 0) === 0) return 0
  if (restoreGbPerHour === undefined) throw new RangeError('restoreGbPerHour is needed where there are data.')
  return (dataGb / requirePositive('restoreGbPerHour', restoreGbPerHour)) * 60
}

/**
 * Worst case of a failure just before the next backup could be used: RPO = interval + backup + copy; RTO = steps +
 * restore. A replica is a backup with interval 0 whose copy takes as long as replication lags.
 *
 * @throws RangeError for negative times, or data without a restore speed
 * @see AWS Well-Architected framework, Reliability pillar, Disaster recovery objectives
 * @example recoveryOutcome({ intervalMinutes: 60, copyMinutes: 15 }).rpoMinutes // 75
 */
export function recoveryOutcome(plan: RecoveryPlan): RecoveryOutcome {
  const { intervalMinutes, backupMinutes = 0, copyMinutes = 0, steps = [], objective } = plan
  const rpoMinutes =
    requireAtLeast('intervalMinutes', intervalMinutes, 0) +
    requireAtLeast('backupMinutes', backupMinutes, 0) +
    requireAtLeast('copyMinutes', copyMinutes, 0)
  const restore = restoreMinutes(plan)
  const rtoMinutes = steps.reduce(
    (sum, { name, minutes }) => sum + requireAtLeast(`minutes of ${name}`, minutes, 0),
    restore,
  )
  const meets =
    objective === undefined
      ? null
      : { rpo: rpoMinutes <= objective.rpoMinutes, rto: rtoMinutes <= objective.rtoMinutes }
  return { rpoMinutes, rtoMinutes, restoreMinutes: restore, meets }
}
