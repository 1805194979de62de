import type { Network } from './network.ts'
import { destinationOf, type Packet, sourceOf } from './packet.ts'
import type { Host, Position, Step } from './position.ts'
import type { Hop } from './types.ts'
import { leaveByTarget } from './walk-gateway.ts'
import { enterInterface, leaveInterface } from './walk-interface.ts'
import { crossInternet, leaveOnPremises } from './walk-outside.ts'
import { crossTransit } from './walk-transit.ts'
import { enterSubnet, enterVpc, leaveSubnet } from './walk-vpc.ts'

/** How a walk ended: the hops passed, and either the host with the packets as they arrived or the hop that said no. */
export type Walk = {
  readonly path: readonly Hop[]
  readonly arrival: { readonly host: Host; readonly packet: Packet } | null
  readonly blockedBy: Hop | null
}

type Moving = Exclude<Position, { readonly at: 'arrived' | 'blocked' }>

function step(position: Moving, network: Network): Step {
  switch (position.at) {
    case 'interface-out':
      return leaveInterface(position, network)
    case 'subnet-out':
      return leaveSubnet(position, network)
    case 'subnet-in':
      return enterSubnet(position)
    case 'interface-in':
      return enterInterface(position, network)
    case 'vpc-in':
      return enterVpc(position, network)
    case 'target':
      return leaveByTarget(position, network)
    case 'transit':
      return crossTransit(position, network)
    case 'internet':
      return crossInternet(position, network)
    case 'on-premises-out':
      return leaveOnPremises(position, network)
  }
}

/** The place of a position; packets that are twice at one place with the same addresses go in a circle. */
function placeOf(position: Moving): string {
  switch (position.at) {
    case 'interface-out':
    case 'interface-in':
    case 'subnet-in':
      return position.interface.owner
    case 'subnet-out':
      return position.subnet.id
    case 'vpc-in':
      return position.vpc.id
    case 'target':
      return `${position.subnet.id} ${position.target.id}`
    case 'transit':
      return `${position.gateway.id} ${position.attachment}`
    case 'internet':
      return 'internet'
    case 'on-premises-out':
      return position.network
  }
}

const keyOf = (position: Moving): string =>
  [position.at, placeOf(position), sourceOf(position.packet), destinationOf(position.packet)].join(' ')

const circle = (last: Hop | undefined): Hop => ({
  hop: last?.hop ?? 'internet',
  kind: last?.kind ?? 'internet',
  rule: 'routing loop',
  text: 'the routes lead in a circle, and the packets die on the way',
})

/** Follows packets from a position until they arrive or a hop says no; a way that goes in a circle is blocked. */
export function walk(start: Position, network: Network): Walk {
  const path: Hop[] = []
  const seen = new Set<string>()
  let position = start
  while (position.at !== 'arrived' && position.at !== 'blocked') {
    const key = keyOf(position)
    if (seen.has(key)) return { path, arrival: null, blockedBy: circle(path.at(-1)) }
    seen.add(key)
    const { hops, next } = step(position, network)
    path.push(...hops)
    position = next
  }
  return position.at === 'arrived'
    ? { path, arrival: position, blockedBy: null }
    : { path, arrival: null, blockedBy: position.by }
}
