import type { Hop, Peering, Route, RouteTable, Topology } from '../../cloud/network/types.ts'
import { type Accepts, succeedingFlows } from '../network/flows.ts'
import type { Misconception } from '../types.ts'
import type { PeeringScenario } from './sample.ts'

/** The connections that succeed. */
export const solvePeerings = succeedingFlows<PeeringScenario>()

/** Takes refusals of one sort for a success. */
const overlooking =
  (overlooks: (hop: Hop, direction: string, to: string) => boolean): Accepts =>
  ({ reachable, blockedBy }, { question }) =>
    reachable || (blockedBy !== null && overlooks(blockedBy, blockedBy.direction, question.to))

/** Traffic that a peering hands on to the VPC behind it, as if it were peered directly. */
function withDirectPeerings(topology: Topology): Topology {
  const peerings: Peering[] = [...(topology.peerings ?? [])]
  const direct = (table: RouteTable, route: Route): Route => {
    const owner = topology.vpcs.find(({ cidrs }) => cidrs.includes(route.destination))
    const own = topology.peerings?.find(({ id }) => id === route.target)
    if (owner === undefined || own === undefined || own.vpcs.includes(owner.id)) return route
    const id = `direct-${[table.vpc, owner.id].sort().join('-')}`
    if (!peerings.some((peering) => peering.id === id)) peerings.push({ id, vpcs: [table.vpc, owner.id] })
    return { ...route, target: id }
  }
  const routeTables = (topology.routeTables ?? []).map((table) => ({
    ...table,
    routes: table.routes.map((route) => direct(table, route)),
  }))
  return { ...topology, routeTables, peerings }
}

const isPrivate = (address: string): boolean => address.startsWith('172.')

/** Beliefs about what a peering connection carries. */
export const peeringMisconceptions: readonly Misconception<PeeringScenario>[] = [
  {
    id: 'transitive',
    statement: 'A VPC reaches every VPC that its peer is peered with.',
    solve: succeedingFlows<PeeringScenario>(withDirectPeerings),
  },
  {
    id: 'one-route-enough',
    statement: 'Replies return over a peering connection without a route of their own.',
    solve: succeedingFlows<PeeringScenario>(
      undefined,
      overlooking(({ kind }, direction) => direction === 'reply' && kind === 'route-table'),
    ),
  },
  {
    id: 'vpn-shared',
    statement: 'A peered VPC can use the VPN connection of its peer.',
    solve: succeedingFlows<PeeringScenario>(
      undefined,
      overlooking(({ rule }, _, to) => rule === 'not transitive' && isPrivate(to)),
    ),
  },
  {
    id: 'nat-shared',
    statement: 'A peered VPC can use the NAT gateway of its peer.',
    solve: succeedingFlows<PeeringScenario>(
      undefined,
      overlooking(({ rule }, _, to) => rule === 'not transitive' && /^198\./.test(to)),
    ),
  },
  {
    id: 'active-when-requested',
    statement: 'A peering connection carries traffic as soon as it is requested and routes point to it.',
    solve: succeedingFlows<PeeringScenario>((topology) => ({
      ...topology,
      peerings: (topology.peerings ?? []).map(({ id, vpcs }) => ({ id, vpcs })),
    })),
  },
]
