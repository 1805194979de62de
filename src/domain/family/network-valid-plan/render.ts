import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import { wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs } from '../parts/words.ts'
import { type Demand, failed, type PlanScenario } from './sample.ts'
import { faultsOf } from './solve.ts'

const demandOf = ({ demands }: PlanScenario, place: number): Demand => demands[place] as Demand

/** The draft as a table: purpose, hosts, block. */
const table = ({ demands, draft, existing, vpc }: PlanScenario, hasFailed: boolean): string =>
  [
    '```text',
    `${'VPC'.padEnd(38)}${vpc}`,
    `${'in use'.padEnd(38)}${existing}`,
    ...demands.map(
      ({ name, hosts }, index) =>
        `${`${name} (${hosts} hosts)`.padEnd(38)}${draft[index]}${hasFailed && index === failed ? '  CREATE_FAILED' : ''}`,
    ),
    '```',
  ].join('\n')

const bad = ({ draft }: PlanScenario): string => draft[failed] ?? ''

/** The draft as a list, in which nothing is marked. */
const list = ({ demands, draft }: PlanScenario): string =>
  bullets(demands.map(({ name, hosts }, index) => `${draft[index]} for ${hosts} ${name}`))

const stems: readonly ((scenario: PlanScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `A stack update of ${scenario.setting.who} was rolled back with "The CIDR '${bad(scenario)}' conflicts with another subnet." The template adds three subnets to the VPC of the ${scenario.setting.systems[0].name}, where another one is in use already:`,
      table(scenario, true),
      `The numbers of hosts come from the ${scenario.setting.teams[0]}, and the subnet in use has to stay. Which change to the template lets the update succeed?`,
    ),
  (scenario) =>
    paragraphs(
      `Two colleagues of ${scenario.setting.who} edited an address sheet at the same time, and the pipeline for the ${scenario.setting.systems[0].name} now stops at the subnet ${bad(scenario)} with InvalidSubnet.Conflict. This is what the sheet says:`,
      list(scenario),
      `The VPC has the range ${scenario.vpc}, of which ${scenario.existing} is occupied and cannot move. Which correction lets the pipeline finish?`,
    ),
  (scenario) =>
    paragraphs(
      `A template of ${scenario.setting.who} fails in a new Region with "InvalidSubnet.Range: The CIDR '${bad(scenario)}' is invalid." The VPC there was created smaller than in the first Region. The plan, with the hosts that each subnet must hold:`,
      table(scenario, true),
      `The range of the VPC is final, and so is the subnet in use. Which correction lets the ${scenario.setting.systems[0].name} be deployed?`,
    ),
  (scenario) =>
    paragraphs(
      `The address plan of the ${scenario.setting.systems[0].name} was written for a larger VPC. The network office of ${scenario.setting.who} then granted ${scenario.vpc} and put a subnet of its own, ${scenario.existing}, into it. The plan asks for these blocks:`,
      list(scenario),
      `A first deployment was refused at ${bad(scenario)}, which does not belong to the VPC. No range will be added this year. What should the ${scenario.setting.teams[0]} change?`,
    ),
  (scenario) =>
    paragraphs(
      `In a rehearsal for the launch of the ${scenario.setting.systems[0].name}, the last of the ${demandOf(scenario, failed).hosts} ${demandOf(scenario, failed).name} failed to start: InsufficientFreeAddressesInSubnet. Nothing else was running in ${bad(scenario)}, the subnet that ${scenario.setting.who} had planned for them. The plan reads:`,
      table(scenario, false),
      'Subnets of the rehearsal can be deleted, while the one in use must stay. Which change to the plan lets the launch succeed?',
    ),
  (scenario) =>
    paragraphs(
      `"A /${bad(scenario).split('/')[1]} is exactly enough," the author of an address plan at ${scenario.setting.who} told the reviewer. A test proved otherwise: ${bad(scenario)} was full before all ${demandOf(scenario, failed).hosts} ${demandOf(scenario, failed).name} were up. The plan:`,
      list(scenario),
      `The VPC is ${scenario.vpc}. A fourth subnet, ${scenario.existing}, has belonged to the ${scenario.setting.systems[1].name} for years and stays. Which correction should the author make?`,
    ),
]

/** What the network model finds wrong, in words that name the rule. */
const faultWords: readonly (readonly [pattern: RegExp, words: (block: string, fault: string) => string])[] = [
  [/bits set below/, (block) => `${block} begins at an address where a block of its size cannot begin`],
  [/lies outside/, (block) => `${block} lies outside the range of the VPC`],
  [/overlaps/, (block, fault) => `${block} ${fault.slice(fault.indexOf('overlaps')).replace(/ \(.*$/, '')}`],
  [/must be a block/, (block) => `a /28 is the smallest subnet, so ${block} cannot be created`],
  [
    /needs/,
    (block, fault) => `${block} has ${/has (\d+)/.exec(fault)?.[1]} addresses after the five reserved ones`,
  ],
]

function whyRefused(scenario: PlanScenario, cidrs: readonly string[], facts: NetworkFacts): string {
  const [fault] = faultsOf(scenario, cidrs, facts)
  if (fault === undefined)
    return `${cidrs[failed]} lies in the VPC, begins where its size allows, is apart from the other blocks, and has room for ${demandOf(scenario, failed).hosts} hosts after the five reserved addresses.`
  const place = Number(/\d+/.exec(fault.at)?.[0] ?? 0) - 1
  const words = faultWords.find(([pattern]) => pattern.test(fault.text))?.[1]
  const name = scenario.demands[place]?.name ?? 'the plan'
  return `This fails for the ${name}: ${words?.(cidrs[place] ?? '', fault.text) ?? fault.text}.`
}

const blocksOf = ({ plans }: PlanScenario, answer: unknown): readonly string[] =>
  plans.find(({ id }) => id === answer)?.cidrs ?? []

/** What an amendment moves. */
function textOf(answer: unknown, scenario: PlanScenario): string {
  const moved = blocksOf(scenario, answer).flatMap((cidr, place) =>
    cidr === scenario.draft[place] ? [] : [`the ${demandOf(scenario, place).name} to ${cidr}`],
  )
  return capitalised(`move ${moved.join(', and ')}`)
}

const judged = ({
  scenario,
  answer,
  facts,
}: {
  readonly scenario: PlanScenario
  readonly answer: unknown
  readonly facts: NetworkFacts
}): string => whyRefused(scenario, blocksOf(scenario, answer), facts)

/** Words the scenario in one of six structures; every rationale follows from what the model finds. */
export const renderPlans = wordedBy<PlanScenario>({
  stems,
  text: textOf,
  reasons: {
    key: judged,
    'none-reserved': judged,
    'apart-by-first-address': judged,
    'begins-anywhere': judged,
    'inside-by-octets': judged,
    'tiny-blocks': judged,
  },
})
