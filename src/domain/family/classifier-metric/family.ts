import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderMetric } from './render.ts'
import {
  isClear,
  type MetricScenario,
  metricMisconceptions,
  type OperatingPoint,
  solveMetric,
  type Task,
} from './solve.ts'

const tasks: readonly Task[] = [
  { who: 'a card issuer', cases: 'payments', hit: 'fraudulent', flagged: 'blocked', team: 'fraud desk' },
  {
    who: 'a bottling plant',
    cases: 'bottles',
    hit: 'cracked',
    flagged: 'taken off the line',
    team: 'quality team',
  },
  {
    who: 'a hospital group',
    cases: 'chest scans',
    hit: 'abnormal',
    flagged: 'sent to a radiologist',
    team: 'radiology department',
  },
  { who: 'a mail provider', cases: 'messages', hit: 'malicious', flagged: 'quarantined', team: 'abuse desk' },
  {
    who: 'an insurer',
    cases: 'claims',
    hit: 'exaggerated',
    flagged: 'passed to an investigator',
    team: 'investigation unit',
  },
  {
    who: 'a telecom operator',
    cases: 'calls',
    hit: 'fraudulent',
    flagged: 'cut off',
    team: 'network security team',
  },
  {
    who: 'a wind farm operator',
    cases: 'gearboxes',
    hit: 'damaged',
    flagged: 'inspected on site',
    team: 'field service team',
  },
  { who: 'a marketplace', cases: 'product reviews', hit: 'fake', flagged: 'hidden', team: 'trust team' },
  {
    who: 'a seed producer',
    cases: 'seed batches',
    hit: 'contaminated',
    flagged: 'held back',
    team: 'laboratory',
  },
  {
    who: 'a recruiting platform',
    cases: 'job adverts',
    hit: 'deceptive',
    flagged: 'withheld',
    team: 'moderation team',
  },
  {
    who: 'a parcel service',
    cases: 'addresses',
    hit: 'wrong',
    flagged: 'corrected by hand',
    team: 'address desk',
  },
  {
    who: 'a lottery company',
    cases: 'accounts',
    hit: 'shared',
    flagged: 'suspended',
    team: 'compliance desk',
  },
]

/** Shares of the positive cases that are found, in percent, and false alarms for each 100 of them, from strict to loose. */
const curve = [
  { fewest: 52, most: 63, quiet: 2, noisy: 6 },
  { fewest: 67, most: 76, quiet: 9, noisy: 18 },
  { fewest: 79, most: 87, quiet: 22, noisy: 40 },
  { fewest: 90, most: 93, quiet: 55, noisy: 85 },
  { fewest: 95, most: 98, quiet: 110, noisy: 190 },
] as const

/** Results at five thresholds, each of which finds more than the one before and raises more false alarms. */
function drawPoints(random: SeededRandom): readonly OperatingPoint[] {
  const positives = between(random, 140, 900)
  const negatives = positives * between(random, 6, 24) + between(random, 1, 99)
  const highest = between(random, 78, 90)
  const step = between(random, 11, 16)
  const point = (found: number, alarms: number): OperatingPoint['matrix'] => {
    const truePositives = Math.round((positives * found) / 100)
    const falsePositives = Math.round((positives * alarms) / 100)
    return {
      truePositives,
      falsePositives,
      falseNegatives: positives - truePositives,
      trueNegatives: negatives - falsePositives,
    }
  }
  const present = curve.map(({ fewest, most, quiet, noisy }, index): OperatingPoint => {
    const threshold = (highest - index * step) / 100
    return {
      name: `threshold ${threshold.toFixed(2)}`,
      threshold,
      retrained: false,
      matrix: point(between(random, fewest, most), between(random, quiet, noisy)),
    }
  })
  const retrained: OperatingPoint = {
    name: 'retrained model',
    threshold: 0.5,
    retrained: true,
    matrix: point(between(random, 70, 92), between(random, 12, 60)),
  }
  return [...present, retrained]
}

function sample(random: SeededRandom): MetricScenario {
  const points = drawPoints(random)
  const floorOn = pick(random, ['precision', 'recall'] as const)
  return {
    rendering: random.integer(4),
    style: random.integer(2),
    task: pick(random, tasks),
    floorOn,
    floor: floorOn === 'precision' ? pick(random, [60, 70, 75, 80]) : pick(random, [75, 80, 85, 90]),
    current: points[between(random, 1, 3)]?.threshold ?? 0,
    points,
  }
}

/** The threshold or model that meets what the business requires of precision and recall. */
export const classifierMetricModel: FamilyModel<MetricScenario> = {
  name: 'classifier-metric',
  title: 'Precision or recall of a classifier',
  kind: 'multiple-choice',
  placements: placedIn('AIF-C01 1.3', 'MLA-C01 2.3', 'MLA-C02 2.3'),
  cognitive: 'analyse',
  services: ['sagemaker-ai'],
  references: [
    documentation('Metrics and validation', 'sagemaker/latest/dg/autopilot-metrics-validation.html'),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveMetric,
  misconceptions: metricMisconceptions,
  render: renderMetric,
  constraints: isClear,
  features: ({ rendering, floorOn }) => ({ rendering, precision: Number(floorOn === 'precision') }),
  angoff: ({ precision = 0, rendering }) => 0.6 - 0.05 * precision + 0.02 * rendering,
}

export const classifierMetric = familyOf(classifierMetricModel)
