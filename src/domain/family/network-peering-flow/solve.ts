import type { Peering, Topology } from '../../cloud/network/types.ts'
import { mending, type Sight } from '../network/mends.ts'
import type { Misconception } from '../types.ts'
import {
  type Case,
  everywhere,
  hasRoute,
  type PeeringScenario,
  pcx,
  tableOf,
  webServer,
  withRoute,
} from './scenario.ts'

/** The changes after which the connection can be made. */
export const solvePeerings = mending<PeeringScenario>()

/** Traffic that a peering hands on to the VPC behind it, as if the two were peered directly. */
function withDirectPeering(topology: Topology, { hub, near, far }: PeeringScenario): Topology {
  const leads =
    hasRoute(topology, tableOf(near), far.cidr, pcx(hub, near)) &&
    hasRoute(topology, tableOf(far), near.cidr, pcx(hub, far))
  if (!leads) return topology
  const direct: Peering = { id: 'pcx-direct', vpcs: [near.name, far.name] }
  const routed = withRoute(
    withRoute(topology, tableOf(near), far.cidr, direct.id),
    tableOf(far),
    near.cidr,
    direct.id,
  )
  return { ...routed, peerings: [...(topology.peerings ?? []), direct] }
}

/** Routes that a gateway or a peering connection is believed to add by itself. */
function withOwnRoutes(topology: Topology, { kind, near, far, office }: PeeringScenario): Topology {
  const id = pcx(near, far)
  if (kind === 'spokes' && topology.peerings?.some((one) => one.id === id && one.status !== 'pending'))
    return withRoute(withRoute(topology, tableOf(near), far.cidr, id), tableOf(far), near.cidr, id)
  if (kind === 'office' && topology.virtualPrivateGateways?.some((one) => one.id === 'vgw-own'))
    return withRoute(topology, tableOf(near), office, 'vgw-own')
  const hasNat = topology.natGateways?.some((one) => one.id === 'nat-own' && one.subnet.startsWith('edge'))
  return kind === 'internet' && hasNat === true
    ? withRoute(topology, tableOf(near), everywhere, 'nat-own')
    : topology
}

/** Everything that the spoke hands to the hub for the internet, or for the data center through NAT, arrives. */
const usesNatOfHub: Sight<PeeringScenario>['connects'] = (
  { reachable, blockedBy },
  topology,
  { hub, office, kind },
  { question },
) => {
  if (reachable) return true
  if (blockedBy?.rule !== 'not transitive') return false
  return kind === 'office'
    ? hasRoute(topology, tableOf(hub), office, `nat-${hub.name}`)
    : question.to === webServer
}

const belief = (
  id: string,
  statement: string,
  about: readonly Case[],
  sight: Sight<PeeringScenario>,
): Misconception<PeeringScenario> => {
  const solve = mending(sight)
  return {
    id,
    statement,
    solve: (scenario, facts) => (about.includes(scenario.kind) ? solve(scenario, facts) : []),
  }
}

/** Beliefs about what a peering connection carries. */
export const peeringMisconceptions: readonly Misconception<PeeringScenario>[] = [
  belief('transitive', 'A VPC reaches every VPC that its peer is peered with.', ['spokes'], {
    view: withDirectPeering,
  }),
  belief(
    'one-route-enough',
    'Replies return over a peering connection without a route of their own.',
    ['spokes'],
    {
      connects: ({ reachable, blockedBy }) =>
        reachable || (blockedBy?.direction === 'reply' && blockedBy.kind === 'route-table'),
    },
  ),
  belief(
    'active-when-requested',
    'A peering connection carries traffic as soon as it is requested and routes point to it.',
    ['spokes'],
    {
      view: (topology) => ({
        ...topology,
        peerings: (topology.peerings ?? []).map(({ id, vpcs }) => ({ id, vpcs })),
      }),
    },
  ),
  belief(
    'routes-by-itself',
    'A new gateway or peering connection adds its routes to the route tables by itself.',
    ['spokes', 'office', 'internet'],
    { view: withOwnRoutes },
  ),
  belief(
    'nat-shared',
    'A peered VPC can use the NAT gateway of its peer.',
    ['hub-to-spoke', 'office', 'internet'],
    { connects: usesNatOfHub },
  ),
  belief('vpn-shared', 'A peered VPC can use the VPN connection of its peer.', ['office'], {
    connects: ({ reachable, blockedBy }, topology, { hub, office }) =>
      reachable || (blockedBy?.rule === 'not transitive' && hasRoute(topology, tableOf(hub), office, 'vgw')),
  }),
  belief(
    'requester-calls',
    'Connections over a peering are opened from the VPC that requested it.',
    ['hub-to-spoke'],
    {
      connects: ({ reachable, blockedBy }, topology, { hub, near }, { question }) =>
        question.to === webServer
          ? reachable
          : (reachable || blockedBy?.direction === 'reply') &&
            topology.peerings?.find(({ id }) => id === pcx(hub, near))?.vpcs[0] === hub.name,
    },
  ),
  belief(
    'groups-judge-replies',
    'Replies that come over a peering connection need an inbound rule in the security group of the caller.',
    ['hub-to-spoke'],
    {
      connects: ({ reachable, blockedBy }, topology, { hub }, { question }) =>
        question.to === webServer
          ? reachable
          : (reachable || blockedBy?.direction === 'reply') &&
            topology.securityGroups?.find(({ id }) => id === `sg-${hub.name}`)?.inbound?.length === 2,
    },
  ),
  belief(
    'gateway-enough',
    'An internet gateway connects instances that have no public address.',
    ['internet'],
    {
      view: (topology, { near }) =>
        hasRoute(topology, tableOf(near), everywhere, `igw-${near.name}`)
          ? {
              ...topology,
              instances: (topology.instances ?? []).map((one) =>
                one.id === `host-${near.name}` ? { ...one, publicAddress: '203.0.113.77' } : one,
              ),
            }
          : topology,
    },
  ),
  belief(
    'nat-anywhere',
    'A NAT gateway works in any subnet, since it has an Elastic IP address.',
    ['internet'],
    {
      view: (topology, { near }) => {
        const isInside = topology.natGateways?.some(
          ({ id, subnet }) => id === 'nat-own' && subnet.startsWith('inner'),
        )
        if (isInside !== true) return topology
        const gateway = `igw-${near.name}`
        const attached: Topology = {
          ...topology,
          internetGateways: [...(topology.internetGateways ?? []), { id: gateway, vpc: near.name }],
        }
        return withRoute(attached, `rt-inner-${near.name}`, everywhere, gateway)
      },
    },
  ),
]
