import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { daysUnder, type PlanName, type TransferScenario } from './solve.ts'

const rate = (mbps: number): string => (mbps >= 1000 ? `${mbps / 1000} Gbps` : `${mbps} Mbps`)

const size = ({ terabytes }: TransferScenario): string => `${withCommas(terabytes)} TB`

/** The hours in which the connection is idle. */
const night = ({ nightHours }: TransferScenario): string =>
  `from ${nightHours >= 9 ? '21' : '22'}:00 to 0${((nightHours >= 9 ? 21 : 22) + nightHours) % 24}:00`

const free = ({ mbps, needed }: TransferScenario): string => rate(mbps - needed)

const structures: readonly ((scenario: TransferScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `The lease of a data center of ${scenario.setting.who} ends, and ${size(scenario)} of ${scenario.setting.records[0].name} have to be in Amazon S3 within ${scenario.deadline} days.`,
      `The AWS Direct Connect connection has ${rate(scenario.mbps)}, of which the ${scenario.setting.systems[0].name} needs ${rate(scenario.needed)}; ${night(scenario)} it is idle. An internet line of ${rate(scenario.internetMbps)} is free at all times.`,
      `The carrier would deliver a connection of ${rate(scenario.newMbps)} in ${scenario.leadDays} days. An AWS DataSync agent is already installed.`,
      `Which plan meets the deadline without slowing the ${scenario.setting.systems[0].name}?`,
    ]),
  (scenario) =>
    paragraphs(
      `“The auditors come in ${scenario.deadline} days and want to see all ${scenario.setting.records[1].name} in Amazon S3,” writes the ${scenario.setting.teams[0]} of ${scenario.setting.who}. A storage engineer finds ${size(scenario)} on the file servers and asks the network group what can be used:`,
      bullets([
        `AWS Direct Connect, ${rate(scenario.mbps)}: users need ${rate(scenario.needed)}, except ${night(scenario)}`,
        `Internet line, ${rate(scenario.internetMbps)}: not used today`,
        `A larger connection, ${rate(scenario.newMbps)}: delivered in ${scenario.leadDays} days`,
      ]),
      'The copy will be made by AWS DataSync. Which approach is done in time and leaves the users what they need?',
    ),
  (scenario) =>
    paragraphs([
      `A first trial of the archive migration at ${scenario.setting.who} was stopped: AWS DataSync filled the ${rate(scenario.mbps)} AWS Direct Connect connection, and the ${scenario.setting.systems[1].name} timed out.`,
      `The system must be able to use ${rate(scenario.needed)} whenever people work with it, which is at any time except ${night(scenario)}.`,
      `There are ${size(scenario)} to copy to Amazon S3 in ${scenario.deadline} days. The site also has an unused internet line with ${rate(scenario.internetMbps)}, and a connection with ${rate(scenario.newMbps)} takes ${scenario.leadDays} days to provision.`,
      'How should the migration continue?',
    ]),
  (scenario) =>
    paragraphs([
      `${capitalised(scenario.setting.who)} has bought a company whose storage vendor ends support in ${scenario.deadline} days. The ${size(scenario)} on it are to be copied to Amazon S3 with AWS DataSync.`,
      `Both companies share an AWS Direct Connect connection of ${rate(scenario.mbps)}. Monitoring shows ${rate(scenario.needed)} in use, apart from the ${inWords(scenario.nightHours)} hours ${night(scenario)}, and managers insist that this traffic is not delayed.`,
      `Two other ways exist: an idle internet line of ${rate(scenario.internetMbps)}, or a new connection of ${rate(scenario.newMbps)} after a lead time of ${scenario.leadDays} days.`,
      'Which solution meets these requirements?',
    ]),
]

type Proposal = (scenario: TransferScenario) => string

/** Ways in which the plans are proposed. */
const proposals: readonly Readonly<Record<PlanName, Proposal>>[] = [
  {
    'limited-day-and-night': (scenario) =>
      `Run the task around the clock with a bandwidth limit of ${free(scenario)}`,
    'nights-alone': (scenario) =>
      `Schedule the task for the hours ${night(scenario)}, without a bandwidth limit`,
    'limited-by-day': (scenario) =>
      `Limit the task to ${free(scenario)}, and lift the limit ${night(scenario)}`,
    unlimited: () => 'Start the task on the present connection today, without a bandwidth limit',
    'new-connection': ({ newMbps }) =>
      `Order the ${rate(newMbps)} connection, and start the task on its delivery`,
    'internet-line': () => 'Send the data over the internet line, without a bandwidth limit',
  },
  {
    'limited-day-and-night': (scenario) =>
      `Keep the copy at ${free(scenario)} on the present connection by day and night`,
    'nights-alone': (scenario) => `Let the copy run at full speed ${night(scenario)}, and pause it otherwise`,
    'limited-by-day': (scenario) =>
      `Let the copy run at full speed ${night(scenario)}, and at ${free(scenario)} otherwise`,
    unlimited: ({ mbps }) =>
      `Let the copy run at up to ${rate(mbps)} on the present connection by day and night`,
    'new-connection': ({ newMbps }) =>
      `Wait for a connection with ${rate(newMbps)}, and copy at full speed then`,
    'internet-line': ({ internetMbps }) =>
      `Use a public endpoint, and copy over the internet line at ${rate(internetMbps)}`,
  },
]

const text = (answer: Answer, scenario: TransferScenario): string =>
  proposals[scenario.style]?.[answer as PlanName](scenario) ?? ''

const days = (value: number): string => counted(Math.ceil(value), 'day')

/** How long a plan takes, and whether that is in time. */
function judgement({ scenario, answer }: Told<TransferScenario>): string {
  const plan = answer as PlanName
  const total = daysUnder(plan, scenario)
  if (plan === 'unlimited')
    return `It would take ${days(total)}, but nothing is left of the connection for other traffic.`
  const verdict = total <= scenario.deadline ? 'in time' : `too late for ${scenario.deadline} days`
  return plan === 'new-connection'
    ? `Delivery takes ${scenario.leadDays} days and the copy ${days(total - scenario.leadDays)}, which is ${verdict}.`
    : `${size(scenario)} at eight bits a byte take about ${days(total)} in this way, which is ${verdict}.`
}

const because =
  (why: string) =>
  (told: Told<TransferScenario>): string =>
    `${why} ${judgement(told)}`

/** Words the scenario in one of four structures. */
export const renderTransfer = wordedBy<TransferScenario>({
  stems: structures,
  text,
  reasons: {
    key: judgement,
    'bytes-for-bits': because('Links are rated in bits, and a byte has eight.'),
    'transfer-yields': because('A DataSync task without a limit uses the bandwidth that it gets.'),
    'delivered-at-once': because('The copy cannot start before the connection is there.'),
    'nights-are-enough': because('A task that runs for some hours carries data for these hours.'),
    'share-of-others': because('What is left for the copy is the rest of the connection.'),
    'idle-line-is-fast': because('What counts is the bandwidth that is free for the copy.'),
  },
})
