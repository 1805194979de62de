import { simulateAlarm } from '../../cloud/time/alarm.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs, withCommas } from '../parts/words.ts'
import { type AlarmScenario, clockTime, endOf, quietPeriods, traceOf } from './scenario.ts'
import { solveAlarm, staysQuiet } from './solve.ts'

const comparisons = {
  above: 'greater than',
  'at-or-above': 'greater than or equal to',
  below: 'lower than',
  'at-or-below': 'lower than or equal to',
} as const

const treatments = {
  missing: 'missing',
  ignore: 'ignore (the alarm state is maintained)',
  breaching: 'bad (breaching the threshold)',
  notBreaching: 'good (not breaching the threshold)',
} as const

const condition = ({ metric }: AlarmScenario): string =>
  `${comparisons[metric.comparison]} ${withCommas(metric.threshold)}${metric.unit}`

const valueText = ({ metric }: AlarmScenario, value: number | null): string =>
  value === null ? 'no data' : `${withCommas(value)}${metric.unit}`

const table = (scenario: AlarmScenario): string =>
  [
    '```text',
    `${'Period ends'.padEnd(14)}${scenario.metric.name}`,
    ...scenario.values.map(
      (value, index) => `${clockTime(endOf(scenario, index + 1)).padEnd(14)}${valueText(scenario, value)}`,
    ),
    '```',
  ].join('\n')

const inline = (scenario: AlarmScenario): string =>
  scenario.values
    .map((value, index) => `${clockTime(endOf(scenario, index + 1))} ${valueText(scenario, value)}`)
    .join(', ')

const every = ({ periodMinutes }: AlarmScenario): string =>
  periodMinutes === 1 ? 'one minute' : `${inWords(periodMinutes)} minutes`

const rule = ({ datapointsToAlarm, evaluationPeriods }: AlarmScenario): string =>
  `${datapointsToAlarm} out of ${evaluationPeriods}`

const questions = [
  () => 'After which period does the alarm first go to the ALARM state?',
  () => 'When does the alarm enter the ALARM state for the first time?',
  () => 'At the end of which period is the ALARM state reached first?',
] as const

const ask = (scenario: AlarmScenario): string => questions[scenario.question]?.() ?? ''

const before = 'Earlier values were all reported and within the threshold, and the state was OK.'

const reasonOf = (scenario: AlarmScenario): string =>
  simulateAlarm(traceOf(scenario))
    .trail.find(({ at, text }) => at > quietPeriods && text.includes('becomes ALARM'))
    ?.text.replace(/^.*\): /, '') ?? ''

const keyText = ({ scenario, answer }: Told<AlarmScenario>): string =>
  answer === staysQuiet
    ? `At no moment do ${scenario.datapointsToAlarm} of the ${scenario.evaluationPeriods} newest data points breach, with missing ones treated as ${scenario.treatMissingData}.`
    : `At ${clockTime(Number(answer))} the alarm is set off: ${reasonOf(scenario)}`

const moment = (answer: unknown): string =>
  answer === staysQuiet ? 'no ALARM in this time' : clockTime(Number(answer))

const wrong =
  (why: string) =>
  ({ scenario, answer }: Told<AlarmScenario>): string =>
    `${why} That would give ${moment(answer)}; the rule of ${rule(scenario)} gives ${moment(solveAlarm(scenario)[0])}.`

/** Words the scenario in one of three structures. */
export const renderAlarm = wordedBy<AlarmScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `The ${scenario.setting.teams[0]} of ${scenario.setting.who} has a CloudWatch alarm on ${scenario.metric.name} of ${scenario.metric.of} behind the ${scenario.setting.systems[0].name}:`,
        bullets([
          `Condition: ${condition(scenario)}`,
          `Period: ${every(scenario)}`,
          `Datapoints to alarm: ${rule(scenario)}`,
          `Missing data treatment: ${treatments[scenario.treatMissingData]}`,
        ]),
        'These data points arrive:',
        table(scenario),
        [before, ask(scenario)],
      ),
    (scenario) =>
      paragraphs(
        [
          `An engineer on call for the ${scenario.setting.systems[0].name} reconstructs when an alarm should have paged.`,
          `It watches ${scenario.metric.name} of ${scenario.metric.of} in periods of ${every(scenario)}, and needs ${rule(scenario)} data points ${condition(scenario)}.`,
          `Missing data are treated as ${treatments[scenario.treatMissingData]}.`,
          `The metric shows, by the end of each period: ${inline(scenario)}.`,
        ],
        [before, ask(scenario)],
      ),
    (scenario) =>
      paragraphs(
        `${capitalised(scenario.setting.who)} collects ${scenario.metric.name} of ${scenario.metric.of} for its ${scenario.setting.systems[1].name}. The source of the metric drops out at times:`,
        table(scenario),
        [
          `An alarm on it evaluates periods of ${every(scenario)} and is set to ${rule(scenario)} with the condition "${condition(scenario)}".`,
          `Its setting for missing data is ${treatments[scenario.treatMissingData]}.`,
          before,
          ask(scenario),
        ],
      ),
  ],
  text: (answer) =>
    answer === staysQuiet ? 'It stays out of ALARM in this time' : `At ${clockTime(Number(answer))}`,
  reasons: {
    key: keyText,
    consecutive: wrong('M out of N breaching data points may lie apart.'),
    'whole-window': wrong('The number of datapoints to alarm decides, not the number of evaluation periods.'),
    'single-breach': wrong('A single breaching data point is fewer than the alarm needs.'),
    'gaps-breach': wrong(
      'A missing data point is filled in where too few exist, and counts as breaching with that treatment alone.',
    ),
    'last-periods': wrong(
      'Where enough data points exist further back, the newest of them are taken in place of missing ones.',
    ),
    'one-more': wrong('The number of datapoints to alarm is enough.'),
    'other-side': wrong('Whether the threshold itself breaches is said by the condition.'),
  },
})
