import type { Interface, RouteTarget, SubnetNode, TransitNode, VpcNode } from './network.ts'
import type { Packet } from './packet.ts'
import type { Hop } from './types.ts'

/** Where packets end: an interface, a host on the internet or on premises, or a service (through an endpoint or not). */
export type Host =
  | { readonly kind: 'interface'; readonly interface: Interface }
  | { readonly kind: 'internet' }
  | { readonly kind: 'on-premises'; readonly network: string }
  | { readonly kind: 'service'; readonly service: string; readonly endpoint: string | null }

/**
 * Where packets are on their way. `routed` tells that a route, not their address, led them to
 * an interface; `transit` through which attachment and from which zone they came.
 */
export type Position =
  | { readonly at: 'interface-out'; readonly interface: Interface; readonly packet: Packet }
  | { readonly at: 'subnet-out'; readonly subnet: SubnetNode; readonly packet: Packet }
  | {
      readonly at: 'subnet-in'
      readonly interface: Interface
      readonly routed: boolean
      readonly packet: Packet
    }
  | {
      readonly at: 'interface-in'
      readonly interface: Interface
      readonly routed: boolean
      readonly packet: Packet
    }
  | { readonly at: 'vpc-in'; readonly vpc: VpcNode; readonly packet: Packet }
  | {
      readonly at: 'target'
      readonly target: RouteTarget
      readonly subnet: SubnetNode
      readonly packet: Packet
    }
  | {
      readonly at: 'transit'
      readonly gateway: TransitNode
      readonly attachment: string
      readonly zone: string | null
      readonly packet: Packet
    }
  | { readonly at: 'internet'; readonly packet: Packet }
  | { readonly at: 'on-premises-out'; readonly network: string; readonly packet: Packet }
  | { readonly at: 'arrived'; readonly host: Host; readonly packet: Packet }
  | { readonly at: 'blocked'; readonly by: Hop }

/** A position of one kind. */
export type PositionAt<A extends Position['at']> = Extract<Position, { readonly at: A }>

/** One step: the hops that let the packets pass, and where they are then. */
export type Step = { readonly hops: readonly Hop[]; readonly next: Position }

/** A step past hops. */
export const goOn = (next: Position, ...hops: readonly Hop[]): Step => ({ hops, next })

/** The end of the way: a hop that says no. */
export const stopAt = (by: Hop): Step => ({ hops: [], next: { at: 'blocked', by } })
