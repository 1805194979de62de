import type { ShapeFault } from '../shape.ts'
import { blockFaults } from './check-blocks.ts'
import type { NetworkFacts } from './network-facts.ts'
import { eachPlaced, oneForEachVpc, type TopologyIndex, unknownId } from './topology-index.ts'
import type { NetworkAcl, NumberedRule, SecurityGroup, Topology, TrafficRule } from './types.ts'

const hasPorts = ({ protocol }: TrafficRule): boolean => protocol === 'tcp' || protocol === 'udp'
const hasTypes = ({ protocol }: TrafficRule): boolean => protocol === 'icmp' || protocol === 'icmpv6'

function trafficFaults(rule: TrafficRule, at: string): ShapeFault[] {
  const { ports, icmpType } = rule
  const turned = typeof ports === 'object' && ports[0] > ports[1]
  return [
    ...(ports !== undefined && !hasPorts(rule)
      ? [{ at: `${at}.ports`, text: `${rule.protocol} has no ports; leave them out` }]
      : []),
    ...(icmpType !== undefined && !hasTypes(rule)
      ? [{ at: `${at}.icmpType`, text: `${rule.protocol} has no ICMP type; leave it out` }]
      : []),
    ...(turned ? [{ at: `${at}.ports`, text: 'the first port is above the last' }] : []),
  ]
}

function peerFaults(peer: string, at: string, { securityGroups, services }: TopologyIndex): ShapeFault[] {
  if (securityGroups.has(peer) || services.has(peer)) return []
  return peer.includes('/')
    ? blockFaults(peer, at)
    : [{ at, text: `"${peer}" is neither a block nor a security group or service of this topology` }]
}

const groupFaults =
  (index: TopologyIndex) =>
  ({ vpc, inbound, outbound }: SecurityGroup, at: string): ShapeFault[] => [
    ...unknownId(`${at}.vpc`, vpc, index.vpcs, 'VPC'),
    ...eachPlaced(`${at}.inbound`, inbound, (rule, place) => [
      ...trafficFaults(rule, place),
      ...peerFaults(rule.source, `${place}.source`, index),
    ]),
    ...eachPlaced(`${at}.outbound`, outbound, (rule, place) => [
      ...trafficFaults(rule, place),
      ...peerFaults(rule.destination, `${place}.destination`, index),
    ]),
  ]

function numberFaults(rules: readonly NumberedRule[], at: string, facts: NetworkFacts): ShapeFault[] {
  const last = facts['network-acl-last-rule']
  return rules.flatMap(({ number }, index) => {
    const place = `${at}[${index}].number`
    if (number > last)
      return [{ at: place, text: `${number} is above ${last}, the highest number of a rule` }]
    const twice = rules.slice(0, index).some((earlier) => earlier.number === number)
    return twice ? [{ at: place, text: `${number} is the number of another rule` }] : []
  })
}

const aclFaults =
  (index: TopologyIndex, facts: NetworkFacts) =>
  ({ vpc, inbound, outbound }: NetworkAcl, at: string): ShapeFault[] => [
    ...unknownId(`${at}.vpc`, vpc, index.vpcs, 'VPC'),
    ...numberFaults(inbound, `${at}.inbound`, facts),
    ...numberFaults(outbound, `${at}.outbound`, facts),
    ...eachPlaced(`${at}.inbound`, inbound, (rule, place) => [
      ...trafficFaults(rule, place),
      ...blockFaults(rule.source, `${place}.source`),
    ]),
    ...eachPlaced(`${at}.outbound`, outbound, (rule, place) => [
      ...trafficFaults(rule, place),
      ...blockFaults(rule.destination, `${place}.destination`),
    ]),
  ]

/** Faults of security groups and network ACLs: malformed rules, unknown peers, doubled or impossible numbers. */
export const filterFaults = (topology: Topology, index: TopologyIndex, facts: NetworkFacts): ShapeFault[] => [
  ...eachPlaced('securityGroups', topology.securityGroups, groupFaults(index)),
  ...eachPlaced('networkAcls', topology.networkAcls, aclFaults(index, facts)),
  ...oneForEachVpc('networkAcls', topology.networkAcls, {
    what: 'a default network ACL',
    counts: (acl) => acl.default === true,
  }),
]
