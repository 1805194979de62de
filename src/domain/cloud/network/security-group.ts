import { type Address, contains } from './cidr.ts'
import type { Group, GroupRule, RulePeer } from './network.ts'
import { type Packet, speaksOf } from './packet.ts'
import { meets } from './port-range.ts'

/** The rule of a group that lets packets through. */
export type GroupPermit = { readonly group: string; readonly rule: string }

/** One direction of the groups of an interface: whom the packets come from or go to. */
export type GroupCheck = {
  readonly direction: 'inbound' | 'outbound'
  readonly peer: Address
  /** Whether the other end counts as a member of a group. */
  readonly isMember: (group: string) => boolean
}

const isPeer = (peer: RulePeer, { peer: address, isMember }: GroupCheck): boolean =>
  peer.kind === 'group' ? isMember(peer.id) : peer.blocks.some((block) => contains(block, address))

const permits = ({ traffic, peer }: GroupRule, packet: Packet, check: GroupCheck): boolean =>
  speaksOf(traffic, packet) && meets(traffic.ports, packet.destinationPorts) && isPeer(peer, check)

/**
 * Finds a rule that lets a request through. Groups hold permissions only, so one rule of one group is enough, and order
 * does not matter; replies are never asked about, since a group remembers the connection.
 *
 * @returns the first rule that permits, or null when there is none
 * @see Amazon VPC user guide, Security group rules; Connection tracking
 * @example judgeGroups([], {}, { direction: 'inbound' }) // null
 */
export function judgeGroups(groups: readonly Group[], packet: Packet, check: GroupCheck): GroupPermit | null {
  for (const group of groups) {
    const rule = group[check.direction].find((one) => permits(one, packet, check))
    if (rule !== undefined) return { group: group.id, rule: rule.label }
  }
  return null
}
