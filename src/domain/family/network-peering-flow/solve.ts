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

/** What the hub has a route to its NAT gateway for arrives, and anything for the internet. */
const usesNatOfHub: Sight<PeeringScenario>['connects'] = (
  { reachable, blockedBy },
  topology,
  { hub, far, office },
  { question },
) => {
  if (reachable) return true
  if (blockedBy?.rule !== 'not transitive') return false
  const nat = `nat-${hub.name}`
  return (
    question.to === webServer ||
    [far.cidr, office].some((block) => hasRoute(topology, tableOf(hub), block, nat))
  )
}

/** The security group of the hub has a rule that it did not have. */
const hubAdmits = (topology: Topology, { hub }: PeeringScenario): boolean =>
  topology.securityGroups?.find(({ id }) => id === `sg-${hub.name}`)?.inbound?.length === 2

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
    'hub-groups-filter',
    'Security groups of a hub VPC decide about traffic between the networks around it.',
    ['spokes', 'office'],
    { connects: ({ reachable }, topology, scenario) => reachable || hubAdmits(topology, scenario) },
  ),
  belief(
    'names-make-paths',
    'DNS resolution for a peering connection also makes the addresses behind the names reachable.',
    ['spokes', 'internet'],
    { trusts: 'dns' },
  ),
  belief(
    'acl-drops-replies',
    'A network ACL drops replies to a peered VPC unless a rule for them is added to the default ones.',
    ['hub-to-spoke'],
    { trusts: 'acl' },
  ),
  belief(
    'announced-enough',
    'A data center that knows the range of a VPC exchanges traffic with it through a VPC that is peered with it.',
    ['office'],
    { trusts: 'announcement' },
  ),
  belief(
    'address-enough',
    'An Elastic IP address connects an instance to the internet by itself.',
    ['internet'],
    {
      connects: ({ reachable }, { instances = [] }, { near }) =>
        reachable ||
        instances.some(({ id, publicAddress }) => id === `host-${near.name}` && publicAddress !== undefined),
    },
  ),
  belief(
    'nat-shared',
    'A peered VPC can use the NAT gateway of its peer.',
    ['spokes', 'hub-to-spoke', 'office', 'internet'],
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
      connects: ({ reachable, blockedBy }, topology, scenario, { question }) =>
        question.to === webServer
          ? reachable
          : (reachable || blockedBy?.direction === 'reply') && hubAdmits(topology, scenario),
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
