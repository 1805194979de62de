import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { alarmFirstPageModel } from './family.ts'
import { sampleAlarm } from './sample.ts'
import { type AlarmScenario, type AlarmSettings, settingsId } from './scenario.ts'
import { dependsOnRange, pagesOf } from './solve.ts'

const page = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html'

const settings = (
  datapointsToAlarm: number,
  evaluationPeriods: number,
  treatMissingData: AlarmSettings['treatMissingData'] = 'missing',
): AlarmSettings => ({ datapointsToAlarm, evaluationPeriods, treatMissingData })

const scenario = (
  outage: readonly (number | null)[],
  changes: Partial<AlarmScenario> = {},
): AlarmScenario => ({
  ...sampleAlarm(seededRandom('documented')),
  metric: { name: 'CPUUtilization', of: 'the instances', unit: '%', threshold: 80, comparison: 'above' },
  outage: { firstEnd: 600, values: outage },
  quiet: { firstEnd: 600, values: [50, 50, 50] },
  deadline: outage.length,
  candidates: [settings(2, 3), settings(3, 3)],
  ...changes,
})

tryFamily(alarmFirstPageModel, {
  golden: [
    {
      name: 'two of three may lie apart',
      page,
      scenario: scenario([90, 50, 90, 50, 50]),
      answers: [settingsId(settings(2, 3))],
    },
    {
      name: 'missing data that breach make up the number, and missing data that do not leave the alarm quiet',
      page,
      scenario: scenario([90, null, null, null, null, null], {
        candidates: [settings(3, 3, 'breaching'), settings(3, 3, 'notBreaching')],
      }),
      answers: [settingsId(settings(3, 3, 'breaching'))],
    },
  ],
})

describe('an alarm over gaps', () => {
  test('a value on the threshold breaches only where the condition includes it', () => {
    const values = [80, 80, 80, 50]
    const plain = scenario(values)
    const metric = { ...plain.metric, comparison: 'at-or-above' } as const
    expect(pagesOf(plain, settings(2, 3)).outage).toBeNull()
    expect(pagesOf(scenario(values, { metric }), settings(2, 3)).outage).toBe(2)
  })

  test('an answer that hangs on how far back the service looks is recognised', () => {
    const hanging = scenario([90, null, null, 90, null, null, 50], { deadline: 3 })
    expect(dependsOnRange(hanging, settings(2, 2))).toBe(true)
    expect(dependsOnRange(scenario([90, 90, 90]), settings(2, 3))).toBe(false)
  })
})
