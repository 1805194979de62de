import {
  type ClassifierMetrics,
  type ConfusionMatrix,
  classifierMetrics,
} from '../../cloud/capacity/classifier.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** What a model looks for: the cases, those it should find, who uses it. */
type Task = {
  readonly who: string
  readonly cases: string
  readonly hit: string
  readonly flagged: string
}

/** Results of a classifier and the question that one metric answers. */
export type MetricScenario = {
  readonly rendering: number
  readonly asks: 'precision' | 'recall'
  readonly task: Task
  readonly matrix: Required<Omit<ConfusionMatrix, 'beta'>>
}

const tasks: readonly Task[] = [
  { who: 'a card issuer', cases: 'payments', hit: 'fraudulent', flagged: 'blocked' },
  { who: 'a bottling plant', cases: 'bottles', hit: 'cracked', flagged: 'rejected' },
  { who: 'a hospital group', cases: 'chest scans', hit: 'abnormal', flagged: 'sent to a radiologist' },
  { who: 'a mail provider', cases: 'messages', hit: 'malicious', flagged: 'quarantined' },
  { who: 'an insurer', cases: 'claims', hit: 'exaggerated', flagged: 'passed to investigators' },
  { who: 'a telecom operator', cases: 'subscribers', hit: 'about to leave', flagged: 'offered a discount' },
  {
    who: 'a wind farm operator',
    cases: 'gearboxes',
    hit: 'close to failure',
    flagged: 'scheduled for inspection',
  },
  { who: 'a marketplace', cases: 'product reviews', hit: 'fake', flagged: 'hidden' },
  { who: 'a seed producer', cases: 'seed batches', hit: 'contaminated', flagged: 'held back' },
  { who: 'a recruiting platform', cases: 'job adverts', hit: 'deceptive', flagged: 'withheld' },
]

type Metric = (metrics: ClassifierMetrics, scenario: MetricScenario) => number | null

const percent = (value: number | null): number => Number(((value ?? 0) * 100).toFixed(1))

const measuring = (metric: Metric) => (scenario: MetricScenario) => [
  percent(metric(classifierMetrics(scenario.matrix), scenario)),
]

const solve = measuring((metrics, { asks }) => metrics[asks])

const misconceptions: readonly Misconception<MetricScenario>[] = [
  {
    id: 'precision-recall-swapped',
    statement:
      'Precision is the share of the positive cases that is found, and recall the share of findings that is right.',
    solve: measuring((metrics, { asks }) => metrics[asks === 'precision' ? 'recall' : 'precision']),
  },
  {
    id: 'accuracy-for-all',
    statement: 'Accuracy tells how well a class is found, however rare the class is.',
    solve: measuring(({ accuracy }) => accuracy),
  },
  {
    id: 'mean-of-both',
    statement: 'The F1 score stands for precision and for recall alike.',
    solve: measuring(({ f1 }) => f1),
  },
  {
    id: 'specificity-instead',
    statement: 'The share of negative cases that is recognised is the recall of the model.',
    solve: measuring(({ specificity }) => specificity),
  },
  {
    id: 'of-all-cases',
    statement: 'Correct findings are related to all cases that were examined.',
    solve: measuring((_, { matrix }) => {
      const all = Object.values(matrix).reduce((sum, count) => sum + count, 0)
      return matrix.truePositives / all
    }),
  },
]

function sample(random: SeededRandom): MetricScenario {
  const positives = between(random, 60, 900)
  const truePositives = Math.round((positives * between(random, 55, 97)) / 100)
  const trueNegatives = positives * between(random, 3, 22) + between(random, 0, 99)
  return {
    rendering: random.integer(3),
    asks: pick(random, ['precision', 'recall']),
    task: pick(random, tasks),
    matrix: {
      truePositives,
      falseNegatives: positives - truePositives,
      falsePositives: Math.round((truePositives * between(random, 8, 120)) / 100),
      trueNegatives,
    },
  }
}

/** The need of the business that one metric meets. */
const need = ({ asks, task }: MetricScenario): string =>
  asks === 'precision'
    ? `how far it can trust the model when ${task.cases} are ${task.flagged}`
    : `which share of the ${task.hit} ${task.cases} the model finds`

const question = 'Which value of the right metric answers this?'

const fraction = ({ scenario: { matrix, asks } }: Told<MetricScenario>): string => {
  const other = asks === 'precision' ? matrix.falsePositives : matrix.falseNegatives
  const all = matrix.truePositives + other
  return `${capitalised(asks)} = ${withCommas(matrix.truePositives)} / (${withCommas(matrix.truePositives)} + ${withCommas(other)}) = ${percent(matrix.truePositives / all).toFixed(1)}%`
}

const table = ({ task, matrix }: MetricScenario): string => {
  const cell = (value: number): string => withCommas(value).padStart(14)
  return [
    '```text',
    `${''.padEnd(22)}${'Flagged'.padStart(14)}${'Not flagged'.padStart(14)}`,
    `${capitalised(task.hit).padEnd(22)}${cell(matrix.truePositives)}${cell(matrix.falseNegatives)}`,
    `${'Other'.padEnd(22)}${cell(matrix.falsePositives)}${cell(matrix.trueNegatives)}`,
    '```',
  ].join('\n')
}

const render = wordedBy<MetricScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.task.who)} tests a model by which ${scenario.task.cases} are ${scenario.task.flagged} when they look ${scenario.task.hit}.`,
        `Of the ${withCommas(scenario.matrix.truePositives + scenario.matrix.falseNegatives)} ${scenario.task.hit} ones in the test data, ${withCommas(scenario.matrix.truePositives)} were flagged. The model also flagged ${withCommas(scenario.matrix.falsePositives)} of ${withCommas(scenario.matrix.falsePositives + scenario.matrix.trueNegatives)} others.`,
        `The business asks ${need(scenario)}. ${question}`,
      ]),
    (scenario) =>
      paragraphs(
        `A data scientist shows this confusion matrix of a classifier that ${scenario.task.who} uses for ${scenario.task.cases}:`,
        table(scenario),
        [
          `Flagged ${scenario.task.cases} are ${scenario.task.flagged}. The product owner wants to know ${need(scenario)}.`,
          question,
        ],
      ),
    (scenario) =>
      paragraphs(
        `After a month in production, the results of a classifier at ${scenario.task.who.replace(/^an? /, 'the ')} are checked by hand:`,
        bullets([
          `${withCommas(scenario.matrix.truePositives)} ${scenario.task.hit} ${scenario.task.cases} were flagged`,
          `${withCommas(scenario.matrix.falseNegatives)} ${scenario.task.hit} ${scenario.task.cases} were missed`,
          `${withCommas(scenario.matrix.falsePositives)} ${scenario.task.cases} were flagged without need`,
          `${withCommas(scenario.matrix.trueNegatives)} ${scenario.task.cases} were rightly left alone`,
        ]),
        [`Management asks ${need(scenario)}.`, question],
      ),
  ],
  text: (answer) => `${Number(answer).toFixed(1)}%`,
  reasons: {
    key: (told) =>
      `${told.scenario.asks === 'precision' ? 'Precision relates correct findings to all findings' : 'Recall relates correct findings to all positive cases'}. ${fraction(told)}.`,
    'precision-recall-swapped': (told) =>
      `This is ${told.scenario.asks === 'precision' ? 'recall, which relates correct findings to all positive cases' : 'precision, which relates correct findings to all findings'}. ${fraction(told)}.`,
    'accuracy-for-all': (told) =>
      `This is accuracy, which the many negative cases make high. ${fraction(told)}.`,
    'mean-of-both': (told) =>
      `This is the F1 score, the harmonic mean of precision and recall. ${fraction(told)}.`,
    'specificity-instead': (told) =>
      `This is specificity, the share of negative cases that is left alone. ${fraction(told)}.`,
    'of-all-cases': (told) =>
      `This relates correct findings to all cases, which is no metric of the class. ${fraction(told)}.`,
  },
})

/** Precision or recall from a confusion matrix, by what the business asks. */
export const classifierMetricModel: FamilyModel<MetricScenario> = {
  name: 'classifier-metric',
  title: 'Precision or recall of a classifier',
  kind: 'multiple-choice',
  placements: placedIn('AIF-C01 1.3', 'MLA-C01 2.3', 'MLA-C02 2.3'),
  cognitive: 'apply',
  services: ['sagemaker-ai'],
  references: [
    documentation('Metrics and validation', 'sagemaker/latest/dg/autopilot-metrics-validation.html'),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  features: ({ rendering, asks }) => ({ rendering, precision: Number(asks === 'precision') }),
  angoff: ({ precision = 0, rendering }) => 0.64 - 0.06 * precision + 0.04 * rendering,
}

export const classifierMetric = familyOf(classifierMetricModel)
