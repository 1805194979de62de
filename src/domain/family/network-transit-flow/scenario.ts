import type { Topology, TransitRouteTable } from '../../cloud/network/types.ts'
import type { Incident } from '../network/mends.ts'
import type { Story } from './stories.ts'

/** What is wrong with the routes: none back, too many, a blackhole, none in the subnets. */
export const cases = ['no-way-back', 'leak', 'blackhole', 'no-subnet-route'] as const
export type Case = (typeof cases)[number]

/** An attachment: a VPC, or the VPN connection of an office network. */
export type Attached = { readonly name: string; readonly cidr: string }

/** What a case is made of, before the changes are known. */
export type TransitGround = {
  readonly story: Story
  /** Day of the event, and how many hosts or calls the story counts. */
  readonly weekday: string
  readonly count: number
  readonly rendering: number
  readonly kind: Case
  /** The spoke of the story, another one, the central VPC, and the office behind a VPN. */
  readonly spoke: Attached
  readonly other: Attached
  readonly core: Attached
  readonly office: Attached
}

/** A transit gateway with two route tables, and connections that are not as they should be. */
export type TransitScenario = TransitGround & Incident

/** Ranges that subnets route to the transit gateway. */
export const privateRanges = ['10.0.0.0/8', '172.16.0.0/12'] as const

export const attachmentOf = ({ name }: Attached): string => `att-${name}`
export const tableOf = ({ name }: Attached): string => `rt-${name}`

/** The topology with one route table of the transit gateway changed; `place` is 0 for that of the spokes. */
export const withTable = (
  topology: Topology,
  place: 0 | 1,
  change: (table: TransitRouteTable) => Partial<TransitRouteTable>,
): Topology => ({
  ...topology,
  transitGateways: (topology.transitGateways ?? []).map((gateway) => ({
    ...gateway,
    routeTables: gateway.routeTables.map((table, index) =>
      index === place ? { ...table, ...change(table) } : table,
    ),
  })),
})

/** A route table of the transit gateway. @throws RangeError where there is none */
export function tableIn({ transitGateways }: Topology, place: 0 | 1): TransitRouteTable {
  const table = transitGateways?.[0]?.routeTables[place]
  if (table === undefined) throw new RangeError('There is no such route table.')
  return table
}

/** The topology with other routes in the subnets of a VPC. */
export const withSubnetRoutes = (
  topology: Topology,
  vpc: Attached,
  destinations: readonly string[],
): Topology => ({
  ...topology,
  routeTables: (topology.routeTables ?? []).map((table) =>
    table.id === tableOf(vpc)
      ? { ...table, routes: destinations.map((destination) => ({ destination, target: 'tgw' })) }
      : table,
  ),
})

/** The names once each. */
export const union = (...names: readonly string[]): readonly string[] => [...new Set(names)]
