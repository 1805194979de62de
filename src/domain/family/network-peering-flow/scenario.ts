import type { Peering, Topology } from '../../cloud/network/types.ts'
import type { Incident } from '../network/mends.ts'
import type { Story } from './stories.ts'

/** What does not work: calls between two spokes, from the hub, to the data center, to the internet. */
export const cases = ['spokes', 'hub-to-spoke', 'office', 'internet'] as const
export type Case = (typeof cases)[number]

/** A VPC with its range. */
export type NamedVpc = { readonly name: string; readonly cidr: string }

/** What a case is made of, before the changes are known. */
export type PeeringGround = {
  readonly story: Story
  /** Day of the event, and a small number of the story: seconds, hosts or days. */
  readonly weekday: string
  readonly count: number
  readonly rendering: number
  readonly kind: Case
  readonly hub: NamedVpc
  readonly near: NamedVpc
  readonly far: NamedVpc
  readonly office: string
}

/** A hub with two peered spokes, and a connection that cannot be made. */
export type PeeringScenario = PeeringGround & Incident

export const pcx = (left: NamedVpc, right: NamedVpc): string => `pcx-${left.name}-${right.name}`
export const tableOf = ({ name }: NamedVpc): string => `rt-${name}`
export const everywhere = '0.0.0.0/0'
/** A server on the internet. */
export const webServer = '198.51.100.20'

/** The topology with a route more, in place of one for the same destination. */
export const withRoute = (
  topology: Topology,
  table: string,
  destination: string,
  target: string,
): Topology => ({
  ...topology,
  routeTables: (topology.routeTables ?? []).map((one) =>
    one.id === table
      ? {
          ...one,
          routes: [
            ...one.routes.filter((route) => route.destination !== destination),
            { destination, target },
          ],
        }
      : one,
  ),
})

/** The topology with a peering connection more. */
export const withPeering = (topology: Topology, peering: Peering): Topology => ({
  ...topology,
  peerings: [...(topology.peerings ?? []).filter(({ id }) => id !== peering.id), peering],
})

/** The topology with a rule more in the security group of a VPC. */
export const withInbound = (
  topology: Topology,
  { name }: NamedVpc,
  source: string,
  ports: number | readonly [number, number],
): Topology => ({
  ...topology,
  securityGroups: (topology.securityGroups ?? []).map((group) =>
    group.id === `sg-${name}`
      ? { ...group, inbound: [...(group.inbound ?? []), { protocol: 'tcp', ports, source }] }
      : group,
  ),
})

/** True when a table has a route for a destination to a target. */
export const hasRoute = (topology: Topology, table: string, destination: string, target?: string): boolean =>
  topology.routeTables?.some(
    ({ id, routes }) =>
      id === table &&
      routes.some(
        (route) => route.destination === destination && (target === undefined || route.target === target),
      ),
  ) === true
