import type { ShapeFault } from '../shape.ts'
import { blocksOf } from './check-blocks.ts'
import {
  type Address,
  type Cidr,
  contains,
  type Family,
  isInternetAddress,
  lastOf,
  parseAddress,
} from './cidr.ts'
import type { NetworkFacts } from './network-facts.ts'
import { eachPlaced, type TopologyIndex, unknownId } from './topology-index.ts'
import type { Instance, InterfaceEndpoint, NatGateway, Topology } from './types.ts'

const isReserved = (block: Cidr, { value }: Address, facts: NetworkFacts): boolean =>
  block.family === 4 &&
  (value < block.first + BigInt(facts['subnet-reserved-first']) ||
    value > lastOf(block) - BigInt(facts['subnet-reserved-last']))

/** What an address has to be: of this family, in this subnet and free. */
type Seat = { readonly subnet: string; readonly family: Family; readonly at: string }

function addressFaults(
  text: string,
  { subnet, family, at }: Seat,
  { subnets }: TopologyIndex,
  facts: NetworkFacts,
): ShapeFault[] {
  const address = parseAddress(text)
  if (address?.family !== family) return [{ at, text: `"${text}" is no IPv${family} address` }]
  const block = blocksOf(subnets.get(subnet)?.cidrs ?? []).find((own) => contains(own, address))
  if (block === undefined) return [{ at, text: `${text} lies outside subnet "${subnet}"` }]
  return isReserved(block, address, facts)
    ? [{ at, text: `${text} is one of the addresses that the service reserves in "${subnet}"` }]
    : []
}

function publicFaults(text: string | undefined, at: string): ShapeFault[] {
  if (text === undefined) return []
  const address = parseAddress(text)
  return address?.family === 4 && isInternetAddress(address)
    ? []
    : [{ at, text: `"${text}" is no public IPv4 address` }]
}

const groupFaults = (
  ids: readonly string[] | undefined,
  vpc: string | undefined,
  at: string,
  index: TopologyIndex,
): ShapeFault[] =>
  eachPlaced(`${at}.securityGroups`, ids, (id, place) => {
    const group = index.securityGroups.get(id)
    if (group === undefined) return unknownId(place, id, index.securityGroups, 'security group')
    return group.vpc === vpc
      ? []
      : [{ at: place, text: `"${id}" belongs to "${group.vpc}", not to "${vpc}"` }]
  })

const instanceFaults =
  (index: TopologyIndex, facts: NetworkFacts) =>
  (instance: Instance, at: string): ShapeFault[] => {
    const { subnet, address, ipv6, publicAddress } = instance
    if (!index.subnets.has(subnet)) return unknownId(`${at}.subnet`, subnet, index.subnets, 'subnet')
    const seats = [
      { text: address, seat: { subnet, family: 4, at: `${at}.address` } as const },
      { text: ipv6, seat: { subnet, family: 6, at: `${at}.ipv6` } as const },
    ]
    return [
      ...(address === undefined && ipv6 === undefined ? [{ at, text: 'has no address' }] : []),
      ...seats.flatMap(({ text, seat }) =>
        text === undefined ? [] : addressFaults(text, seat, index, facts),
      ),
      ...publicFaults(publicAddress, `${at}.publicAddress`),
      ...(publicAddress !== undefined && address === undefined
        ? [{ at: `${at}.publicAddress`, text: 'needs a private IPv4 address that it stands for' }]
        : []),
      ...groupFaults(instance.securityGroups, index.subnets.get(subnet)?.vpc, at, index),
    ]
  }

const natFaults =
  (index: TopologyIndex, facts: NetworkFacts) =>
  ({ subnet, address, publicAddress }: NatGateway, at: string): ShapeFault[] =>
    index.subnets.has(subnet)
      ? [
          ...addressFaults(address, { subnet, family: 4, at: `${at}.address` }, index, facts),
          ...publicFaults(publicAddress, `${at}.publicAddress`),
        ]
      : unknownId(`${at}.subnet`, subnet, index.subnets, 'subnet')

const endpointFaults =
  (index: TopologyIndex, facts: NetworkFacts) =>
  (endpoint: InterfaceEndpoint, at: string): ShapeFault[] => [
    ...unknownId(`${at}.vpc`, endpoint.vpc, index.vpcs, 'VPC'),
    ...groupFaults(endpoint.securityGroups, endpoint.vpc, at, index),
    ...eachPlaced(`${at}.interfaces`, endpoint.interfaces, ({ subnet, address }, place) => {
      if (index.subnets.get(subnet)?.vpc !== endpoint.vpc)
        return [{ at: `${place}.subnet`, text: `"${subnet}" is no subnet of "${endpoint.vpc}"` }]
      const family = address.includes(':') ? 6 : 4
      return addressFaults(address, { subnet, family, at: `${place}.address` }, index, facts)
    }),
  ]

type Claim = { readonly key: string; readonly at: string; readonly text: string }

/** Every address with its place; private ones are the VPC's own, public ones everybody's. */
function claimsOf(topology: Topology, { subnets }: TopologyIndex): Claim[] {
  const inside = (subnet: string, text: string | undefined, at: string): Claim[] =>
    text === undefined ? [] : [{ key: `${subnets.get(subnet)?.vpc} ${text}`, at, text }]
  const outside = (text: string | undefined, at: string): Claim[] =>
    text === undefined ? [] : [{ key: text, at, text }]
  return [
    ...(topology.instances ?? []).flatMap(({ subnet, address, ipv6, publicAddress }, index) => [
      ...inside(subnet, address, `instances[${index}].address`),
      ...inside(subnet, ipv6, `instances[${index}].ipv6`),
      ...outside(publicAddress, `instances[${index}].publicAddress`),
    ]),
    ...(topology.natGateways ?? []).flatMap(({ subnet, address, publicAddress }, index) => [
      ...inside(subnet, address, `natGateways[${index}].address`),
      ...outside(publicAddress, `natGateways[${index}].publicAddress`),
    ]),
    ...(topology.endpoints ?? []).flatMap((endpoint, index) =>
      endpoint.kind === 'gateway'
        ? []
        : endpoint.interfaces.flatMap(({ subnet, address }, place) =>
            inside(subnet, address, `endpoints[${index}].interfaces[${place}].address`),
          ),
    ),
  ]
}

function doubledFaults(topology: Topology, index: TopologyIndex): ShapeFault[] {
  const seen = new Set<string>()
  return claimsOf(topology, index).flatMap(({ key, at, text }) => {
    const taken = seen.has(key)
    seen.add(key)
    return taken ? [{ at, text: `${text} is taken by another interface` }] : []
  })
}

/** Faults of the addresses of interfaces: malformed, outside their subnet, reserved or taken; and of their groups. */
export const interfaceFaults = (
  topology: Topology,
  index: TopologyIndex,
  facts: NetworkFacts,
): ShapeFault[] => [
  ...eachPlaced('instances', topology.instances, instanceFaults(index, facts)),
  ...eachPlaced('natGateways', topology.natGateways, natFaults(index, facts)),
  ...eachPlaced('endpoints', topology.endpoints, (endpoint, at) =>
    endpoint.kind === 'interface' ? endpointFaults(index, facts)(endpoint, at) : [],
  ),
  ...doubledFaults(topology, index),
]
