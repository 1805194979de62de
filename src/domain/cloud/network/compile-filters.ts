import { blocksOf } from './check-blocks.ts'
import { type Cidr, parseCidr } from './cidr.ts'
import type { Acl, AclRule, Group, GroupRule, RulePeer, Traffic } from './network.ts'
import { everyPort, formatPorts } from './port-range.ts'
import type { NetworkAcl, NumberedRule, SecurityGroup, Topology, TrafficRule } from './types.ts'

function traffic({ protocol, ports, icmpType }: TrafficRule): Traffic {
  const range = typeof ports === 'number' ? ([ports, ports] as const) : ports
  return { protocol, ports: range ?? everyPort, icmpType: icmpType ?? null }
}

/** The blocks of everything, IPv4 and IPv6. */
const everywhere: readonly Cidr[] = [
  { family: 4, first: 0n, prefix: 0 },
  { family: 6, first: 0n, prefix: 0 },
]

const everyTraffic: Traffic = { protocol: 'all', ports: everyPort, icmpType: null }

/** The traffic of a rule as a person would write it. */
function describe({ protocol, ports, icmpType }: TrafficRule): string {
  if (ports !== undefined)
    return `${protocol} ${formatPorts(typeof ports === 'number' ? [ports, ports] : ports)}`
  return icmpType === undefined ? protocol : `${protocol} type ${icmpType}`
}

function aclRule(rule: NumberedRule, cidr: string): AclRule[] {
  const block = parseCidr(cidr)
  if (!block.ok) return []
  return [{ number: rule.number, action: rule.action, traffic: traffic(rule), block: block.value }]
}

const ascending = (rules: readonly AclRule[]): readonly AclRule[] =>
  [...rules].sort((left, right) => left.number - right.number)

/** Compiles a network ACL: rules in the order in which they are asked. */
export const compileAcl = ({ id, inbound, outbound }: NetworkAcl): Acl => ({
  id,
  inbound: ascending(inbound.flatMap((rule) => aclRule(rule, rule.source))),
  outbound: ascending(outbound.flatMap((rule) => aclRule(rule, rule.destination))),
})

/** The ACL of a VPC that describes none as its default: everything passes. */
export function openAcl(vpc: string): Acl {
  const rules = everywhere.map(
    (block, index): AclRule => ({ number: 100 + index, action: 'allow', traffic: everyTraffic, block }),
  )
  return { id: `default network ACL of ${vpc}`, inbound: rules, outbound: rules }
}

function peerOf(peer: string, { securityGroups, services }: Topology): RulePeer {
  if (securityGroups?.some(({ id }) => id === peer)) return { kind: 'group', id: peer }
  const service = services?.find(({ id }) => id === peer)
  return { kind: 'blocks', blocks: blocksOf(service?.cidrs ?? [peer]) }
}

const byLabel = (left: GroupRule, right: GroupRule): number =>
  left.label < right.label ? -1 : Number(left.label > right.label)

/** Compiles a security group. Rules are sorted by their words, so that the order of a list never shows. */
export function compileGroup(group: SecurityGroup, topology: Topology): Group {
  const inbound = (group.inbound ?? []).map((rule) => ({
    traffic: traffic(rule),
    peer: peerOf(rule.source, topology),
    label: `inbound ${describe(rule)} from ${rule.source}`,
  }))
  const outbound = group.outbound?.map((rule) => ({
    traffic: traffic(rule),
    peer: peerOf(rule.destination, topology),
    label: `outbound ${describe(rule)} to ${rule.destination}`,
  }))
  return {
    id: group.id,
    inbound: inbound.sort(byLabel),
    outbound: outbound?.sort(byLabel) ?? [anyOutbound],
  }
}

const anyOutbound: GroupRule = {
  traffic: everyTraffic,
  peer: { kind: 'blocks', blocks: everywhere },
  label: 'outbound all to everywhere',
}

/** The group of instances that name none: in from its own members, out to everywhere. */
export function defaultGroup(vpc: string): Group {
  const id = `default security group of ${vpc}`
  const own: GroupRule = {
    traffic: everyTraffic,
    peer: { kind: 'group', id },
    label: 'inbound all from its own members',
  }
  return { id, inbound: [own], outbound: [anyOutbound] }
}
