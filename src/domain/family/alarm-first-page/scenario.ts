import type { AlarmTrace, MissingTreatment } from '../../cloud/time/alarm.ts'
import type { Setting } from '../parts/setting.ts'

/** A metric that people watch: its name, what it is of, and its unit as it is written after a number. */
export type WatchedMetric = {
  readonly name: string
  readonly of: string
  readonly unit: string
  readonly threshold: number
  readonly comparison: 'above' | 'at-or-above' | 'below' | 'at-or-below'
}

/** What of an alarm can be changed: M out of N, and what stands in for missing data. */
export type AlarmSettings = {
  readonly datapointsToAlarm: number
  readonly evaluationPeriods: number
  readonly treatMissingData: MissingTreatment
}

/** Readings one period apart, null where none was reported; `firstEnd` in minutes after midnight. */
export type Recording = { readonly firstEnd: number; readonly values: readonly (number | null)[] }

/** Why people are unhappy: the alarm slept through an outage, or it woke somebody for nothing. */
export const faults = ['missed', 'noisy'] as const

/** An alarm that must page during one recording, and stay quiet during another. */
export type AlarmScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly fault: (typeof faults)[number]
  readonly metric: WatchedMetric
  readonly periodMinutes: number
  readonly current: AlarmSettings
  readonly outage: Recording
  /** Periods of the outage after which somebody must have been paged. */
  readonly deadline: number
  readonly quiet: Recording
  readonly candidates: readonly AlarmSettings[]
}

/** Periods before a recording, all of them within the threshold. */
export const quietPeriods = 12

/** @example settingsId({ datapointsToAlarm: 2, evaluationPeriods: 3, treatMissingData: 'missing' }) // '2/3 missing' */
export const settingsId = (settings: AlarmSettings): string =>
  `${settings.datapointsToAlarm}/${settings.evaluationPeriods} ${settings.treatMissingData}`

/** An alarm over a recording as the model takes it; it was OK before the recording begins. */
export function traceOf(
  { metric: { threshold, comparison } }: Pick<AlarmScenario, 'metric'>,
  settings: AlarmSettings,
  values: Recording['values'],
): AlarmTrace {
  const calm = comparison.endsWith('above') ? threshold / 2 : threshold * 2
  return {
    threshold,
    comparison,
    ...settings,
    values: [...Array.from({ length: quietPeriods }, () => calm), ...values],
    initialState: 'OK',
  }
}

/** Minutes after midnight at which a period of a recording ends, counted from 1. */
export const endOf = (
  { periodMinutes }: Pick<AlarmScenario, 'periodMinutes'>,
  { firstEnd }: Recording,
  period: number,
): number => firstEnd + (period - 1) * periodMinutes

/** A time of day. @example clockTime(605) // '10:05' */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
