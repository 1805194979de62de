import { showJson } from '../parts/show-json.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, inWords, listed, paragraphs, withCommas } from '../parts/words.ts'
import { outageError, type Plan, type Retrier, type RetryScenario, retrierOf } from './scenario.ts'
import { courseUnder, measured } from './solve.ts'

/** Seconds as people name them. */
const time = (seconds: number): string =>
  seconds >= 120 && seconds % 60 === 0
    ? `${seconds / 60} minutes`
    : `${withCommas(Number(seconds.toFixed(1)))} seconds`

const planOf = ({ plans }: RetryScenario, id: unknown): Plan => {
  const plan = plans.find((candidate) => candidate.id === id)
  if (plan === undefined) throw new RangeError(`There is no plan ${String(id)}.`)
  return plan
}

type Proposal = (plan: Retrier, present: Retrier) => string

/** Ways in which the plans are proposed. */
const proposals: readonly Readonly<Record<Plan['kind'], Proposal>>[] = [
  {
    attempts: (to, from) => `Raise \`MaxAttempts\` from ${from.attempts} to ${to.attempts}`,
    rate: (to, from) => `Raise \`BackoffRate\` from ${from.rate} to ${to.rate}`,
    interval: (to, from) => `Raise \`IntervalSeconds\` from ${from.interval} to ${to.interval}`,
    capped: (to) => `Raise \`MaxAttempts\` to ${to.attempts}, and set \`MaxDelaySeconds\` to ${to.longest}`,
    steady: (to) => `Lower \`BackoffRate\` to 1, and raise \`IntervalSeconds\` to ${to.interval}`,
    steeper: (to) => `Raise \`MaxAttempts\` to ${to.attempts} and \`BackoffRate\` to ${to.rate}`,
  },
  {
    attempts: (to) => `Add retries, with a \`MaxAttempts\` of ${to.attempts}`,
    rate: (to) => `Let the waits grow faster, with a \`BackoffRate\` of ${to.rate}`,
    interval: (to) => `Begin with a longer wait, with an \`IntervalSeconds\` of ${to.interval}`,
    capped: (to) =>
      `Add retries, with a \`MaxAttempts\` of ${to.attempts} and a \`MaxDelaySeconds\` of ${to.longest}`,
    steady: (to) => `Wait evenly, with a \`BackoffRate\` of 1 and an \`IntervalSeconds\` of ${to.interval}`,
    steeper: (to) =>
      `Add retries and stretch the waits, with a \`MaxAttempts\` of ${to.attempts} and a \`BackoffRate\` of ${to.rate}`,
  },
]

/** What happens under a plan, by its numbers. */
function account({ scenario, answer }: Told<RetryScenario>): string {
  const course = courseUnder(planOf(scenario, answer).retrier, scenario)
  const waits = course.delays.map((delay) => withCommas(Number(delay.toFixed(1)))).join(', ')
  const { outage, limit } = scenario
  if (course.lastStart < outage)
    return `With waits of ${waits} seconds and attempts of ${scenario.work} seconds, the last attempt starts after ${time(course.lastStart)}, within the outage.`
  const value = measured(course, limit)
  const verdict = value <= limit.most ? 'which keeps the limit' : 'which is too much'
  const found = {
    deadline: `the catcher takes over after ${time(value)}`,
    calls: `there are up to ${value} calls`,
    gap: `the longest wait is ${time(value)}`,
  }[limit.name]
  return `The last attempt starts after ${time(course.lastStart)}, with waits of ${waits} seconds; ${found}, ${verdict}.`
}

const because =
  (why: string) =>
  (told: Told<RetryScenario>): string =>
    `${why} ${account(told)}`

const settings = ({ present }: RetryScenario): string =>
  listed([
    `an \`IntervalSeconds\` of ${present.interval}`,
    `a \`BackoffRate\` of ${present.rate}`,
    `a \`MaxAttempts\` of ${present.attempts}`,
  ])

const definition = ({ present }: RetryScenario): string =>
  showJson({ Retry: [retrierOf(present)], Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Escalate' }] })

/** What the business asks for beside an end of the failures; each structure has its own reason. */
function demand({ limit, setting }: RetryScenario): string {
  const team = setting.teams[0]
  if (limit.name === 'deadline')
    return `If the service stays away for longer, the ${team} must be told by the state \`Escalate\` within ${time(limit.most)} of the first call.`
  if (limit.name === 'calls')
    return `The operator of the service bills each call, failed ones included, and the budget allows for at most ${inWords(limit.most)} calls in an execution.`
  return `Users sit in front of the screen, so the pause between two attempts must not exceed ${time(limit.most)}.`
}

const survive = 'Executions that begin at the start of such an outage have to succeed in the end.'

const attempt = ({ work }: RetryScenario): string =>
  `A call that fails does so after ${inWords(work)} seconds, with the error \`${outageError}\``

/** Words the scenario in one of five structures. */
export const renderRetry = wordedBy<RetryScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `On Tuesday night, the ${scenario.setting.systems[0].name} of ${scenario.setting.who} was patched and did not answer for ${time(scenario.outage)}.`,
        `During this time, ${scenario.lost} executions of an AWS Step Functions workflow gave up on it and had to be repeated by hand.`,
        `${attempt(scenario)}; the retrier of the task has ${settings(scenario)}.`,
        `${survive} ${demand(scenario)} Which change meets these requirements?`,
      ]),
    (scenario) =>
      paragraphs(
        `The vendor of the ${scenario.setting.systems[1].name} announces weekly maintenance, in which the service is away for up to ${time(scenario.outage)}. ${capitalised(scenario.setting.who)} calls it from a task of an AWS Step Functions workflow with these fields.`,
        definition(scenario),
        [`${attempt(scenario)}.`, survive, demand(scenario), 'Which change should a developer make?'],
      ),
    (scenario) =>
      paragraphs([
        `"Each failover of the ${scenario.setting.systems[0].name} leaves us with dozens of open cases," the ${scenario.setting.teams[1]} of ${scenario.setting.who} complains. A failover takes ${time(scenario.outage)}.`,
        `The cases come from an AWS Step Functions task, whose Retry field has ${settings(scenario)}. ${attempt(scenario)}.`,
        demand(scenario),
        'Which change lets executions get through a failover?',
      ]),
    (scenario) =>
      paragraphs(
        `In a game day, ${scenario.setting.who} takes its ${scenario.setting.systems[1].name} out of service for ${time(scenario.outage)}. All executions of an AWS Step Functions workflow that were started then end in \`Escalate\`. The task has this retrier.`,
        showJson(retrierOf(scenario.present)),
        [
          `${attempt(scenario)}.`,
          survive,
          demand(scenario),
          'Which change should be tried in the next game day?',
        ],
      ),
    (scenario) =>
      paragraphs([
        `Before a release, a reviewer asks what an AWS Step Functions workflow of ${scenario.setting.who} does while the ${scenario.setting.systems[0].name} restarts, which takes ${time(scenario.outage)}. It gives up: the task that calls the service has a retrier with ${settings(scenario)}.`,
        `${attempt(scenario)}. ${demand(scenario)}`,
        `${survive} Which change meets these requirements?`,
      ]),
  ],
  text: (answer, scenario) => {
    const { kind, retrier } = planOf(scenario, answer)
    return proposals[scenario.style]?.[kind](retrier, scenario.present) ?? ''
  },
  reasons: {
    key: account,
    'attempts-include-first': because('MaxAttempts counts retries; the first attempt comes on top.'),
    'constant-delay': because('Each delay is the one before, multiplied by the backoff rate.'),
    'linear-backoff': because('Delays grow by a factor, not by a constant.'),
    'rate-from-first': because('The first retry waits for the interval itself.'),
    'work-forgotten': because('The attempts take time too.'),
    'no-limit-to-delay': because('MaxDelaySeconds is the longest that a single delay can be.'),
    'retries-are-free': because('Retries have to keep the limit as well.'),
    'fast-is-enough': because('Retries have to last longer than the outage.'),
  },
})
