import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import { addressesNeeded, smallestSubnet, usableAddresses } from '../../cloud/network/plan-cidr.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { Answers, FamilyModel, Misconception } from '../types.ts'
import { isTight, type SubnetScenario, sampleSubnets } from './sample.ts'

type Seen = { readonly hosts: number; readonly addressesPerHost: number; readonly growth: number }

const seen = ({ hosts, addressesPerHost, growth }: SubnetScenario): Seen => ({
  hosts,
  addressesPerHost,
  growth: growth / 100,
})

const sized = (demand: Seen, facts: NetworkFacts): Answers => {
  const prefix = smallestSubnet(addressesNeeded(demand), facts)
  return prefix.ok ? [prefix.value] : []
}

const reserving =
  (first: number, last: number) =>
  (facts: NetworkFacts): NetworkFacts => ({
    ...facts,
    'subnet-reserved-first': first,
    'subnet-reserved-last': last,
  })

const solve = (scenario: SubnetScenario, facts: NetworkFacts): Answers => sized(seen(scenario), facts)

const misconceptions: readonly Misconception<SubnetScenario>[] = [
  {
    id: 'none-reserved',
    statement: 'Every address of a subnet can be given to a host.',
    solve: (scenario, facts) => sized(seen(scenario), reserving(0, 0)(facts)),
  },
  {
    id: 'growth-ignored',
    statement: 'A subnet is sized for the hosts of today, since its block can be enlarged later.',
    solve: (scenario, facts) => sized({ ...seen(scenario), growth: 0 }, facts),
  },
  {
    id: 'one-address-each',
    statement: 'Each host takes one address of its subnet, whatever runs on it.',
    solve: (scenario, facts) => sized({ ...seen(scenario), addressesPerHost: 1 }, facts),
  },
  {
    id: 'zones-together',
    statement: 'A subnet spans the Availability Zones of its VPC, so it holds the hosts of all of them.',
    solve: (scenario, facts) => sized({ ...seen(scenario), hosts: scenario.hosts * scenario.zones }, facts),
  },
]

const fleet = ({ hosts, zones, kind }: SubnetScenario): string => `${withCommas(hosts * zones)} ${kind.many}`

const neededOf = ({ scenario }: Told<SubnetScenario>): number => addressesNeeded(seen(scenario))

const usableOf = ({ answer, facts }: Told<SubnetScenario>): number =>
  usableAddresses({ family: 4, first: 0n, prefix: Number(answer) }, facts)

const sum = ({ hosts, addressesPerHost, growth }: SubnetScenario): string =>
  `${hosts} hosts in a zone grow by ${growth}% to ${Math.ceil(Number((hosts * (1 + growth / 100)).toFixed(9)))}, times ${addressesPerHost} addresses`

const short =
  (why: string) =>
  (told: Told<SubnetScenario>): string =>
    `${why} It has ${withCommas(usableOf(told))} usable addresses, and ${withCommas(neededOf(told))} are needed.`

const question = 'Which is the smallest IPv4 block that meets the requirements for each subnet?'

const render = wordedBy<SubnetScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.setting.who)} is laying out the VPC of its ${scenario.setting.systems[0].name}.`,
        `${fleet(scenario)} will be spread evenly over ${inWords(scenario.zones)} Availability Zones, with one subnet for them in each zone.`,
        `Each ${scenario.kind.one} takes ${scenario.addressesPerHost} private addresses: ${scenario.kind.why(scenario.addressesPerHost)}.`,
        `The subnets must have room for ${scenario.growth}% more hosts, and nothing else will use them. ${question}`,
      ]),
    (scenario) =>
      paragraphs(
        `A network engineer requests address space for ${scenario.setting.who} and has these facts about the ${scenario.setting.systems[0].name}:`,
        bullets([
          `${capitalised(inWords(scenario.zones))} Availability Zones, one subnet in each`,
          `${fleet(scenario)} today, the same number in each zone`,
          `${scenario.addressesPerHost} addresses for each ${scenario.kind.one} (${scenario.kind.why(scenario.addressesPerHost)})`,
          `${scenario.growth}% more hosts within the life of the VPC`,
        ]),
        ['Address space is scarce, and subnets cannot be resized once they are in use.', question],
      ),
    (scenario) =>
      paragraphs([
        `New hosts of the ${scenario.setting.systems[0].name} fail to launch because their subnets have run out of addresses, so the ${scenario.setting.teams[0]} of ${scenario.setting.who} plans new ones.`,
        `In each of ${inWords(scenario.zones)} Availability Zones one subnet is to take ${scenario.hosts} ${scenario.kind.many}, plus ${scenario.growth}% for growth.`,
        `With ${scenario.kind.why(scenario.addressesPerHost)}, a host needs ${scenario.addressesPerHost} addresses. ${question}`,
      ]),
  ],
  text: (answer) => `A /${answer} block`,
  reasons: {
    key: (told) =>
      `${sum(told.scenario)}: ${withCommas(neededOf(told))} addresses. A /${told.answer} has ${withCommas(usableOf(told))} after the five reserved ones; a /${Number(told.answer) + 1} has too few.`,
    'none-reserved': short('Five addresses of each subnet are reserved.'),
    'growth-ignored': short('This is enough for the hosts of today, and a subnet cannot be enlarged.'),
    'one-address-each': short('This counts one address for each host.'),
    'zones-together': (told) =>
      `A subnet lies in one Availability Zone. This block has ${withCommas(usableOf(told))} usable addresses, where a zone needs ${withCommas(neededOf(told))}, and a smaller one is enough.`,
  },
})

/** The smallest block for the subnets of a fleet, with reserved addresses, growth and several addresses for a host. */
export const subnetSizeModel: FamilyModel<SubnetScenario> = {
  name: 'network-subnet-size',
  title: 'Smallest subnet for a growing fleet',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 3.4', 'SOA-C03 5.1', 'ANS-C01 1.6', 'SAP-C02 1.1', 'SAP-C03 1'),
  cognitive: 'apply',
  services: ['vpc'],
  references: [networkPages.subnetSizing],
  facts: ['subnet-reserved-first', 'subnet-reserved-last', 'vpc-largest-prefix', 'vpc-smallest-prefix'],
  since: calendarDate('2026-11-24'),
  sample: sampleSubnets,
  solve,
  misconceptions,
  render,
  features: (scenario) => ({
    rendering: scenario.rendering,
    tight: Number(isTight(scenario)),
    addressesPerHost: scenario.addressesPerHost,
  }),
  angoff: ({ tight = 0, addressesPerHost = 1 }) => 0.76 - 0.2 * tight - 0.005 * addressesPerHost,
}

export const subnetSize = familyOf(subnetSizeModel)
