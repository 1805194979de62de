import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { drawSetting } from '../parts/setting.ts'
import type { AlarmScenario, WatchedMetric } from './scenario.ts'

const metrics: readonly WatchedMetric[] = [
  { name: 'CPUUtilization', of: 'the instances', unit: ' %', threshold: 80, comparison: 'above' },
  { name: 'FreeStorageSpace', of: 'the database', unit: ' GB', threshold: 40, comparison: 'below' },
  {
    name: 'TargetResponseTime',
    of: 'the load balancer',
    unit: ' ms',
    threshold: 600,
    comparison: 'at-or-above',
  },
  {
    name: 'ApproximateAgeOfOldestMessage',
    of: 'the queue',
    unit: ' s',
    threshold: 300,
    comparison: 'above',
  },
  { name: 'HealthyHostCount', of: 'the target group', unit: '', threshold: 3, comparison: 'at-or-below' },
  { name: 'ErrorCount', of: 'the application log', unit: '', threshold: 25, comparison: 'at-or-above' },
]

const points = 9

/** A value on the wanted side of the threshold, at times on it exactly. */
function drawValue(random: SeededRandom, metric: WatchedMetric, breaching: boolean): number {
  const { threshold, comparison } = metric
  const upwards = comparison.endsWith('above') === breaching
  const onThreshold = comparison.startsWith('at-or') === breaching
  if (onThreshold && chance(random, 0.25)) return threshold
  const reach = Math.max(2, Math.round(threshold * 0.2))
  const distance = between(random, 1, reach)
  return Math.max(0, upwards ? threshold + distance : threshold - distance)
}

/** Draws an alarm of M out of N and data points of which some breach and some are missing. */
export function sampleAlarm(random: SeededRandom): AlarmScenario {
  const metric = pick(random, metrics)
  const evaluationPeriods = between(random, 3, 5)
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    question: random.integer(3),
    metric,
    firstEnd: between(random, 8, 20) * 60 + pick(random, [5, 10, 15, 20]),
    periodMinutes: pick(random, [1, 5]),
    evaluationPeriods,
    datapointsToAlarm: between(random, 2, evaluationPeriods),
    treatMissingData: pick(random, ['missing', 'ignore', 'breaching', 'notBreaching']),
    values: Array.from({ length: points }, () => {
      if (chance(random, 0.2)) return null
      return drawValue(random, metric, chance(random, 0.5))
    }),
  }
}
