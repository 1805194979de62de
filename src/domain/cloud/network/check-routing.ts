import type { ShapeFault } from '../shape.ts'
import { blockFaults, blocksOf } from './check-blocks.ts'
import { covers, overlaps, parseCidr } from './cidr.ts'
import { eachPlaced, oneForEachVpc, type TopologyIndex, unknownId } from './topology-index.ts'
import type { Endpoint, Gateway, Peering, Route, RouteTable, Subnet, Topology } from './types.ts'

const isLocal = (route: Route): boolean => route.target === 'local'

function destinationFaults({ destination }: Route, at: string, { services }: TopologyIndex): ShapeFault[] {
  if (services.has(destination)) return []
  return destination.includes('/')
    ? blockFaults(destination, at)
    : [{ at, text: `"${destination}" is neither a block nor a service of this topology` }]
}

function targetFaults({ target }: Route, vpc: string, at: string, index: TopologyIndex): ShapeFault[] {
  if (target === 'local' || target === 'blackhole') return []
  const serves = index.servedBy.get(target)
  if (serves === undefined)
    return [{ at, text: `"${target}" is no gateway, peering or transit gateway of this topology` }]
  return serves === null || serves.includes(vpc)
    ? []
    : [{ at, text: `"${target}" does not belong to "${vpc}", whose table this is` }]
}

/** Gateways that take one family only. */
function familyFaults({ destination, target }: Route, at: string, index: TopologyIndex): ShapeFault[] {
  const isSix = destination.includes(':')
  if (index.egressOnlyGateways.has(target) && !isSix)
    return [{ at, text: `"${target}" is an egress-only internet gateway, which takes IPv6 only` }]
  if (index.natGateways.has(target) && isSix)
    return [{ at, text: `"${target}" is a NAT gateway; NAT64 is not part of this model` }]
  return []
}

/** The local routes stand for the VPC's own blocks, and no static route may take addresses from them. */
function ownBlockFaults(route: Route, vpc: string, at: string, index: TopologyIndex): ShapeFault[] {
  const block = parseCidr(route.destination)
  if (!block.ok || route.propagated === true) return []
  const own = blocksOf(index.vpcs.get(vpc)?.cidrs ?? [])
  if (isLocal(route)) {
    const whole = own.some((one) => covers(one, block.value) && covers(block.value, one))
    return whole ? [] : [{ at, text: `the local routes of "${vpc}" are its own blocks, given with the VPC` }]
  }
  return own.some((one) => covers(one, block.value))
    ? [{ at, text: `${route.destination} lies in "${vpc}" itself, where the local route counts` }]
    : []
}

const propagationFaults = (route: Route, at: string, index: TopologyIndex): ShapeFault[] =>
  route.propagated === true && !index.virtualPrivateGateways.has(route.target)
    ? [{ at, text: 'only a virtual private gateway propagates routes into a table of a VPC' }]
    : []

/** Two static routes, or two propagated ones, to one destination. */
function doubledRoutes(routes: readonly Route[], at: string): ShapeFault[] {
  const keyOf = ({ destination, propagated }: Route): string => `${destination} ${propagated === true}`
  return routes.flatMap((route, index) =>
    routes.slice(0, index).some((earlier) => keyOf(earlier) === keyOf(route))
      ? [{ at: `${at}[${index}]`, text: `${route.destination} has another route of the same kind` }]
      : [],
  )
}

const tableFaults =
  (index: TopologyIndex) =>
  ({ vpc, routes }: RouteTable, at: string): ShapeFault[] => [
    ...unknownId(`${at}.vpc`, vpc, index.vpcs, 'VPC'),
    ...eachPlaced(`${at}.routes`, routes, (route, place) => [
      ...destinationFaults(route, `${place}.destination`, index),
      ...targetFaults(route, vpc, `${place}.target`, index),
      ...familyFaults(route, `${place}.target`, index),
      ...ownBlockFaults(route, vpc, `${place}.destination`, index),
      ...propagationFaults(route, `${place}.propagated`, index),
    ]),
    ...doubledRoutes(routes, `${at}.routes`),
  ]

/** References of subnets to the tables and ACLs of their own VPC. */
const subnetFaults =
  (index: TopologyIndex) =>
  ({ vpc, routeTable, networkAcl }: Subnet, at: string): ShapeFault[] => {
    const own = (id: string | undefined, place: string, found: { readonly vpc: string } | undefined) =>
      id === undefined || found?.vpc === vpc
        ? []
        : [{ at: `${at}.${place}`, text: `"${id}" is nothing of "${vpc}" that this can name` }]
    return [
      ...own(routeTable, 'routeTable', index.routeTables.get(routeTable ?? '')),
      ...own(networkAcl, 'networkAcl', index.networkAcls.get(networkAcl ?? '')),
    ]
  }

const gatewayFaults =
  (index: TopologyIndex) =>
  ({ vpc }: Gateway, at: string): ShapeFault[] =>
    unknownId(`${at}.vpc`, vpc, index.vpcs, 'VPC')

const peeringFaults =
  (index: TopologyIndex) =>
  ({ vpcs: [left, right] }: Peering, at: string): ShapeFault[] => {
    const unknown = eachPlaced(`${at}.vpcs`, [left, right], (id, place) =>
      unknownId(place, id, index.vpcs, 'VPC'),
    )
    if (unknown.length > 0) return unknown
    if (left === right) return [{ at: `${at}.vpcs`, text: 'a VPC cannot be peered with itself' }]
    const [own, other] = [left, right].map((id) => blocksOf(index.vpcs.get(id)?.cidrs ?? []))
    return own?.some((block) => other?.some((one) => overlaps(block, one))) === true
      ? [{ at: `${at}.vpcs`, text: `"${left}" and "${right}" overlap, so they cannot be peered` }]
      : []
  }

const endpointFaults =
  (index: TopologyIndex) =>
  (endpoint: Endpoint, at: string): ShapeFault[] =>
    endpoint.kind === 'interface'
      ? []
      : [
          ...unknownId(`${at}.vpc`, endpoint.vpc, index.vpcs, 'VPC'),
          ...unknownId(`${at}.service`, endpoint.service, index.services, 'service'),
          ...eachPlaced(`${at}.routeTables`, endpoint.routeTables, (id, place) =>
            index.routeTables.get(id)?.vpc === endpoint.vpc
              ? []
              : [{ at: place, text: `"${id}" is no route table of "${endpoint.vpc}"` }],
          ),
        ]

/** Faults of routes and of what they lead to: unknown or foreign parts, wrong families, doubled or hidden routes. */
export const routingFaults = (topology: Topology, index: TopologyIndex): ShapeFault[] => [
  ...eachPlaced('subnets', topology.subnets, subnetFaults(index)),
  ...eachPlaced('routeTables', topology.routeTables, tableFaults(index)),
  ...oneForEachVpc('routeTables', topology.routeTables, {
    what: 'a main route table',
    counts: ({ main }) => main === true,
  }),
  ...eachPlaced('internetGateways', topology.internetGateways, gatewayFaults(index)),
  ...oneForEachVpc('internetGateways', topology.internetGateways, { what: 'an internet gateway' }),
  ...eachPlaced('egressOnlyGateways', topology.egressOnlyGateways, gatewayFaults(index)),
  ...oneForEachVpc('egressOnlyGateways', topology.egressOnlyGateways, { what: 'an egress-only gateway' }),
  ...eachPlaced('endpoints', topology.endpoints, endpointFaults(index)),
  ...eachPlaced('peerings', topology.peerings, peeringFaults(index)),
  ...eachPlaced('services', topology.services, ({ cidrs }, at) =>
    eachPlaced(`${at}.cidrs`, cidrs, blockFaults),
  ),
]
