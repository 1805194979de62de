import { type Address, contains } from './cidr.ts'
import type { AclRule } from './network.ts'
import { type Packet, speaksOf } from './packet.ts'
import { commonPorts, meets, type PortRange, withoutPorts } from './port-range.ts'

/**
 * What a network ACL says to packets. `rules` are the numbers of the rules that decided, empty for the final `*`; `ports`
 * are those of the packets that were denied, empty when all passed.
 */
export type AclVerdict = {
  readonly allowed: boolean
  readonly rules: readonly number[]
  readonly ports: readonly PortRange[]
}

/**
 * Asks the rules of one direction in ascending order; the lowest that matches decides, and what none matches is denied.
 * Packets with a range of destination ports pass only when every port of it does, since a client may choose any of them.
 *
 * @param rules in ascending order of their numbers
 * @param peer source of packets that come in, destination of packets that go out
 * @see Amazon VPC user guide, Network ACL rules; Ephemeral ports
 * @example judgeAcl([], { destinationPorts: [443, 443] }, { family: 4, value: 1n }).allowed // false
 */
export function judgeAcl(rules: readonly AclRule[], packet: Packet, peer: Address): AclVerdict {
  let open: readonly PortRange[] = [packet.destinationPorts]
  const used: number[] = []
  for (const { number, action, traffic, block } of rules) {
    const matched = open.filter((range) => meets(range, traffic.ports))
    if (matched.length === 0 || !contains(block, peer) || !speaksOf(traffic, packet)) continue
    if (action === 'deny')
      return {
        allowed: false,
        rules: [number],
        ports: matched.map((range) => commonPorts(range, traffic.ports)),
      }
    used.push(number)
    open = withoutPorts(open, traffic.ports)
    if (open.length === 0) return { allowed: true, rules: used, ports: [] }
  }
  return { allowed: false, rules: [], ports: open }
}
