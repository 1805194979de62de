import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import { addressesNeeded, smallestSubnet, usableAddresses } from '../../cloud/network/plan-cidr.ts'
import type { Answer, Answers, Misconception } from '../types.ts'
import type { SubnetScenario } from './sample.ts'

/**
 * A request for address space. `each`: a subnet of this prefix in every zone; `later`: the same, to be enlarged when the
 * fleet grows; `shared`: one subnet of this prefix across the zones.
 */
export type Plan = { readonly kind: 'each' | 'later' | 'shared'; readonly prefix: number }

const planned = (kind: Plan['kind'], prefix: number): Answer => `${kind} ${prefix}`

/** The plan of an answer. @example planOf('each 24') // { kind: 'each', prefix: 24 } */
export function planOf(answer: Answer): Plan {
  const [kind = 'each', prefix = '0'] = String(answer).split(' ')
  return { kind: kind as Plan['kind'], prefix: Number(prefix) }
}

/** Addresses that hosts can have in a block of a prefix. */
export const usableIn = (prefix: number, facts: NetworkFacts): number =>
  usableAddresses({ family: 4, first: 0n, prefix }, facts)

/** Addresses that the hosts of one zone need when they have grown. */
export const neededIn = ({ hosts, addressesPerHost, growth }: SubnetScenario): number =>
  addressesNeeded({ hosts, addressesPerHost, growth: growth / 100 })

/** A plan of one kind with the smallest block for a load, as a belief sees the load and the facts. */
const sized =
  (
    kind: Plan['kind'],
    load: (scenario: SubnetScenario) => SubnetScenario = (scenario) => scenario,
    change: Partial<NetworkFacts> = {},
  ) =>
  (scenario: SubnetScenario, facts: NetworkFacts): Answers => {
    const prefix = smallestSubnet(neededIn(load(scenario)), { ...facts, ...change })
    return prefix.ok ? [planned(kind, prefix.value)] : []
  }

/** A subnet in each zone, no larger than the grown fleet needs. */
export const solveSubnets = sized('each')

const wholeFleet = (scenario: SubnetScenario): SubnetScenario => ({
  ...scenario,
  hosts: scenario.hosts * scenario.zones,
})

/** Beliefs about the size of subnets. */
export const subnetMisconceptions: readonly Misconception<SubnetScenario>[] = [
  {
    id: 'none-reserved',
    statement: 'Every address of a subnet can be given to a host.',
    solve: sized('each', undefined, { 'subnet-reserved-first': 0, 'subnet-reserved-last': 0 }),
  },
  {
    id: 'enlarged-later',
    statement: 'A subnet is sized for the hosts of today, since its block can be enlarged later.',
    solve: (scenario, facts) => {
      const today = sized('later', (grown) => ({ ...grown, growth: 0 }))(scenario, facts)
      const right = solveSubnets(scenario, facts)
      // Where the block of today is large enough already, nothing needs to be enlarged.
      return planOf(today[0] ?? '').prefix === planOf(right[0] ?? '').prefix ? right : today
    },
  },
  {
    id: 'one-address-each',
    statement: 'Each host takes one address of its subnet, whatever runs on it.',
    solve: sized('each', (scenario) => ({ ...scenario, addressesPerHost: 1 })),
  },
  {
    id: 'subnet-spans-zones',
    statement: 'A subnet spans the Availability Zones of its VPC, so it holds the hosts of all of them.',
    solve: sized('shared', wholeFleet),
  },
  {
    id: 'whole-fleet-each',
    statement: 'The subnet of each Availability Zone must have room for the hosts of every zone.',
    solve: sized('each', wholeFleet),
  },
]
