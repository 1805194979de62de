import type { Instance, Route, Topology } from '../../cloud/network/types.ts'
import type { Incident } from '../network/mends.ts'
import type { Setting } from '../parts/setting.ts'

/** What is wrong, or wanted, between a VPC and the internet. */
export const cases = ['no-way-out', 'nat-inside', 'nat-before-host', 'no-address', 'ipv6-open'] as const
export type Case = (typeof cases)[number]

/** An instance, its subnet, and what colleagues propose. */
export type AccessScenario = Incident & {
  readonly setting: Setting
  readonly rendering: number
  readonly kind: Case
  readonly subnet: string
  readonly publicSubnet: string
  readonly natSubnet: string
}

export const outside = '198.51.100.77'
export const outside6 = '2001:db8:ffff::77'
export const host = 'host'
export const vpc = 'vpc'
export const hostTable = 'rt-hosts'
export const everywhere = '0.0.0.0/0'
export const everywhere6 = '::/0'

/** The routes of a table. */
export const routesIn = ({ routeTables = [] }: Topology, id: string): readonly Route[] =>
  routeTables.find((table) => table.id === id)?.routes ?? []

/** The instance of the scenario. */
export const hostIn = ({ instances = [] }: Topology): Instance | undefined =>
  instances.find(({ id }) => id === host)

/** A topology in which a table has a route to a target in place of its own for the same destination. */
export const withRoute = (topology: Topology, table: string, route: Route): Topology => ({
  ...topology,
  routeTables: (topology.routeTables ?? []).map((one) =>
    one.id === table
      ? {
          ...one,
          routes: [...one.routes.filter(({ destination }) => destination !== route.destination), route],
        }
      : one,
  ),
})

/** A topology in which a table has lost its route for a destination. */
export const withoutRoute = (topology: Topology, table: string, lost: string): Topology => ({
  ...topology,
  routeTables: (topology.routeTables ?? []).map((one) =>
    one.id === table ? { ...one, routes: one.routes.filter(({ destination }) => destination !== lost) } : one,
  ),
})

/** A topology in which the instance has other addresses. */
export const withHost = (topology: Topology, change: (instance: Instance) => Instance): Topology => ({
  ...topology,
  instances: (topology.instances ?? []).map((one) => (one.id === host ? change(one) : one)),
})

/** A topology in which the instance has an Elastic IP address. */
export const withAddress = (topology: Topology): Topology =>
  withHost(topology, (instance) => ({ ...instance, publicAddress: '203.0.113.40' }))

/** A topology in which the instance has no public IPv4 address. */
export const withoutAddress = (topology: Topology): Topology =>
  withHost(topology, ({ publicAddress: _, ...instance }) => instance)
