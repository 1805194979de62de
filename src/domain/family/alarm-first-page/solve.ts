import { type AlarmTrace, isBreaching, simulateAlarm } from '../../cloud/time/alarm.ts'
import type { Answers, Misconception } from '../types.ts'
import { type AlarmScenario, type AlarmSettings, quietPeriods, settingsId, traceOf } from './scenario.ts'

/** The first period of a recording, counted from 1, at whose end the alarm goes off; null where it stays quiet. */
export type FirstAlarm = (trace: AlarmTrace) => number | null

/** As the service decides. */
export const firstAlarm: FirstAlarm = (trace) => {
  const index = simulateAlarm(trace).states.indexOf('ALARM', quietPeriods)
  return index < 0 ? null : index + 1 - quietPeriods
}

/** When an alarm with some settings goes off during the outage, and during the recording in which it must not. */
export const pagesOf = (
  scenario: AlarmScenario,
  settings: AlarmSettings,
  first: FirstAlarm = firstAlarm,
): { readonly outage: number | null; readonly quiet: number | null } => ({
  outage: first(traceOf(scenario, settings, scenario.outage.values)),
  quiet: first(traceOf(scenario, settings, scenario.quiet.values)),
})

/** True where settings page in time during the outage and stay quiet otherwise, as a belief sees it. */
export function suits(
  scenario: AlarmScenario,
  settings: AlarmSettings,
  first: FirstAlarm = firstAlarm,
): boolean {
  const { outage, quiet } = pagesOf(scenario, settings, first)
  return outage !== null && outage <= scenario.deadline && quiet === null
}

const suiting =
  (first?: FirstAlarm) =>
  (scenario: AlarmScenario): Answers =>
    scenario.candidates.filter((settings) => suits(scenario, settings, first)).map(settingsId)

/** The settings that page in time and stay quiet otherwise. */
export const solveAlarm = suiting()

/** The service does not say how many periods beyond N it looks back over: an item may not depend on it. */
export const dependsOnRange = (scenario: AlarmScenario, settings: AlarmSettings): boolean =>
  new Set(
    [1, 2, 3, 5].map((further) => {
      const evaluationRange = settings.evaluationPeriods + further
      return suits(scenario, settings, (trace) => firstAlarm({ ...trace, evaluationRange }))
    }),
  ).size > 1

const changed =
  (change: (trace: AlarmTrace) => Partial<AlarmTrace>): FirstAlarm =>
  (trace) =>
    firstAlarm({ ...trace, ...change(trace) })

const neededBy = ({ datapointsToAlarm, evaluationPeriods }: AlarmTrace): number =>
  datapointsToAlarm ?? evaluationPeriods

/** The first moment at which enough breaching points stand in a row. */
const inARow: FirstAlarm = (trace) => {
  let run = 0
  for (const [index, value] of trace.values.entries()) {
    run = value !== null && isBreaching(trace, value) ? run + 1 : 0
    if (run >= neededBy(trace)) return index + 1 - quietPeriods
  }
  return null
}

/** The first moment at which the mean of the reported values in the evaluation periods breaches. */
const byMean: FirstAlarm = (trace) => {
  for (let end = quietPeriods + 1; end <= trace.values.length; end++) {
    const seen = trace.values.slice(end - trace.evaluationPeriods, end).filter((value) => value !== null)
    const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length
    if (seen.length > 0 && isBreaching(trace, mean)) return end - quietPeriods
  }
  return null
}

/** A value on the far side of the threshold, or on the near side. */
const beyond = ({ threshold, comparison }: AlarmTrace): number =>
  comparison.endsWith('above') ? threshold + 1 : threshold - 1
const within = ({ threshold, comparison }: AlarmTrace): number =>
  comparison.endsWith('above') ? threshold - 1 : threshold + 1

const filled = (fill: (trace: AlarmTrace) => number): FirstAlarm =>
  changed((trace) => ({ values: trace.values.map((value) => value ?? fill(trace)) }))

/** Beliefs about when an alarm goes off. */
export const alarmMisconceptions: readonly Misconception<AlarmScenario>[] = [
  {
    id: 'consecutive',
    statement: 'The breaching data points that an alarm needs must follow one another.',
    solve: suiting(inARow),
  },
  {
    id: 'whole-window',
    statement: 'An alarm goes off when every data point of its evaluation periods breaches.',
    solve: suiting(changed((trace) => ({ datapointsToAlarm: trace.evaluationPeriods }))),
  },
  {
    id: 'mean-decides',
    statement: 'An alarm compares the mean of its evaluation periods with the threshold.',
    solve: suiting(byMean),
  },
  {
    id: 'gaps-breach',
    statement: 'A missing data point counts as a breaching one, whatever the alarm is set to.',
    solve: suiting(filled(beyond)),
  },
  {
    id: 'gaps-harmless',
    statement: 'A missing data point counts as one within the threshold, whatever the alarm is set to.',
    solve: suiting(filled(within)),
  },
  {
    id: 'one-more',
    statement: 'An alarm needs one breaching data point more than it is set to before it changes its state.',
    solve: suiting(
      changed((trace) => {
        const needed = neededBy(trace) + 1
        return {
          evaluationPeriods: Math.max(trace.evaluationPeriods, needed),
          datapointsToAlarm: needed,
        }
      }),
    ),
  },
]
