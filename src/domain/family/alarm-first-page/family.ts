import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderAlarm } from './render.ts'
import { sampleAlarm } from './sample.ts'
import type { AlarmScenario } from './scenario.ts'
import { alarmMisconceptions, dependsOnRange, solveAlarm } from './solve.ts'

/** When an alarm of M out of N first goes off over data points with gaps. */
export const alarmFirstPageModel: FamilyModel<AlarmScenario> = {
  name: 'alarm-first-page',
  title: 'When an alarm first goes off',
  kind: 'multiple-choice',
  placements: placedIn('SOA-C03 1.1', 'DOP-C02 4.3', 'SAP-C02 3.1', 'SAP-C03 3'),
  cognitive: 'apply',
  services: ['cloudwatch'],
  references: [
    documentation(
      'Configuring how CloudWatch alarms treat missing data',
      'AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleAlarm,
  solve: solveAlarm,
  misconceptions: alarmMisconceptions,
  render: renderAlarm,
  constraints: (scenario) => scenario.values.includes(null) && !dependsOnRange(scenario),
  features: ({ rendering, values, evaluationPeriods, datapointsToAlarm }) => ({
    rendering,
    gaps: values.filter((value) => value === null).length,
    spare: evaluationPeriods - datapointsToAlarm,
  }),
  angoff: ({ gaps = 0, spare = 0 }) => 0.78 - 0.06 * gaps - 0.05 * spare,
}

export const alarmFirstPage = familyOf(alarmFirstPageModel)
