import { blocksOf } from './check-blocks.ts'
import type { Interface, RouteEntry, RouteTarget, Table, TransitNode, TransitRoute } from './network.ts'
import type { Attachment, RouteTable, Topology, TransitGateway, TransitRouteTable } from './types.ts'

const blocksOfVpc = (id: string, { vpcs }: Topology) =>
  blocksOf(vpcs.find((vpc) => vpc.id === id)?.cidrs ?? [])

/** The blocks of a destination: itself, or those of the service that it names. */
const destinations = (destination: string, { services }: Topology) =>
  blocksOf(services?.find(({ id }) => id === destination)?.cidrs ?? [destination])

function writtenRoutes({ routes }: RouteTable, topology: Topology): RouteEntry[] {
  return routes
    .filter(({ target }) => target !== 'local')
    .flatMap(({ destination, target, propagated }) => {
      const origin = propagated ? 'propagated' : destination.includes('/') ? 'static' : 'prefix-list'
      return destinations(destination, topology).map(
        (block) => ({ destination: block, target, origin }) as const,
      )
    })
}

function localRoutes(vpc: string, topology: Topology): RouteEntry[] {
  return blocksOfVpc(vpc, topology).map((destination) => ({ destination, target: 'local', origin: 'local' }))
}

function endpointRoutes(table: string, topology: Topology): RouteEntry[] {
  return (topology.endpoints ?? []).flatMap((endpoint) =>
    endpoint.kind === 'gateway' && endpoint.routeTables.includes(table)
      ? destinations(endpoint.service, topology).map((destination) => ({
          destination,
          target: endpoint.id,
          origin: 'prefix-list' as const,
        }))
      : [],
  )
}

/** Compiles a route table with its local routes and those of gateway endpoints. */
export const compileTable = (table: RouteTable, topology: Topology): Table => ({
  id: table.id,
  routes: [
    ...localRoutes(table.vpc, topology),
    ...writtenRoutes(table, topology),
    ...endpointRoutes(table.id, topology),
  ],
})

/** The main table of a VPC that describes none: local routes alone. */
export const localTable = (vpc: string, topology: Topology): Table => ({
  id: `main route table of ${vpc}`,
  routes: localRoutes(vpc, topology),
})

/** Order of equal destinations in a transit gateway; a static route comes first. */
const rankOf = { static: 0, vpc: 1, 'direct-connect': 2, vpn: 3 } as const

function announced(attachment: Attachment, topology: Topology) {
  if (attachment.kind === 'vpc') return blocksOfVpc(attachment.vpc, topology)
  return blocksOf(topology.networks?.find(({ id }) => id === attachment.network)?.cidrs ?? [])
}

function transitRoutes(
  table: TransitRouteTable,
  attachments: readonly Attachment[],
  topology: Topology,
): TransitRoute[] {
  const propagating = attachments.filter(({ id }) => table.propagations.includes(id))
  return [
    ...table.routes.flatMap(({ destination, target }) =>
      blocksOf([destination]).map((block) => ({ destination: block, target, rank: rankOf.static })),
    ),
    ...propagating.flatMap((attachment) =>
      announced(attachment, topology).map((destination) => ({
        destination,
        target: attachment.id,
        rank: rankOf[attachment.kind],
      })),
    ),
  ]
}

/** Compiles a transit gateway: each attachment with the table it is associated with. */
function compileTransit(gateway: TransitGateway, topology: Topology): TransitNode {
  const tableOf = gateway.routeTables.flatMap((table) => {
    const compiled = { id: table.id, routes: transitRoutes(table, gateway.attachments, topology) }
    return table.associations.map((attachment) => [attachment, compiled] as const)
  })
  return {
    kind: 'transit-gateway',
    id: gateway.id,
    groupReferences: gateway.securityGroupReferences === true,
    attachments: new Map(gateway.attachments.map((attachment) => [attachment.id, attachment])),
    tableOf: new Map(tableOf),
  }
}

/** Everything that a route can lead to, by id. */
export function compileTargets(
  topology: Topology,
  interfaces: readonly Interface[],
): ReadonlyMap<string, RouteTarget> {
  const targets: RouteTarget[] = [
    ...(topology.internetGateways ?? []).map((one) => ({ ...one, kind: 'internet-gateway' as const })),
    ...(topology.egressOnlyGateways ?? []).map((one) => ({ ...one, kind: 'egress-only-gateway' as const })),
    ...(topology.virtualPrivateGateways ?? []).map((one) => ({
      ...one,
      kind: 'virtual-private-gateway' as const,
    })),
    ...interfaces
      .filter(({ kind }) => kind === 'nat-gateway')
      .map((one) => ({ kind: 'nat-gateway' as const, id: one.owner, interface: one })),
    ...(topology.endpoints ?? [])
      .filter(({ kind }) => kind === 'gateway')
      .map(({ id, vpc, service }) => ({ kind: 'endpoint' as const, id, vpc, service })),
    ...(topology.peerings ?? []).map(({ id, vpcs, status }) => ({
      kind: 'peering' as const,
      id,
      vpcs,
      active: status !== 'pending',
    })),
    ...(topology.transitGateways ?? []).map((one) => compileTransit(one, topology)),
  ]
  return new Map(targets.map((target) => [target.id, target]))
}
