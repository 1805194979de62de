import type { Address, Cidr } from './cidr.ts'
import type { PortRange } from './port-range.ts'
import type { Attachment, Protocol } from './types.ts'

/** The traffic a rule speaks of, with every default filled in; `icmpType` null is every type. */
export type Traffic = {
  readonly protocol: Protocol | 'all'
  readonly ports: PortRange
  readonly icmpType: number | null
}

/** A rule of a network ACL. */
export type AclRule = {
  readonly number: number
  readonly action: 'allow' | 'deny'
  readonly traffic: Traffic
  readonly block: Cidr
}

/** A network ACL with its rules in ascending order. */
export type Acl = {
  readonly id: string
  readonly inbound: readonly AclRule[]
  readonly outbound: readonly AclRule[]
}

/** Whom a security group rule lets talk: addresses of these blocks, or members of this group. */
export type RulePeer =
  | { readonly kind: 'blocks'; readonly blocks: readonly Cidr[] }
  | { readonly kind: 'group'; readonly id: string }

/** A rule of a security group; `label` is the rule as a person would write it. */
export type GroupRule = { readonly traffic: Traffic; readonly peer: RulePeer; readonly label: string }

/** A security group. */
export type Group = {
  readonly id: string
  readonly inbound: readonly GroupRule[]
  readonly outbound: readonly GroupRule[]
}

/** Where a route comes from, in the order of preference between equal destinations. */
export type RouteOrigin = 'local' | 'static' | 'prefix-list' | 'propagated'

/** A route to one block. */
export type RouteEntry = {
  readonly destination: Cidr
  readonly target: string
  readonly origin: RouteOrigin
}

/** A route table of a VPC. */
export type Table = { readonly id: string; readonly routes: readonly RouteEntry[] }

/** A VPC. */
export type VpcNode = { readonly id: string; readonly blocks: readonly Cidr[]; readonly region: string }

/** A subnet with the table and the ACL that count for it. */
export type SubnetNode = {
  readonly id: string
  readonly vpc: VpcNode
  readonly blocks: readonly Cidr[]
  readonly zone: string | null
  readonly table: Table
  readonly acl: Acl
}

/** A network interface; `groups` is null for a NAT gateway, which has none. `owner` is the id of what it belongs to. */
export type Interface = {
  readonly owner: string
  readonly kind: 'instance' | 'nat-gateway' | 'endpoint'
  readonly subnet: SubnetNode
  readonly addresses: readonly Address[]
  readonly publicAddress: Address | null
  readonly groups: readonly Group[] | null
}

/** A route of a transit gateway; `rank` orders equal destinations, lowest first. */
export type TransitRoute = {
  readonly destination: Cidr
  readonly target: string
  readonly rank: number
}

/** A route table of a transit gateway. */
export type TransitTable = { readonly id: string; readonly routes: readonly TransitRoute[] }

/** A transit gateway with the table that each attachment is associated with. */
export type TransitNode = {
  readonly kind: 'transit-gateway'
  readonly id: string
  readonly groupReferences: boolean
  readonly attachments: ReadonlyMap<string, Attachment>
  readonly tableOf: ReadonlyMap<string, TransitTable>
}

/** What a route of a VPC can lead to. */
export type RouteTarget =
  | { readonly kind: 'internet-gateway'; readonly id: string; readonly vpc: string }
  | { readonly kind: 'egress-only-gateway'; readonly id: string; readonly vpc: string }
  | { readonly kind: 'nat-gateway'; readonly id: string; readonly interface: Interface }
  | { readonly kind: 'endpoint'; readonly id: string; readonly vpc: string; readonly service: string }
  | {
      readonly kind: 'peering'
      readonly id: string
      readonly vpcs: readonly [string, string]
      readonly active: boolean
    }
  | {
      readonly kind: 'virtual-private-gateway'
      readonly id: string
      readonly vpc: string
      readonly networks: readonly string[]
    }
  | TransitNode

/** An interface endpoint as names resolve to it. */
export type EndpointNode = {
  readonly id: string
  readonly vpc: string
  readonly service: string
  readonly privateDns: boolean
  readonly interfaces: readonly Interface[]
}

/** A topology that was found sound, ready to be walked. */
export type Network = {
  readonly vpcs: ReadonlyMap<string, VpcNode>
  readonly subnets: ReadonlyMap<string, SubnetNode>
  readonly interfaces: readonly Interface[]
  readonly instances: ReadonlyMap<string, Interface>
  readonly endpoints: ReadonlyMap<string, EndpointNode>
  readonly targets: ReadonlyMap<string, RouteTarget>
  readonly services: ReadonlyMap<string, readonly Cidr[]>
  readonly onPremises: ReadonlyMap<string, readonly Cidr[]>
  readonly transitPeerings: ReadonlyMap<string, readonly [string, string]>
  readonly clientPorts: PortRange
  readonly natPorts: PortRange
}
