import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { alarmFirstPageModel } from './family.ts'
import { sampleAlarm } from './sample.ts'
import type { AlarmScenario } from './scenario.ts'
import { dependsOnRange, solveAlarm, staysQuiet } from './solve.ts'

const page = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html'

const scenario = (
  values: readonly (number | null)[],
  changes: Partial<AlarmScenario> = {},
): AlarmScenario => ({
  ...sampleAlarm(seededRandom('documented')),
  metric: { name: 'CPUUtilization', of: 'the instances', unit: ' %', threshold: 80, comparison: 'above' },
  firstEnd: 600,
  periodMinutes: 5,
  evaluationPeriods: 3,
  datapointsToAlarm: 2,
  treatMissingData: 'missing',
  values,
  ...changes,
})

tryFamily(alarmFirstPageModel, {
  golden: [
    {
      name: 'two of three may lie apart',
      page,
      scenario: scenario([90, 50, 90, 50, 50]),
      answers: [610],
    },
    {
      name: 'enough data points exist, so the treatment of a missing one does not matter',
      page,
      scenario: scenario([90, null, 50, 50, 50], { treatMissingData: 'breaching', datapointsToAlarm: 3 }),
      answers: [staysQuiet],
    },
  ],
})

describe('an alarm over gaps', () => {
  test('a value on the threshold breaches only where the condition includes it', () => {
    const values = [80, 80, 80, 50]
    const metric = { ...scenario(values).metric, comparison: 'at-or-above' } as const
    expect(solveAlarm(scenario(values))).toEqual([staysQuiet])
    expect(solveAlarm(scenario(values, { metric }))).toEqual([605])
  })

  test('an answer that hangs on how far back the service looks is recognised', () => {
    const hanging = scenario([90, null, null, 90, null, null, 50], {
      evaluationPeriods: 2,
      datapointsToAlarm: 2,
    })
    const plain = scenario([90, 90, 90])
    expect([dependsOnRange(hanging), dependsOnRange(plain)]).toEqual([true, false])
  })
})
