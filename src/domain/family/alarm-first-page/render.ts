import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, inWords, paragraphs, withCommas } from '../parts/words.ts'
import {
  type AlarmScenario,
  type AlarmSettings,
  clockTime,
  endOf,
  type Recording,
  settingsId,
} from './scenario.ts'
import { pagesOf } from './solve.ts'

const comparisons = {
  above: 'greater than',
  'at-or-above': 'greater than or equal to',
  below: 'lower than',
  'at-or-below': 'lower than or equal to',
} as const

/** The treatments by the names that the console gives them. */
const treatments = {
  missing: 'missing',
  ignore: 'ignore',
  breaching: 'bad',
  notBreaching: 'good',
} as const

const condition = ({ metric }: AlarmScenario): string =>
  `${comparisons[metric.comparison]} ${withCommas(metric.threshold)}${metric.unit}`

const ratio = ({ datapointsToAlarm, evaluationPeriods }: AlarmSettings): string =>
  `${datapointsToAlarm} out of ${evaluationPeriods}`

/** The settings of today in a clause. */
const today = ({ current }: AlarmScenario): string =>
  `${ratio(current)} datapoints, with missing data treated as ${treatments[current.treatMissingData]}`

const every = ({ periodMinutes }: AlarmScenario): string =>
  periodMinutes === 1 ? 'one-minute' : `${inWords(periodMinutes)}-minute`

const reading = (value: number | null): string => (value === null ? '-' : withCommas(value))

/** Both recordings side by side, as an export of the metric would show them. */
function recordings(scenario: AlarmScenario, outage: string, quiet: string): string {
  const rows = scenario.outage.values.map((value, index) => [
    `${clockTime(endOf(scenario, scenario.outage, index + 1)).padEnd(8)}${reading(value)}`,
    `${clockTime(endOf(scenario, scenario.quiet, index + 1)).padEnd(8)}${reading(scenario.quiet.values[index] ?? null)}`,
  ])
  return [
    '```text',
    `${outage.padEnd(22)}${quiet}`,
    ...rows.map(([left = '', right = '']) => `${left.padEnd(22)}${right}`),
    '```',
  ].join('\n')
}

const row = (scenario: AlarmScenario, { firstEnd, values }: Recording): string =>
  `${clockTime(firstEnd)} to ${clockTime(endOf(scenario, { firstEnd, values }, values.length))}: ${values.map(reading).join(', ')}`

const dueAt = (scenario: AlarmScenario): string =>
  clockTime(endOf(scenario, scenario.outage, scenario.deadline))

const stems: readonly ((scenario: AlarmScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `Nobody was paged when the ${scenario.setting.systems[0].name} of ${scenario.setting.who} failed on Tuesday. A CloudWatch alarm on ${scenario.metric.name} of ${scenario.metric.of} existed: ${condition(scenario)} in ${every(scenario)} periods, ${today(scenario)}. The review compares the outage with Sunday's maintenance, for which people must not be woken:`,
      recordings(scenario, 'Tuesday', 'Sunday'),
      `Before both recordings, data were complete and normal. Which change would have paged by ${dueAt(scenario)} on Tuesday and stayed quiet on Sunday?`,
    ),
  (scenario) =>
    paragraphs(
      `"Customers called us before our own monitoring did," complained the ${scenario.setting.teams[0]} after an outage at ${scenario.setting.who}. The alarm in question watches ${scenario.metric.name} of ${scenario.metric.of} for values ${condition(scenario)}. Its period is ${inWords(scenario.periodMinutes)} ${scenario.periodMinutes === 1 ? 'minute' : 'minutes'}, and it is set to ${today(scenario)}. An engineer exports the outage and a normal deployment of the ${scenario.setting.systems[1].name}, which raises no complaints:`,
      recordings(scenario, 'Outage', 'Deployment'),
      `Earlier values of both days were all there and unremarkable. The agreed goal is a page by ${dueAt(scenario)} for an outage like this one, and no page for deployments. Which setting reaches the goal?`,
    ),
  (scenario) =>
    paragraphs(
      `An auditor asks why the on-call engineer of the ${scenario.setting.systems[0].name} learned of an outage by email instead of by pager. The alarm on ${scenario.metric.name} (${condition(scenario)}, ${every(scenario)} periods) stood at ${today(scenario)}. Its metric had been complete and normal until the outage began:`,
      ['```text', row(scenario, scenario.outage), '```'].join('\n'),
      `A page at ${dueAt(scenario)} would have been in time. A second recording, which also followed normal values, is from a load test for which nobody is to be paged:`,
      ['```text', row(scenario, scenario.quiet), '```'].join('\n'),
      `The load test is repeated every week. Which change to the alarm should the engineer make?`,
    ),
  (scenario) =>
    paragraphs(
      `On-call staff of ${scenario.setting.who} want to mute an alarm that woke them three times this month, each time during a routine job of the ${scenario.setting.systems[0].name}. It watches ${scenario.metric.name} of ${scenario.metric.of} in ${every(scenario)} periods for values ${condition(scenario)}, at ${today(scenario)}. Their lead refuses, because the alarm must still catch an incident like the one in March:`,
      recordings(scenario, 'March incident', 'Routine job'),
      `Both recordings follow hours of complete, normal data. In March a page was needed by ${dueAt(scenario)}. Which change keeps that page and ends the false ones?`,
    ),
  (scenario) =>
    paragraphs(
      `A ticket reads: "Page at night again, nothing wrong, ${scenario.metric.name} back to normal by itself. Please fix or delete." The alarm belongs to the ${scenario.setting.systems[0].name} and goes off for values ${condition(scenario)}, at ${today(scenario)}. Last night's metric, after an evening of normal values:`,
      ['```text', row(scenario, scenario.quiet), '```'].join('\n'),
      `Deleting is out of the question: during a real outage of ${scenario.setting.who}, also after normal values, the same metric had these readings, and somebody had to know by ${dueAt(scenario)}.`,
      ['```text', row(scenario, scenario.outage), '```'].join('\n'),
      `Both are readings of ${every(scenario)} periods. Which change to the alarm resolves the ticket?`,
    ),
  (scenario) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} pays its standby engineers for each page, and half of last quarter's pages came from one alarm on ${scenario.metric.name} of ${scenario.metric.of}. With ${every(scenario)} periods and values ${condition(scenario)}, it is set to ${today(scenario)}. The ${scenario.setting.teams[0]} puts a typical false page beside the last real failure; each came after normal readings without gaps:`,
      recordings(scenario, 'Real failure', 'False page'),
      `The contract promises a reaction to such a failure from ${dueAt(scenario)} on. Which new setting saves the false pages at no risk to the contract?`,
    ),
]

/** An option: what changes is said, and what stays. */
function textOf(settings: AlarmSettings, { current }: AlarmScenario): string {
  const isSameRatio = ratio(settings) === ratio(current)
  const treatment = treatments[settings.treatMissingData]
  if (isSameRatio) return `Keep ${ratio(current)} datapoints, and treat missing data as ${treatment}`
  return settings.treatMissingData === current.treatMissingData
    ? `Set the alarm to ${ratio(settings)} datapoints, and leave the treatment of missing data`
    : `Set the alarm to ${ratio(settings)} datapoints, and treat missing data as ${treatment}`
}

const settingsOf = ({ candidates }: AlarmScenario, answer: unknown): AlarmSettings => {
  const found = candidates.find((settings) => settingsId(settings) === answer)
  if (found === undefined) throw new RangeError(`There are no settings ${String(answer)}.`)
  return found
}

/** What the settings do in both recordings, as the model finds it. */
function outcome({ scenario, answer }: Told<AlarmScenario>): string {
  const { outage, quiet } = pagesOf(scenario, settingsOf(scenario, answer))
  if (quiet !== null) return 'It would page during the recording that is to stay quiet.'
  return outage === null ? 'It would sleep through the outage.' : `It would page after ${dueAt(scenario)}.`
}

const wrong = (reason: string) => (told: Told<AlarmScenario>) => `${outcome(told)} ${reason}`

/** Words the scenario in one of six structures, three for each fault. */
export const renderAlarm = wordedBy<AlarmScenario>({
  stems,
  text: (answer, scenario) => textOf(settingsOf(scenario, answer), scenario),
  reasons: {
    key: ({ scenario, answer }) =>
      `With ${ratio(settingsOf(scenario, answer))} datapoints it goes off in the outage by ${dueAt(scenario)}, and at no moment of the other recording are that many breaching.`,
    consecutive: wrong('Breaching data points need not follow one another within the evaluation periods.'),
    'whole-window': wrong('The number of datapoints to alarm decides, not the number of evaluation periods.'),
    'mean-decides': wrong(
      'Each data point is compared with the threshold by itself; no mean is taken over periods.',
    ),
    'gaps-breach': wrong(
      'Missing data points count as breaching where the alarm is set to treat them so, and there alone.',
    ),
    'gaps-harmless': wrong(
      'Whether missing data points count as harmless is set by the alarm, and they fill in where too few exist.',
    ),
    'one-more': wrong('As many breaching data points as the alarm is set to are enough.'),
  },
})
