import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderAlarm } from './render.ts'
import { sampleAlarm } from './sample.ts'
import { type AlarmScenario, faults } from './scenario.ts'
import { alarmMisconceptions, solveAlarm } from './solve.ts'

/** Which settings let an alarm page for a recorded outage and stay quiet for a recorded false page. */
export const alarmFirstPageModel: FamilyModel<AlarmScenario> = {
  name: 'alarm-first-page',
  title: 'Which alarm settings page in time and stay quiet otherwise',
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
  constraints: ({ candidates }) => candidates.length > 3,
  features: ({ rendering, fault, outage, quiet }) => ({
    rendering,
    fault: faults.indexOf(fault),
    gaps: [...outage.values, ...quiet.values].filter((value) => value === null).length,
  }),
  angoff: ({ gaps = 0 }) => Math.max(0.4, 0.66 - 0.03 * gaps),
}

export const alarmFirstPage = familyOf(alarmFirstPageModel)
