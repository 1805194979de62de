import type { Topology, TransitGateway, TransitRouteTable } from '../../cloud/network/types.ts'
import { succeedingFlows } from '../network/flows.ts'
import type { Misconception } from '../types.ts'
import type { TransitScenario } from './sample.ts'

/** The connections that succeed. */
export const solveTransit = succeedingFlows<TransitScenario>()

const withTables =
  (change: (table: TransitRouteTable, gateway: TransitGateway) => TransitRouteTable) =>
  (topology: Topology): Topology => ({
    ...topology,
    transitGateways: (topology.transitGateways ?? []).map((gateway) => ({
      ...gateway,
      routeTables: gateway.routeTables.map((table) => change(table, gateway)),
    })),
  })

const union = (left: readonly string[], right: readonly string[]): string[] => [
  ...new Set([...left, ...right]),
]

/** The subnets that have no further route get one to the transit gateway. */
const withSubnetRoutes = (topology: Topology): Topology => ({
  ...topology,
  routeTables: (topology.routeTables ?? []).map((table) => ({
    ...table,
    routes: table.routes.length > 0 ? table.routes : [{ destination: '10.0.0.0/8', target: 'tgw' }],
  })),
})

/** Beliefs about the route tables of a transit gateway. */
export const transitMisconceptions: readonly Misconception<TransitScenario>[] = [
  {
    id: 'association-propagates',
    statement: 'Attachments that are associated with one route table reach each other.',
    solve: succeedingFlows<TransitScenario>(
      withTables((table) => ({ ...table, propagations: union(table.propagations, table.associations) })),
    ),
  },
  {
    id: 'one-direction-enough',
    statement: 'A route toward the destination is enough, since replies take the same path back.',
    solve: succeedingFlows<TransitScenario>(
      undefined,
      ({ reachable, blockedBy }) => reachable || blockedBy?.direction === 'reply',
    ),
  },
  {
    id: 'propagation-outranks-blackhole',
    statement: 'A propagated route outranks a blackhole route to the same block.',
    solve: succeedingFlows<TransitScenario>(
      withTables((table) => ({
        ...table,
        routes: table.routes.filter(({ target }) => target !== 'blackhole'),
      })),
    ),
  },
  {
    id: 'attached-means-connected',
    statement: 'Every attachment of a transit gateway reaches every other one.',
    solve: succeedingFlows<TransitScenario>(
      withTables((table, { attachments }) => ({ ...table, propagations: attachments.map(({ id }) => id) })),
    ),
  },
  {
    id: 'attachment-adds-routes',
    statement: 'An attachment adds routes to the transit gateway in the route tables of its VPC.',
    solve: succeedingFlows<TransitScenario>(withSubnetRoutes),
  },
]
