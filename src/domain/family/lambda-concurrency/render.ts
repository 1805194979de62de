import type { FactValues } from '../../cloud/cloud-facts.ts'
import { planIn } from '../capacity/plans.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import {
  type ConcurrencyPlan,
  type ConcurrencyScenario,
  capOf,
  neededFaster,
  neededToday,
  presentReservation,
  reservedByOthers,
} from './solve.ts'

const time = (milliseconds: number): string =>
  milliseconds >= 1000 ? `${milliseconds / 1000} seconds` : `${milliseconds} milliseconds`
const megabytes = (memory: number): string => `${withCommas(memory)} MB`
const larger = ({ memory }: ConcurrencyScenario): string => megabytes(2 * memory)
const rate = ({ perSecond }: ConcurrencyScenario): string => withCommas(perSecond)

const present = (scenario: ConcurrencyScenario, facts: FactValues): string =>
  withCommas(presentReservation(scenario, facts))

/** What limits the reservation, as a sentence of its own. */
function limit(scenario: ConcurrencyScenario, facts: FactValues): string {
  if (scenario.limit === 'database')
    return `Each execution opens one connection, and the database administrators grant the function ${withCommas(capOf(scenario, facts))} connections.`
  const others = withCommas(reservedByOthers(scenario, facts))
  return `Other functions have reserved ${others} of the ${withCommas(facts['lambda-account-concurrency'])} concurrent executions of the account and must keep them.`
}

const trial = (scenario: ConcurrencyScenario): string =>
  `In a trial with ${larger(scenario)} of memory instead of ${megabytes(scenario.memory)}, the mean duration fell from ${time(scenario.milliseconds)} to ${time(scenario.fasterMilliseconds)}, at a higher price for each call.`

const structures: readonly ((scenario: ConcurrencyScenario, facts: FactValues) => string)[] = [
  (scenario, facts) =>
    paragraphs([
      `Customers of ${scenario.setting.who} get HTTP status 429 from the ${scenario.setting.systems[0].name} in the busy hour.`,
      `The AWS Lambda function behind it has a reserved concurrency of ${present(scenario, facts)} and a timeout of ${scenario.timeout} seconds. Amazon CloudWatch counts ${rate(scenario)} requests a second, spread evenly over the hour.`,
      `${trial(scenario)} ${limit(scenario, facts)}`,
      'Which change ends the throttling at the LOWEST cost?',
    ]),
  (scenario, facts) =>
    paragraphs(
      [
        `The Throttles metric of an AWS Lambda function rose above zero for the third evening in a row. The ${scenario.setting.teams[0]} of ${scenario.setting.who} adds these findings to the incident:`,
      ],
      bullets([
        `Load: a steady ${rate(scenario)} synchronous invocations a second`,
        `Today: ${megabytes(scenario.memory)}, ${time(scenario.milliseconds)} on average, timeout ${scenario.timeout} seconds`,
        `With ${larger(scenario)}: ${time(scenario.fasterMilliseconds)} on average, but more expensive in total`,
        `Reserved concurrency: ${present(scenario, facts)}`,
      ]),
      [limit(scenario, facts), 'Which action resolves the incident at the LOWEST cost?'],
    ),
  (scenario, facts) =>
    paragraphs([
      `“Rate exceeded” is the message that a load test of the ${scenario.setting.systems[1].name} ended with, two weeks before ${scenario.setting.who} goes live.`,
      `The test called an AWS Lambda function ${rate(scenario)} times a second at an even pace; a call took ${time(scenario.milliseconds)} on average, with ${megabytes(scenario.memory)} of memory and a timeout of ${scenario.timeout} seconds. A reservation of ${present(scenario, facts)} concurrent executions had been set by guess.`,
      `With ${larger(scenario)} a call takes ${time(scenario.fasterMilliseconds)} and costs more. ${limit(scenario, facts)}`,
      'Which configuration lets the test pass at the LOWEST cost?',
    ]),
  (scenario, facts) =>
    paragraphs([
      `After a marketing campaign, the traffic of the ${scenario.setting.systems[0].name} has settled at ${rate(scenario)} evenly spread requests a second, and some of them fail with TooManyRequestsException.`,
      limit(scenario, facts),
      `The AWS Lambda function that serves the requests may use ${present(scenario, facts)} concurrent executions by its reservation and is stopped after ${scenario.timeout} seconds at most.`,
      trial(scenario),
      `What should ${scenario.setting.they} do so that no request is throttled, at the LOWEST cost?`,
    ]),
  (scenario, facts) =>
    paragraphs([
      `To save money, the ${scenario.setting.teams[1]} of ${scenario.setting.who} once capped the AWS Lambda function of the ${scenario.setting.systems[1].name} at ${present(scenario, facts)} reserved concurrent executions. Now the function is throttled.`,
      `It receives ${rate(scenario)} requests a second without noticeable bursts. Measurements show ${time(scenario.milliseconds)} for a request at ${megabytes(scenario.memory)} of memory and ${time(scenario.fasterMilliseconds)} at ${larger(scenario)}, which raises the bill; the timeout is ${scenario.timeout} seconds.`,
      limit(scenario, facts),
      'Which change should be made to serve each request at the LOWEST cost?',
    ]),
]

type Wording = Readonly<Record<ConcurrencyPlan, (amount: string, scenario: ConcurrencyScenario) => string>>

/** Ways in which colleagues propose the same changes. */
const wordings: readonly Wording[] = [
  {
    reserve: (amount, { memory }) =>
      `Raise the reservation to ${amount}, and stay at ${megabytes(memory)} of memory`,
    memory: (amount, scenario) =>
      `Raise the memory to ${larger(scenario)}, and set the reservation to ${amount}`,
    timeout: (amount) => `Lower the timeout to 2 seconds, and stay with the reservation of ${amount}`,
    provisioned: (amount) =>
      `Turn on provisioned concurrency for an alias, next to the reservation of ${amount}`,
    quota: (amount) =>
      `Request a higher concurrency quota for the account, and keep the reservation of ${amount}`,
  },
  {
    reserve: (amount, { memory }) =>
      `Reserve ${amount} concurrent executions for the function with its ${megabytes(memory)}`,
    memory: (amount, scenario) =>
      `Reserve ${amount} concurrent executions and configure ${larger(scenario)} of memory`,
    timeout: (amount) => `Keep ${amount} concurrent executions and shorten the timeout to 2 seconds`,
    provisioned: (amount) =>
      `Keep ${amount} reserved executions and provision further concurrency on top of them`,
    quota: (amount) => `Keep ${amount} concurrent executions and have AWS raise the quota of the account`,
  },
  {
    reserve: (amount) => `Set the reserved concurrency to ${amount} without a change to the memory`,
    memory: (amount, scenario) =>
      `Set the memory to ${larger(scenario)} and the reserved concurrency to ${amount}`,
    timeout: (amount) => `Set the timeout to 2 seconds and leave the reserved concurrency at ${amount}`,
    provisioned: (amount) => `Add provisioned concurrency and leave the reserved concurrency at ${amount}`,
    quota: (amount) => `Open a quota request for the account and leave the reserved concurrency at ${amount}`,
  },
]

function text(answer: Answer, scenario: ConcurrencyScenario): string {
  const { kind, amount } = planIn<ConcurrencyPlan>(answer)
  const wording = wordings[scenario.style]
  if (wording === undefined) throw new RangeError(`There is no wording ${scenario.style}.`)
  return wording[kind](withCommas(amount), scenario)
}

/** "420 requests a second x 0.35 seconds = 147 executions, within the 180 that are allowed". */
function need({ scenario, facts }: Told<ConcurrencyScenario>): string {
  const [needed, cap] = [neededToday(scenario, facts), capOf(scenario, facts)]
  const isFast = scenario.milliseconds < 1000 / facts['lambda-requests-per-concurrency']
  const sum = isFast
    ? `below 100 milliseconds, ten requests a second for each unit are the limit, so ${rate(scenario)} a second need ${withCommas(needed)} executions`
    : `${rate(scenario)} requests a second x ${scenario.milliseconds / 1000} seconds = ${withCommas(needed)} executions`
  return needed <= cap
    ? `${sum}, within the ${withCommas(cap)} that are allowed`
    : `${sum}, more than the ${withCommas(cap)} that are allowed, while ${larger(scenario)} need ${withCommas(neededFaster(scenario, facts))}`
}

const because =
  (why: string) =>
  (told: Told<ConcurrencyScenario>): string =>
    `${why} ${capitalised(need(told))}.`

/** Words the scenario in one of five structures. */
export const renderConcurrency = wordedBy<ConcurrencyScenario>({
  stems: structures,
  text,
  reasons: {
    key: (told) => `${capitalised(need(told))}.`,
    'rate-alone': because('An environment serves the next request when it is done, so duration counts too.'),
    'unreserved-added': because('The unreserved part belongs to the account and is not added to a function.'),
    'rate-limit-ignored': because('Rate times duration is too little for a function this fast.'),
    'limit-ignored': because('This reservation is larger than what is allowed.'),
    'faster-is-cheaper': because('More memory costs more and is not needed.'),
    'timeout-counts': because('The timeout ends stuck calls and frees nothing of what normal calls use.'),
    'provisioned-on-top': because('Provisioned concurrency is part of the reservation, which stays the cap.'),
    'account-throttles': because('The reservation caps the function, whatever the quota of the account.'),
  },
})
