import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import { bullets, capitalised, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Rendering } from '../types.ts'
import { type PlanScenario, samplePlans } from './sample.ts'
import { faultsOf, planMisconceptions, solvePlans } from './solve.ts'

const demandLines = ({ demands }: PlanScenario): string[] =>
  demands.map(({ name, hosts }) => `${capitalised(name)}: ${hosts} addresses`)

const order = ({ demands }: PlanScenario): string => demands.map(({ name }) => name).join(', ')

const stems: readonly ((scenario: PlanScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} extends the VPC ${scenario.vpc} of its ${scenario.setting.systems[0].name}, in which the subnet ${scenario.existing} exists. Three more subnets are needed:`,
      bullets(demandLines(scenario)),
      ['The options name the blocks in this order.', 'Which plan can be created and has room for the hosts?'],
    ),
  (scenario) =>
    paragraphs([
      `The ${scenario.setting.teams[0]} of ${scenario.setting.who} was given the range ${scenario.vpc} for a VPC and has used ${scenario.existing} of it.`,
      `A template is to add subnets for ${scenario.demands.map(({ name, hosts }) => `${hosts} ${name}`).join(', ')}.`,
      'Four drafts of the template name these blocks in the same order. Which draft can be deployed and gives each host an address?',
    ]),
  (scenario) =>
    paragraphs(
      `In a design review of the ${scenario.setting.systems[0].name}, ${scenario.setting.who} compares address plans. What is given:`,
      bullets([
        `VPC: ${scenario.vpc}`,
        `In use: ${scenario.existing}`,
        ...demandLines(scenario),
        `Order of the blocks: ${order(scenario)}`,
      ]),
      'Every address of a demand is for one host, and no subnet will grow. Which plan meets the requirements?',
    ),
]

/** What the network model finds wrong, in words that name the rule. */
const faultWords: readonly (readonly [pattern: RegExp, words: (block: string, fault: string) => string])[] = [
  [/bits set below/, (block) => `${block} begins at an address where a block of its size cannot begin`],
  [/lies outside/, (block) => `${block} lies outside the block of the VPC`],
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
    return 'Every block lies in the VPC, begins where its size allows, is apart from the others, and has enough addresses after the five reserved ones.'
  const place = Number(/\d+/.exec(fault.at)?.[0] ?? 0) - 1
  const words = faultWords.find(([pattern]) => pattern.test(fault.text))?.[1]
  const name = scenario.demands[place]?.name ?? 'the plan'
  return `This fails for the ${name}: ${words?.(cidrs[place] ?? '', fault.text) ?? fault.text}.`
}

function renderPlans(scenario: PlanScenario, facts: NetworkFacts): Rendering {
  return {
    stem: stems[scenario.rendering]?.(scenario) ?? '',
    option: (answer) => {
      const cidrs = scenario.plans.find(({ id }) => id === answer)?.cidrs ?? []
      return { text: cidrs.join(', '), rationale: whyRefused(scenario, cidrs, facts) }
    },
  }
}

/** Which of four plans for subnets keeps every rule about blocks. */
export const validPlanModel: FamilyModel<PlanScenario> = {
  name: 'network-valid-plan',
  title: 'Which address plan can be created',
  kind: 'multiple-choice',
  placements: placedIn('ANS-C01 1.6', 'SOA-C03 5.1', 'SAP-C02 1.1', 'SAP-C03 1', 'SAA-C03 3.4'),
  cognitive: 'analyse',
  services: ['vpc'],
  references: [networkPages.subnetSizing, networkPages.vpcCidrs],
  facts: ['subnet-reserved-first', 'subnet-reserved-last', 'vpc-largest-prefix', 'vpc-smallest-prefix'],
  since: calendarDate('2026-11-24'),
  sample: samplePlans,
  solve: solvePlans,
  misconceptions: planMisconceptions,
  render: renderPlans,
  features: ({ rendering, vpc }) => ({ rendering, vpcPrefix: Number(vpc.split('/')[1]) }),
  angoff: ({ vpcPrefix = 20, rendering }) => 0.46 + 0.03 * (21 - vpcPrefix) + 0.02 * rendering,
}

export const validPlan = familyOf(validPlanModel)
