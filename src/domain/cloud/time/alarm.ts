import { requireWhole } from '../capacity/require-number.ts'
import { aNumber, aWord, listOf, optional, record, type Shape, type ShapeFault } from '../shape.ts'
import type { Trail } from './trail.ts'

/** How an alarm compares a data point with its threshold. */
export type AlarmComparison = 'above' | 'at-or-above' | 'below' | 'at-or-below'

/** What stands in for a data point that is missing. */
export type MissingTreatment = 'missing' | 'ignore' | 'breaching' | 'notBreaching'

/** The three states of an alarm. */
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

/**
 * An alarm on one metric. `evaluationPeriods` is N and `datapointsToAlarm` is M (N when absent). `evaluationRange` is how
 * many of the newest periods are retrieved: N + 2 when absent, which is what the documented examples show for N = 3; the
 * service says only that it is more than N.
 */
export type Alarm = {
  readonly threshold: number
  readonly comparison: AlarmComparison
  readonly evaluationPeriods: number
  readonly datapointsToAlarm?: number
  readonly treatMissingData?: MissingTreatment
  readonly evaluationRange?: number
}

/** An alarm and one value for each period, oldest first; null where no data point was reported. */
export type AlarmTrace = Alarm & {
  readonly values: readonly (number | null)[]
  readonly initialState?: AlarmState
}

/** The state after each period, and the changes of state in words; `at` counts periods from 1. */
export type AlarmHistory = { readonly states: readonly AlarmState[]; readonly trail: Trail }

/** A state with the reason for it. */
export type AlarmVerdict = { readonly state: AlarmState; readonly reason: string }

const aValue: Shape<number | null> = (value, at): readonly ShapeFault[] =>
  value === null ? [] : aNumber(value, at)

const states = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const

/** The form of an alarm with its data. */
export const alarmTraceShape: Shape<AlarmTrace> = record<AlarmTrace>({
  threshold: aNumber,
  comparison: aWord('above', 'at-or-above', 'below', 'at-or-below'),
  evaluationPeriods: aNumber,
  datapointsToAlarm: optional(aNumber),
  treatMissingData: optional(aWord('missing', 'ignore', 'breaching', 'notBreaching')),
  evaluationRange: optional(aNumber),
  values: listOf(aValue, 1),
  initialState: optional(aWord(...states)),
})

/** True when a value is outside the threshold. @example isBreaching({ threshold: 80, comparison: 'above' }, 80) // false */
export function isBreaching(
  { threshold, comparison }: Pick<Alarm, 'threshold' | 'comparison'>,
  value: number,
) {
  if (comparison === 'above') return value > threshold
  if (comparison === 'at-or-above') return value >= threshold
  return comparison === 'below' ? value < threshold : value <= threshold
}

/** One period as an alarm sees it: breaching, within the threshold, or missing. */
export type DataPoint = 'X' | '0' | '-'

const countIn = (points: readonly DataPoint[], wanted: DataPoint): number =>
  points.filter((point) => point === wanted).length

/** An old breaching point with nothing but breaching or missing ones around it raises the alarm early. */
function isPremature(range: readonly DataPoint[], needed: number): boolean {
  const oldest = range.indexOf('X')
  return oldest >= 0 && countIn(range, '0') === 0 && range.length - oldest >= needed
}

function verdictOf(breaching: number, needed: number, of: string): AlarmVerdict {
  return breaching >= needed
    ? { state: 'ALARM', reason: `${breaching} of ${of} are breaching, ${needed} are needed` }
    : { state: 'OK', reason: `only ${breaching} of ${of} are breaching, ${needed} are needed` }
}

type Sparse = { readonly range: readonly DataPoint[]; readonly needed: number; readonly filled: number }

function treatAsMissing({ range, needed }: Sparse, current: AlarmState, ignore: boolean): AlarmVerdict {
  const breaching = countIn(range, 'X')
  if (breaching >= needed || countIn(range, '0') > 0)
    return verdictOf(breaching, needed, 'the data points that exist')
  if (ignore)
    return { state: current, reason: 'too few data points, and missing ones keep the current state' }
  if (isPremature(range, needed))
    return {
      state: 'ALARM',
      reason: `the oldest breaching data point is at least ${needed} periods old and no newer one is within the threshold`,
    }
  return { state: 'INSUFFICIENT_DATA', reason: 'too few data points to decide' }
}

function judgeSparse(sparse: Sparse, treatment: MissingTreatment, current: AlarmState): AlarmVerdict {
  const { range, needed, filled } = sparse
  const breaching = countIn(range, 'X')
  const of = `the data points, ${filled} filled in as ${treatment},`
  if (treatment === 'breaching') return verdictOf(breaching + filled, needed, of)
  if (treatment === 'notBreaching') return verdictOf(breaching, needed, of)
  return treatAsMissing(sparse, current, treatment === 'ignore')
}

/** What an alarm needs beside the data points: N, M, the treatment of missing points and the state it is in. */
export type AlarmRule = {
  readonly periods: number
  readonly needed: number
  readonly treatment: MissingTreatment
  readonly current: AlarmState
}

/**
 * Judges the data points of an evaluation range, oldest first. When N of them exist the newest N decide and the treatment
 * does not matter; else the missing ones are filled in, as few as possible.
 *
 * @see Amazon CloudWatch user guide, Configuring how CloudWatch alarms treat missing data, and its two tables
 * @example judgeRange(['-', '-', 'X', '-', '-'], { periods: 3, needed: 3, treatment: 'missing', current: 'OK' }).state // 'ALARM'
 */
export function judgeRange(range: readonly DataPoint[], rule: AlarmRule): AlarmVerdict {
  const { periods, needed, treatment, current } = rule
  const real = range.filter((point) => point !== '-')
  if (real.length >= periods)
    return verdictOf(countIn(real.slice(-periods), 'X'), needed, `the newest ${periods} data points`)
  return judgeSparse({ range, needed, filled: periods - real.length }, treatment, current)
}

const pointOf = (alarm: Alarm, value: number | null | undefined): DataPoint => {
  if (value === null || value === undefined) return '-'
  return isBreaching(alarm, value) ? 'X' : '0'
}

/** The newest `width` points up to a period; periods before the first count as missing. */
const rangeAt = (points: readonly DataPoint[], period: number, width: number): DataPoint[] =>
  Array.from({ length: width }, (_, back) => points[period - width + back] ?? '-')

/**
 * Runs an alarm over its data, period by period.
 *
 * @throws RangeError when M is above N, N is below 1, or the range is below N
 * @see judgeRange
 * @example simulateAlarm({ threshold: 1, comparison: 'above', evaluationPeriods: 1, values: [2, 0] }).states // ['ALARM', 'OK']
 */
export function simulateAlarm(trace: AlarmTrace): AlarmHistory {
  const periods = requireWhole('evaluationPeriods', trace.evaluationPeriods, 1)
  const needed = requireWhole('datapointsToAlarm', trace.datapointsToAlarm ?? periods, 1)
  if (needed > periods) throw new RangeError('datapointsToAlarm must not be above evaluationPeriods.')
  const width = requireWhole('evaluationRange', trace.evaluationRange ?? periods + 2, periods)
  const treatment = trace.treatMissingData ?? 'missing'
  const points = trace.values.map((value) => pointOf(trace, value))
  const found: AlarmState[] = []
  const trail: { at: number; text: string }[] = []
  let current: AlarmState = trace.initialState ?? 'INSUFFICIENT_DATA'
  for (let period = 1; period <= points.length; period++) {
    const range = rangeAt(points, period, width)
    const { state, reason } = judgeRange(range, { periods, needed, treatment, current })
    if (state !== current)
      trail.push({ at: period, text: `${current} becomes ${state} (${range.join(' ')}): ${reason}.` })
    current = state
    found.push(state)
  }
  return { states: found, trail }
}
