import type { MissingTreatment } from '../../cloud/time/alarm.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { drawSetting } from '../parts/setting.ts'
import {
  type AlarmScenario,
  type AlarmSettings,
  faults,
  type Recording,
  type WatchedMetric,
} from './scenario.ts'
import { dependsOnRange, pagesOf, suits } from './solve.ts'

const metrics: readonly WatchedMetric[] = [
  { name: 'CPUUtilization', of: 'the instances', unit: '%', threshold: 80, comparison: 'above' },
  { name: 'FreeStorageSpace', of: 'the database', unit: ' GB', threshold: 40, comparison: 'below' },
  { name: 'TargetResponseTime', of: 'the load balancer', unit: ' ms', threshold: 600, comparison: 'above' },
  { name: 'ApproximateAgeOfOldestMessage', of: 'the queue', unit: ' s', threshold: 300, comparison: 'above' },
  { name: 'DatabaseConnections', of: 'the database', unit: '', threshold: 450, comparison: 'above' },
  { name: 'ErrorCount', of: 'the application log', unit: '', threshold: 25, comparison: 'above' },
]

/** X breaches, 0 does not, - is missing. */
type Mark = 'X' | '0' | '-'

const length = 8

const repeated = (mark: Mark, count: number): Mark[] => Array.from({ length: count }, () => mark)

/** Outages as recordings show them: flapping, ending in silence, or with gaps. */
function drawOutage(random: SeededRandom): readonly Mark[] {
  const kind = pick(random, ['flapping', 'dying', 'spotty'] as const)
  if (kind === 'dying') {
    const before = between(random, 1, 3)
    return [...repeated('X', before), ...repeated('-', length - before)]
  }
  return Array.from({ length }, (_, index) => {
    if (index === 0) return 'X'
    if (kind === 'spotty' && chance(random, 0.3)) return '-'
    return chance(random, 0.68) ? 'X' : '0'
  })
}

/** What an alarm should sleep through: a burst, lone peaks, or hours without data. */
function drawCalm(random: SeededRandom): readonly Mark[] {
  const kind = pick(random, ['burst', 'peaks', 'stopped'] as const)
  const lead = between(random, 1, 2)
  if (kind === 'stopped') {
    return [...repeated('0', lead), ...repeated('-', length - lead)]
  }
  if (kind === 'burst') {
    const burst = between(random, 2, 3)
    return [...repeated('0', lead), ...repeated('X', burst), ...repeated('0', length - lead - burst)]
  }
  return Array.from({ length }, (_, index) => ((index + lead) % pick(random, [2, 3, 3]) === 0 ? 'X' : '0'))
}

/** Readings that look measured: breaching ones by up to half of the threshold, others at times close to it. */
function readings(random: SeededRandom, marks: readonly Mark[], metric: WatchedMetric): Recording['values'] {
  const { threshold, comparison, unit } = metric
  return marks.map((mark) => {
    if (mark === '-') return null
    const isUp = comparison.endsWith('above') === (mark === 'X')
    const most = unit === '%' && isUp ? 19 : Math.round(threshold * 0.5)
    const distance = between(random, 1, Math.max(3, most))
    return isUp ? threshold + distance : threshold - distance
  })
}

const pairs = [
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 5],
  [2, 3],
  [2, 4],
  [3, 4],
  [2, 5],
  [3, 5],
  [4, 5],
] as const
const treatments: readonly MissingTreatment[] = ['missing', 'breaching', 'notBreaching']

const everySetting: readonly AlarmSettings[] = pairs.flatMap(([datapointsToAlarm, evaluationPeriods]) =>
  treatments.map((treatMissingData) => ({ datapointsToAlarm, evaluationPeriods, treatMissingData })),
)

/** Settings that are offered beside the key; beliefs choose among them. */
const mostOthers = 12

/** True where the alarm fails today in the way that people complain about. */
const failsToday = (scenario: AlarmScenario, settings: AlarmSettings): boolean => {
  const { outage, quiet } = pagesOf(scenario, settings)
  return scenario.fault === 'noisy' ? quiet !== null : outage === null || outage > scenario.deadline
}

/** Draws an alarm with a recorded outage and a recorded false page, and settings of which one suits both. */
export function sampleAlarm(random: SeededRandom): AlarmScenario {
  const metric = pick(random, metrics)
  const fault = pick(random, faults)
  const settings = shuffle(everySetting, random)
  const base: AlarmScenario = {
    setting: drawSetting(random),
    rendering: 3 * faults.indexOf(fault) + random.integer(3),
    fault,
    metric,
    periodMinutes: pick(random, [1, 5, 5]),
    current: settings[0] as AlarmSettings,
    outage: {
      firstEnd: between(random, 1, 22) * 60 + pick(random, [5, 10, 15, 20]),
      values: readings(random, drawOutage(random), metric),
    },
    deadline: between(random, 5, 7),
    quiet: {
      firstEnd: between(random, 1, 4) * 60 + pick(random, [5, 10, 15, 20]),
      values: readings(random, drawCalm(random), metric),
    },
    candidates: [],
  }
  const key = settings.find((one) => suits(base, one))
  const current = settings.find((one) => failsToday(base, one) && isSensible(one))
  if (key === undefined || current === undefined) return base
  const others = settings.filter((one) => one !== current && !suits(base, one)).slice(0, mostOthers)
  return {
    ...base,
    current,
    candidates: [key, ...others].filter((one) => !dependsOnRange(base, one)),
  }
}

/** Settings that a team might have chosen: no more than half of the datapoints spare. */
const isSensible = ({ datapointsToAlarm, evaluationPeriods }: AlarmSettings): boolean =>
  datapointsToAlarm * 2 > evaluationPeriods
