import { type AlarmTrace, isBreaching, simulateAlarm } from '../../cloud/time/alarm.ts'
import type { Answers, Misconception } from '../types.ts'
import { type AlarmScenario, endOf, quietPeriods, traceOf } from './scenario.ts'

/** Answer of an alarm that stays out of ALARM; above every time of day, so that it stands last. */
export const staysQuiet = 10_000

const firstAlarm =
  (change: (trace: AlarmTrace) => AlarmTrace) =>
  (scenario: AlarmScenario): Answers => {
    const states = simulateAlarm(change(traceOf(scenario))).states.slice(quietPeriods)
    const index = states.indexOf('ALARM')
    return [index < 0 ? staysQuiet : endOf(scenario, index + 1)]
  }

/** When the alarm first goes to ALARM, in minutes after midnight. */
export const solveAlarm = firstAlarm((trace) => trace)

/** The service does not say how many periods beyond N it looks back over: an item may not depend on it. */
export const dependsOnRange = (scenario: AlarmScenario): boolean =>
  new Set(
    [1, 2, 3, 5].map(
      (further) =>
        firstAlarm((trace) => ({ ...trace, evaluationRange: trace.evaluationPeriods + further }))(
          scenario,
        )[0],
    ),
  ).size > 1

const withStrictness = (trace: AlarmTrace): AlarmTrace => {
  const swapped = {
    above: 'at-or-above',
    'at-or-above': 'above',
    below: 'at-or-below',
    'at-or-below': 'below',
  } as const
  return { ...trace, comparison: swapped[trace.comparison] }
}

/** The first moment at which enough breaching points stand in a row. */
function inARow(scenario: AlarmScenario): Answers {
  const trace = traceOf(scenario)
  const needed = trace.datapointsToAlarm ?? trace.evaluationPeriods
  let run = 0
  for (const [index, value] of trace.values.entries()) {
    run = value !== null && isBreaching(trace, value) ? run + 1 : 0
    if (run >= needed) return [endOf(scenario, index + 1 - quietPeriods)]
  }
  return [staysQuiet]
}

/** A value that breaches. */
const beyond = ({ threshold, comparison }: AlarmTrace): number =>
  comparison.endsWith('above') ? threshold + 1 : threshold - 1

/** Beliefs about when an alarm goes off. */
export const alarmMisconceptions: readonly Misconception<AlarmScenario>[] = [
  {
    id: 'consecutive',
    statement: 'The breaching data points that an alarm needs must follow one another.',
    solve: inARow,
  },
  {
    id: 'whole-window',
    statement: 'An alarm goes off when every data point of its evaluation periods breaches.',
    solve: firstAlarm((trace) => ({ ...trace, datapointsToAlarm: trace.evaluationPeriods })),
  },
  {
    id: 'single-breach',
    statement: 'One data point beyond the threshold is enough for the ALARM state.',
    solve: firstAlarm((trace) => ({ ...trace, evaluationPeriods: 1, datapointsToAlarm: 1 })),
  },
  {
    id: 'gaps-breach',
    statement: 'A missing data point counts as a breaching one.',
    solve: firstAlarm((trace) => ({ ...trace, values: trace.values.map((value) => value ?? beyond(trace)) })),
  },
  {
    id: 'last-periods',
    statement: 'An alarm looks at its evaluation periods alone, and what is missing there counts as good.',
    solve: firstAlarm((trace) => ({
      ...trace,
      treatMissingData: 'notBreaching',
      evaluationRange: trace.evaluationPeriods,
    })),
  },
  {
    id: 'one-more',
    statement: 'An alarm needs one breaching data point more than it is set to before it changes its state.',
    solve: firstAlarm((trace) => {
      const needed = (trace.datapointsToAlarm ?? trace.evaluationPeriods) + 1
      return {
        ...trace,
        evaluationPeriods: Math.max(trace.evaluationPeriods, needed),
        datapointsToAlarm: needed,
      }
    }),
  },
  {
    id: 'other-side',
    statement: 'A value on the threshold counts the other way round.',
    solve: firstAlarm(withStrictness),
  },
]
