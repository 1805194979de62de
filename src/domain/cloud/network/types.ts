import type { PortRange } from './port-range.ts'

/** What a packet carries. */
export type Protocol = 'tcp' | 'udp' | 'icmp' | 'icmpv6'

/** What a rule speaks of; `ports` of tcp and udp and `icmpType` of icmp and icmpv6 stand for all of them when absent. */
export type TrafficRule = {
  readonly protocol: Protocol | 'all'
  readonly ports?: number | PortRange
  readonly icmpType?: number
}

/** A virtual private cloud. `cidrs` hold IPv4 and IPv6 blocks; VPCs that name no region share one. */
export type Vpc = { readonly id: string; readonly cidrs: readonly string[]; readonly region?: string }

/**
 * A subnet with at most one IPv4 and one IPv6 block. Without `routeTable` the main table of the VPC counts, without
 * `networkAcl` its default one.
 */
export type Subnet = {
  readonly id: string
  readonly vpc: string
  readonly cidrs: readonly string[]
  readonly zone?: string
  readonly routeTable?: string
  readonly networkAcl?: string
}

/**
 * A route. `destination` is a block or the id of a service; `target` is `local`, `blackhole` or the id of a gateway.
 * `propagated` marks a route that a virtual private gateway put there.
 */
export type Route = {
  readonly destination: string
  readonly target: string
  readonly propagated?: boolean
}

/** A route table; the local routes of the VPC are always in it. */
export type RouteTable = {
  readonly id: string
  readonly vpc: string
  readonly main?: boolean
  readonly routes: readonly Route[]
}

/** An internet gateway, or an egress-only internet gateway, attached to a VPC. */
export type Gateway = { readonly id: string; readonly vpc: string }

/** A NAT gateway; it is public when it has a public address, else private. */
export type NatGateway = {
  readonly id: string
  readonly subnet: string
  readonly address: string
  readonly publicAddress?: string
}

/** A service with public addresses that endpoints lead to, such as an object store. */
export type Service = { readonly id: string; readonly cidrs: readonly string[] }

/** A gateway endpoint: its route tables get a route to the service. */
export type GatewayEndpoint = {
  readonly id: string
  readonly kind: 'gateway'
  readonly vpc: string
  readonly service: string
  readonly routeTables: readonly string[]
}

/** An interface endpoint; with `privateDns` (the default) the service's name leads there from inside the VPC. */
export type InterfaceEndpoint = {
  readonly id: string
  readonly kind: 'interface'
  readonly vpc: string
  readonly service: string
  readonly interfaces: readonly { readonly subnet: string; readonly address: string }[]
  readonly securityGroups?: readonly string[]
  readonly privateDns?: boolean
}

/** An endpoint of either kind. */
export type Endpoint = GatewayEndpoint | InterfaceEndpoint

/** A peering connection between two VPCs; only an active one (the default) carries traffic. */
export type Peering = {
  readonly id: string
  readonly vpcs: readonly [string, string]
  readonly status?: 'active' | 'pending'
}

/** A VPC attached to a transit gateway through one subnet per zone. */
export type VpcAttachment = {
  readonly id: string
  readonly kind: 'vpc'
  readonly vpc: string
  readonly subnets: readonly string[]
}

/** An on-premises network attached to a transit gateway. */
export type NetworkAttachment = {
  readonly id: string
  readonly kind: 'vpn' | 'direct-connect'
  readonly network: string
}

/** What can be attached to a transit gateway, besides a peering with another one. */
export type Attachment = VpcAttachment | NetworkAttachment

/** A route table of a transit gateway. A route's target is an attachment, a peering, or `blackhole`. */
export type TransitRouteTable = {
  readonly id: string
  readonly associations: readonly string[]
  readonly propagations: readonly string[]
  readonly routes: readonly { readonly destination: string; readonly target: string }[]
}

/** A transit gateway; `securityGroupReferences` lets inbound rules name groups of attached VPCs (off when absent). */
export type TransitGateway = {
  readonly id: string
  readonly securityGroupReferences?: boolean
  readonly attachments: readonly Attachment[]
  readonly routeTables: readonly TransitRouteTable[]
}

/** A peering of two transit gateways: an attachment of both, under one id. */
export type TransitPeering = { readonly id: string; readonly transitGateways: readonly [string, string] }

/** A virtual private gateway of a VPC with the on-premises networks behind it. */
export type VirtualPrivateGateway = {
  readonly id: string
  readonly vpc: string
  readonly networks: readonly string[]
}

/** A network outside the cloud, with the blocks it announces. */
export type OnPremisesNetwork = { readonly id: string; readonly cidrs: readonly string[] }

/** A rule that lets traffic in; `source` is a block, a security group or a service. */
export type InboundRule = TrafficRule & { readonly source: string }

/** A rule that lets traffic out; `destination` is a block, a security group or a service. */
export type OutboundRule = TrafficRule & { readonly destination: string }

/** A security group. Without `inbound` nothing comes in; without `outbound` everything goes out. */
export type SecurityGroup = {
  readonly id: string
  readonly vpc: string
  readonly inbound?: readonly InboundRule[]
  readonly outbound?: readonly OutboundRule[]
}

/** Number and action of a network ACL rule; the lowest number that matches decides. */
export type NumberedRule = TrafficRule & { readonly number: number; readonly action: 'allow' | 'deny' }

/** A network ACL; what no rule matches is denied. `default` makes it the one of subnets that name none. */
export type NetworkAcl = {
  readonly id: string
  readonly vpc: string
  readonly default?: boolean
  readonly inbound: readonly (NumberedRule & { readonly source: string })[]
  readonly outbound: readonly (NumberedRule & { readonly destination: string })[]
}

/**
 * A network interface with its host. Without `securityGroups` the VPC's default group counts: in from its own members,
 * out to everywhere.
 */
export type Instance = {
  readonly id: string
  readonly subnet: string
  readonly address?: string
  readonly ipv6?: string
  readonly publicAddress?: string
  readonly securityGroups?: readonly string[]
}

/** A network as it stands; absent lists are empty. Ids are unique over all of it. */
export type Topology = {
  readonly vpcs: readonly Vpc[]
  readonly subnets?: readonly Subnet[]
  readonly routeTables?: readonly RouteTable[]
  readonly internetGateways?: readonly Gateway[]
  readonly egressOnlyGateways?: readonly Gateway[]
  readonly natGateways?: readonly NatGateway[]
  readonly services?: readonly Service[]
  readonly endpoints?: readonly Endpoint[]
  readonly peerings?: readonly Peering[]
  readonly transitGateways?: readonly TransitGateway[]
  readonly transitPeerings?: readonly TransitPeering[]
  readonly virtualPrivateGateways?: readonly VirtualPrivateGateway[]
  readonly networks?: readonly OnPremisesNetwork[]
  readonly securityGroups?: readonly SecurityGroup[]
  readonly networkAcls?: readonly NetworkAcl[]
  readonly instances?: readonly Instance[]
}

/**
 * Whether a connection can be made. `from` is an instance or an address on the internet or on premises; `to` is an
 * instance, an interface endpoint, a service or an address. `icmp` to an IPv6 address is icmpv6. `icmpType` defaults to the
 * echo request, `sourcePorts` to the range that covers every type of client, `family` to IPv4 where both ends have it.
 */
export type ReachQuestion = {
  readonly from: string
  readonly to: string
  readonly protocol: 'tcp' | 'udp' | 'icmp'
  readonly port?: number
  readonly icmpType?: number
  readonly sourcePorts?: PortRange
  readonly family?: 'ipv4' | 'ipv6'
}

/** What stands at a hop. */
export type HopKind =
  | 'instance'
  | 'security-group'
  | 'network-acl'
  | 'route-table'
  | 'vpc'
  | 'internet'
  | 'internet-gateway'
  | 'egress-only-gateway'
  | 'nat-gateway'
  | 'endpoint'
  | 'service'
  | 'peering'
  | 'transit-gateway'
  | 'transit-route-table'
  | 'virtual-private-gateway'
  | 'on-premises'

/** One place that decided: its id, what it is, the rule it decided by, and the decision in words. */
export type Hop = {
  readonly hop: string
  readonly kind: HopKind
  readonly rule: string
  readonly text: string
}

/** One direction: the hops that let it pass, and the one that did not. */
export type Leg = {
  readonly reachable: boolean
  readonly path: readonly Hop[]
  readonly blockedBy: Hop | null
}

/**
 * The answer. `path` and `blockedBy` are those of the request, `reply` those of the way back, which is null when the request
 * does not arrive. `reachable` is true only when both directions pass; `blockedBy` is the request's or else the reply's.
 */
export type ReachAnswer = {
  readonly reachable: boolean
  readonly path: readonly Hop[]
  readonly blockedBy: ({ readonly direction: 'request' | 'reply' } & Hop) | null
  readonly reply: Leg | null
}
