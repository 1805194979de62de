import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { type MetricScenario, type OperatingPoint, percentOf, solveMetric } from './solve.ts'

const shortName = ({ threshold, retrained }: OperatingPoint): string =>
  retrained ? 'new model' : threshold.toFixed(2)

/** The results by threshold, as an experiment report prints them. */
function table({ points, task }: MetricScenario): string {
  const row = (name: string, cells: readonly string[]): string =>
    `${name.padEnd(11)}${cells.map((cell) => cell.padStart(14)).join('')}`
  return [
    '```text',
    row('Threshold', ['Found', 'Missed', 'False alarms']),
    ...points.map((point) =>
      row(shortName(point), [
        withCommas(point.matrix.truePositives),
        withCommas(point.matrix.falseNegatives),
        withCommas(point.matrix.falsePositives),
      ]),
    ),
    '```',
    '',
    `Found and missed count ${task.hit} ${task.cases} of the validation data.`,
  ].join('\n')
}

/** What the business requires of one metric, and what it wants of the other. */
const floorWords = ({ floorOn, floor, task }: MetricScenario): string =>
  floorOn === 'recall'
    ? `At least ${floor}% of the ${task.hit} ${task.cases} must be found`
    : `At least ${floor}% of the ${task.cases} that are ${task.flagged} must really be ${task.hit}`

const wishWords = ({ floorOn, task }: MetricScenario): string =>
  floorOn === 'recall'
    ? `a flagged case should be a right one as often as possible, because each costs the ${task.team} time`
    : `as few ${task.hit} ${task.cases} as possible should slip through`

const structures: readonly ((scenario: MetricScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `${capitalised(scenario.task.who)} runs a classifier on Amazon SageMaker AI by which ${scenario.task.cases} are ${scenario.task.flagged} when their score reaches ${scenario.current.toFixed(2)}. The ${scenario.task.team} asks for another balance of misses and false alarms, and a data scientist has evaluated several thresholds and a retrained model:`,
      table(scenario),
      `${floorWords(scenario)}. Beyond this, ${wishWords(scenario)}. Which change meets these requirements?`,
    ),
  (scenario) =>
    paragraphs(
      `“Either we drown in alarms or we miss the real ones,” says the head of the ${scenario.task.team} at ${scenario.task.who}. The model behind it scores ${scenario.task.cases} and is used with a threshold of ${scenario.current.toFixed(2)}. A report from Amazon SageMaker AI compares the choices:`,
      table(scenario),
      `Management has decided what counts. ${floorWords(scenario)}, and within this limit ${wishWords(scenario)}. What should the team do?`,
    ),
  (scenario) =>
    paragraphs(
      `Before a go-live, the ${scenario.task.team} of ${scenario.task.who} sets the acceptance criteria for a model that finds ${scenario.task.hit} ${scenario.task.cases}. ${floorWords(scenario)}; among the candidates that reach this, ${wishWords(scenario)}. The draft configuration has a threshold of ${scenario.current.toFixed(2)}. The validation job in Amazon SageMaker AI gave:`,
      table(scenario),
      'Which configuration should go live?',
    ),
  (scenario) =>
    paragraphs(
      `An audit of ${scenario.task.who} criticizes the threshold of ${scenario.current.toFixed(2)} above which ${scenario.task.cases} are ${scenario.task.flagged}: nobody can say why it was chosen. The auditors accept any value that follows from the goals of the ${scenario.task.team}. ${floorWords(scenario)}. Given that, ${wishWords(scenario)}. These are the results on labeled data:`,
      table(scenario),
      'Which action follows from the goals?',
    ),
]

type Wording = Readonly<Record<'keep' | 'raise' | 'lower', (to: string, from: string) => string>> & {
  readonly replace: string
}

/** Ways in which a change of the classifier is proposed. */
const wordings: readonly Wording[] = [
  {
    keep: (to) => `Keep the present model with its threshold of ${to}`,
    raise: (to, from) => `Raise the threshold of the present model from ${from} to ${to}`,
    lower: (to, from) => `Lower the threshold of the present model from ${from} to ${to}`,
    replace: 'Deploy the new model with the threshold that was evaluated',
  },
  {
    keep: (to) => `Leave the threshold where it is, at ${to}`,
    raise: (to) => `Demand a higher score, and flag from ${to} upwards`,
    lower: (to) => `Accept a lower score, and flag from ${to} upwards`,
    replace: 'Exchange the model for the new one as evaluated',
  },
]

const pointOf = (answer: Answer, { points }: MetricScenario): OperatingPoint => {
  const point = points.find(({ name }) => name === answer)
  if (point === undefined) throw new RangeError(`There is no point ${answer}.`)
  return point
}

function text(answer: Answer, scenario: MetricScenario): string {
  const { threshold, retrained } = pointOf(answer, scenario)
  const wording = wordings[scenario.style]
  if (wording === undefined) throw new RangeError(`There is no wording ${scenario.style}.`)
  if (retrained) return wording.replace
  const way = threshold === scenario.current ? 'keep' : threshold > scenario.current ? 'raise' : 'lower'
  return wording[way](threshold.toFixed(2), scenario.current.toFixed(2))
}

/** Precision and recall of an option beside the floor. */
function judgement({ scenario, answer }: Told<MetricScenario>): string {
  const point = pointOf(answer, scenario)
  const key = pointOf(String(solveMetric(scenario)[0]), scenario)
  const shown = (metric: 'precision' | 'recall', one: OperatingPoint): string =>
    `${percentOf(one, metric).toFixed(1)}%`
  const values = `Precision is ${shown('precision', point)} and recall ${shown('recall', point)}`
  if (percentOf(point, scenario.floorOn) < scenario.floor)
    return `${values}, so ${scenario.floorOn} misses the required ${scenario.floor}%.`
  const other = scenario.floorOn === 'recall' ? 'precision' : 'recall'
  return point === key
    ? `${values}, which passes the required ${scenario.floor}% ${scenario.floorOn} with the highest ${other}.`
    : `${values}; another choice passes the required ${scenario.floor}% ${scenario.floorOn} with ${shown(other, key)} ${other}.`
}

const because =
  (why: string) =>
  (told: Told<MetricScenario>): string =>
    `${why} ${judgement(told)}`

/** Words the scenario in one of four structures. */
export const renderMetric = wordedBy<MetricScenario>({
  stems: structures,
  text,
  reasons: {
    key: judgement,
    'precision-recall-swapped': because(
      'Recall is the share of positive cases that is found, precision the share of findings that is right.',
    ),
    'accuracy-for-all': because('Accuracy is high wherever negative cases are many.'),
    'balance-first': because('The F1 score weighs both metrics alike, which is not what is required.'),
    'specificity-instead': because('Recognised negative cases tell little about positive ones.'),
    'more-than-needed': because('More than the required level costs too much of the other metric.'),
    'other-metric-alone': because('The required level comes first.'),
  },
})
