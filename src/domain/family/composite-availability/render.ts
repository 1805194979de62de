import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import {
  type AvailabilityScenario,
  availabilityOf,
  plansOf,
  solveAvailability,
  today,
  type Upgrade,
} from './solve.ts'

const percent = (availability: number): string => `${Number((availability * 100).toFixed(3))}%`

/** What the service achieves as it is, to two decimals. */
const achieved = (scenario: AvailabilityScenario): string =>
  `${(availabilityOf(scenario, today(scenario)) * 100).toFixed(2)}%`

const servers = ({ servers: count }: AvailabilityScenario): string =>
  count === 1
    ? 'a single application server'
    : `${inWords(count)} application servers, one of which can carry the load,`

const structures: readonly ((scenario: AvailabilityScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `A customer of ${scenario.setting.who} will sign a contract if the ${scenario.setting.systems[0].name} is promised to be available for ${scenario.target}% of the time. Over the last two years it reached ${achieved(scenario)}.`,
      `Requests pass a load balancer (${scenario.entry}% available) and ${servers(scenario)} (${scenario.server}%${scenario.servers > 1 ? ' each' : ''}), and each of them needs the ${scenario.dependencyName} (${scenario.dependency}%). These parts have failed independently.`,
      'Sales has collected proposals with their prices. Which of them lets the company keep the promise at the LOWEST cost?',
    ]),
  (scenario) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} has paid penalties because the ${scenario.setting.systems[1].name} missed its agreed availability of ${scenario.target}% again. The post-incident review puts these figures together, measured over three years and without a common cause:`,
      bullets([
        `Load balancer: ${scenario.entry}%`,
        `${scenario.servers === 1 ? 'Application server, of which there is one' : `Each of ${inWords(scenario.servers)} application servers, which can replace each other`}: ${scenario.server}%`,
        `${capitalised(scenario.dependencyName)}, without which no request succeeds: ${scenario.dependency}%`,
      ]),
      'Which change meets the agreement from now on at the LOWEST cost?',
    ),
  (scenario) =>
    paragraphs([
      `“${scenario.target}% or we look elsewhere,” wrote the largest user of the ${scenario.setting.systems[0].name}, which manages ${achieved(scenario)} at present.`,
      `The ${scenario.setting.teams[0]} of ${scenario.setting.who} knows the weak spots. The load balancer in front is up ${scenario.entry}% of the time. Behind it ${scenario.servers === 1 ? 'there is one application server, up' : `there are ${inWords(scenario.servers)} interchangeable application servers, each up`} ${scenario.server}%. The ${scenario.dependencyName} that serves each request is up ${scenario.dependency}%. Their failures have nothing to do with each other.`,
      'Which proposal satisfies the user at the LOWEST cost?',
    ]),
  (scenario) =>
    paragraphs([
      `From January on, a regulator demands that the ${scenario.setting.systems[1].name} of ${scenario.setting.who} is available for at least ${scenario.target}% of a year.`,
      `An architect has drawn the path of a request: load balancer (${scenario.entry}%), ${scenario.servers === 1 ? 'application server' : `any of ${inWords(scenario.servers)} application servers`} (${scenario.server}%${scenario.servers > 1 ? ' each' : ''}), ${scenario.dependencyName} (${scenario.dependency}%). The percentages are measured, the parts run independently, and together they come to ${achieved(scenario)}.`,
      'Which investment fulfills the demand at the LOWEST cost?',
    ]),
  (scenario) =>
    paragraphs([
      `The ${scenario.setting.teams[1]} of ${scenario.setting.who} plans next year's budget. One line is still open, the availability of the ${scenario.setting.systems[0].name}, which is to rise to ${scenario.target}%.`,
      `Records of independent failures show ${scenario.dependency}% for the ${scenario.dependencyName} that each request depends on and ${scenario.server}% for ${scenario.servers === 1 ? 'the one application server' : `each of the ${inWords(scenario.servers)} application servers, of which one is enough`}. The load balancer before them stands at ${scenario.entry}%.`,
      'Which entry in the budget reaches the goal at the LOWEST cost?',
    ]),
]

type Wording = Readonly<Record<Upgrade, (dependency: string) => string>>

/** Ways in which colleagues propose the same changes; the price follows. */
const wordings: readonly Wording[] = [
  {
    entry: () => 'Add a second load balancer with DNS failover',
    server: () => 'Add one more application server in another zone',
    'two-servers': () => 'Add two more application servers in other zones',
    stack: (dependency) => `Add a second application stack that calls the same ${dependency}`,
    standby: (dependency) => `Add an equal standby for the ${dependency} with immediate failover`,
    'server-and-standby': (dependency) =>
      `Add one more application server and an equal standby for the ${dependency}`,
  },
  {
    entry: () => 'Duplicate the load balancer and let DNS choose',
    server: () => 'Run an additional application server',
    'two-servers': () => 'Run two additional application servers',
    stack: (dependency) => `Duplicate load balancer and servers, and share the ${dependency}`,
    standby: (dependency) => `Duplicate the ${dependency} with automatic failover`,
    'server-and-standby': (dependency) =>
      `Run an additional application server and duplicate the ${dependency}`,
  },
  {
    entry: () => 'A second load balancer behind failover records',
    server: () => 'An extra application server',
    'two-servers': () => 'A pair of extra application servers',
    stack: (dependency) => `A parallel stack in front of the present ${dependency}`,
    standby: (dependency) => `A redundant ${dependency} that takes over at once`,
    'server-and-standby': (dependency) => `An extra application server and a redundant ${dependency}`,
  },
]

const found = (scenario: AvailabilityScenario, answer: Answer | undefined) => {
  const plan = plansOf(scenario).find(({ id }) => id === answer)
  if (plan === undefined) throw new RangeError(`There is no proposal ${answer}.`)
  return plan
}

function text(answer: Answer, scenario: AvailabilityScenario): string {
  const { id, cost } = found(scenario, answer)
  const wording = wordings[scenario.style]
  if (wording === undefined) throw new RangeError(`There is no wording ${scenario.style}.`)
  return `${wording[id](scenario.dependencyName)}, for $${withCommas(cost)} a month`
}

/** What a proposal comes to, and whether that is enough or too dear. */
function verdict({ scenario, answer }: Told<AvailabilityScenario>): string {
  const plan = found(scenario, answer)
  const availability = availabilityOf(scenario, plan)
  const key = found(scenario, solveAvailability(scenario)[0])
  return availability * 100 < scenario.target
    ? `Multiplied, the parts come to ${percent(availability)}, which is less than ${scenario.target}%.`
    : `This comes to ${percent(availability)} and keeps the promise, but $${withCommas(key.cost)} a month are enough.`
}

const because =
  (why: string) =>
  (told: Told<AvailabilityScenario>): string =>
    `${why} ${verdict(told)}`

/** Words the scenario in one of five structures. */
export const renderAvailability = wordedBy<AvailabilityScenario>({
  stems: structures,
  text,
  reasons: {
    key: ({ scenario, answer }) =>
      `Parts in series multiply, and copies fail together: this comes to ${percent(availabilityOf(scenario, found(scenario, answer)))}, and no cheaper proposal reaches ${scenario.target}%.`,
    'weakest-part': because('Each part adds its own failures to those of the weakest.'),
    'mean-of-parts': because('Availabilities of parts in series multiply; their mean says nothing.'),
    'redundancy-perfect': because('Redundant copies can fail at the same time, if rarely.'),
    'shared-counted-apart': because('What both stacks share fails for both at once.'),
    'cost-alone': verdict,
    'best-regardless': verdict,
    'more-servers': verdict,
  },
})
