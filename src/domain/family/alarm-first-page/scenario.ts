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

/** An alarm over data points with gaps, and when the first period of them ends, in minutes after midnight. */
export type AlarmScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly question: number
  readonly metric: WatchedMetric
  readonly firstEnd: number
  readonly periodMinutes: number
  readonly evaluationPeriods: number
  readonly datapointsToAlarm: number
  readonly treatMissingData: MissingTreatment
  readonly values: readonly (number | null)[]
}

/** Periods before the data of the stem, all of them within the threshold. */
export const quietPeriods = 12

const quietValue = ({ metric: { threshold, comparison } }: AlarmScenario): number =>
  comparison.endsWith('above') ? threshold / 2 : threshold * 2

/** The alarm of a scenario as the model takes it; it was OK before the data of the stem begin. */
export const traceOf = (scenario: AlarmScenario): AlarmTrace => ({
  threshold: scenario.metric.threshold,
  comparison: scenario.metric.comparison,
  evaluationPeriods: scenario.evaluationPeriods,
  datapointsToAlarm: scenario.datapointsToAlarm,
  treatMissingData: scenario.treatMissingData,
  values: [...Array.from({ length: quietPeriods }, () => quietValue(scenario)), ...scenario.values],
  initialState: 'OK',
})

/** Minutes after midnight at which a period ends, counted from 1. @example endOf({ firstEnd: 605, periodMinutes: 5 }, 2) // 610 */
export const endOf = (
  { firstEnd, periodMinutes }: Pick<AlarmScenario, 'firstEnd' | 'periodMinutes'>,
  period: number,
): number => firstEnd + (period - 1) * periodMinutes

/** A time of day. @example clockTime(605) // '10:05' */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
