import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { SubnetScenario } from './sample.ts'
import { neededIn, planOf, usableIn } from './solve.ts'

const fleet = ({ hosts, zones, kind }: SubnetScenario): string => `${withCommas(hosts * zones)} ${kind.many}`

const each = ({ kind, addressesPerHost }: SubnetScenario): string =>
  `Each ${kind.one} takes ${addressesPerHost} private addresses: ${kind.why(addressesPerHost)}.`

const stems: readonly ((scenario: SubnetScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `${scenario.kind.symptom}: this is how the ${scenario.setting.teams[0]} of ${scenario.setting.who} learned at peak time that the subnets of its ${scenario.setting.systems[0].name} were full.`,
      `${fleet(scenario)} run there today, spread evenly over ${inWords(scenario.zones)} Availability Zones. ${each(scenario)} Forecasts add ${scenario.growth}% more hosts before the VPC is retired.`,
      `The network office has reserved free ranges in the VPC for replacements, and turns down requests for more than the forecast needs. What should the team do?`,
    ]),
  (scenario) =>
    paragraphs(
      `The ${scenario.setting.systems[0].name} of ${scenario.setting.who} moves into a new VPC, whose ranges must be ordered from an address team that is short of private IPv4 space. The design review has agreed on these points:`,
      bullets([
        `${capitalised(inWords(scenario.hosts * scenario.zones))} ${scenario.kind.many} on the first day, equally many in each of ${inWords(scenario.zones)} Availability Zones`,
        `${scenario.addressesPerHost} addresses for each ${scenario.kind.one}, ${scenario.kind.why(scenario.addressesPerHost)}`,
        `${scenario.growth}% more of them by the end of the contract, without a second migration`,
      ]),
      'An order that is larger than this would be cut. Which solution meets the requirements?',
    ),
  (scenario) =>
    paragraphs([
      `Last November, a scale-out of the ${scenario.setting.systems[0].name} stopped halfway because one subnet had no free addresses. The review at ${scenario.setting.who} asks for new subnets that last for three years.`,
      `In each of ${inWords(scenario.zones)} Availability Zones the ${scenario.setting.teams[0]} runs ${scenario.hosts} ${scenario.kind.many} and expects ${scenario.growth}% more. ${each(scenario)}`,
      `Ranges that are not taken go to a partner, so they must be no larger than necessary. Which action meets the requirements?`,
    ]),
  (scenario) =>
    paragraphs([
      `"Please don't come back for more in a year, and please don't hoard," the network office of ${scenario.setting.who} answered when the ${scenario.setting.teams[0]} asked for subnets.`,
      `The subnets are for ${fleet(scenario)} of the ${scenario.setting.systems[1].name}, divided equally among ${inWords(scenario.zones)} Availability Zones; within a year they will be ${scenario.growth}% more. ${each(scenario)}`,
      'Hosts of other systems have subnets of their own. Which proposal does justice to both wishes?',
    ]),
  (scenario) =>
    paragraphs([
      `An infrastructure template for the ${scenario.setting.systems[0].name} failed its capacity check: the planned subnets would run out of addresses before the second year.`,
      `The check expects ${scenario.hosts} ${scenario.kind.many} per Availability Zone at launch, ${inWords(scenario.zones)} zones, and ${scenario.growth}% growth. ${each(scenario)} A second check fails for blocks that are twice as large as they need to be, because ${scenario.setting.who} has little IPv4 space left.`,
      'Which change to the template passes both checks?',
    ]),
]

const grown = ({ hosts, growth }: SubnetScenario): number =>
  Math.ceil(Number((hosts * (1 + growth / 100)).toFixed(9)))

const zonesInWords = ({ zones }: SubnetScenario): string => inWords(zones)

function textOf(answer: Told<SubnetScenario>['answer'], scenario: SubnetScenario): string {
  const { kind, prefix } = planOf(answer)
  if (kind === 'shared')
    return `Create one /${prefix} subnet for the hosts of the ${zonesInWords(scenario)} Availability Zones together`
  return kind === 'later'
    ? `Create a /${prefix} subnet in each Availability Zone, and enlarge it when the new hosts arrive`
    : `Create a /${prefix} subnet in each Availability Zone`
}

const short =
  (why: string) =>
  ({ scenario, answer, facts }: Told<SubnetScenario>): string =>
    `${why} A /${planOf(answer).prefix} has ${withCommas(usableIn(planOf(answer).prefix, facts))} usable addresses, and ${withCommas(neededIn(scenario))} are needed in a zone.`

/** Words the scenario in one of five structures. */
export const renderSubnets = wordedBy<SubnetScenario>({
  stems,
  text: textOf,
  reasons: {
    key: ({ scenario, answer, facts }) => {
      const { prefix } = planOf(answer)
      return `In a zone, ${scenario.hosts} hosts grow to ${grown(scenario)} and take ${withCommas(neededIn(scenario))} addresses. A /${prefix} has ${withCommas(usableIn(prefix, facts))} after the five reserved ones, and a /${prefix + 1} has too few.`
    },
    'none-reserved': short('Five addresses of each subnet are reserved.'),
    'enlarged-later': short('The block of a subnet cannot be changed once it exists.'),
    'one-address-each': short('This counts one address for each host.'),
    'subnet-spans-zones': () =>
      'A subnet lies in one Availability Zone, so hosts in other zones cannot be launched in it.',
    'whole-fleet-each': ({ scenario, answer, facts }) =>
      `Hosts of other zones do not use this subnet. Of ${withCommas(usableIn(planOf(answer).prefix, facts))} usable addresses, a zone needs ${withCommas(neededIn(scenario))}, and a smaller block has room for them.`,
  },
})
