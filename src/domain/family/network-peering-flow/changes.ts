import type { Topology } from '../../cloud/network/types.ts'
import type { Change } from '../network/mends.ts'
import {
  everywhere,
  type NamedVpc,
  type PeeringGround,
  pcx,
  tableOf,
  withPeering,
  withRoute,
} from './scenario.ts'

const change = (id: string, text: string, after: Topology): Change => ({ id, text, after })

const coded = ({ name }: NamedVpc): string => `\`${name}\``

/** Routes of two VPCs to each other over one target each. */
const bothWays = (
  topology: Topology,
  left: NamedVpc,
  right: NamedVpc,
  targets: readonly [string, string],
): Topology =>
  withRoute(withRoute(topology, tableOf(left), right.cidr, targets[0]), tableOf(right), left.cidr, targets[1])

function betweenSpokes({ hub, near, far }: PeeringGround, topology: Topology): readonly Change[] {
  const id = pcx(near, far)
  const pair = [near.name, far.name] as const
  const direct = withPeering(topology, { id, vpcs: pair })
  const requested = withPeering(topology, { id, vpcs: pair, status: 'pending' })
  const peer = `Peer ${coded(near)} with ${coded(far)}`
  return [
    change(
      'direct',
      `Peer ${coded(near)} directly with ${coded(far)}, with a route to the counterpart in each`,
      bothWays(direct, near, far, [id, id]),
    ),
    change(
      'over-hub',
      `Add a route to the other range over the ${coded(hub)} peering connection in both VPCs`,
      bothWays(topology, near, far, [pcx(hub, near), pcx(hub, far)]),
    ),
    change(
      'one-route',
      `${peer}, and add a route to ${far.cidr} to the route tables of the calling VPC`,
      withRoute(direct, tableOf(near), far.cidr, id),
    ),
    change(
      'requested',
      `Request a peering connection from ${coded(near)} to ${coded(far)}, and add routes in both VPCs ahead of its acceptance`,
      bothWays(requested, near, far, [id, id]),
    ),
    change('no-routes', `${peer}, and let the new connection enter itself in the route tables`, direct),
  ]
}

function fromHub({ hub, near }: PeeringGround, topology: Topology): readonly Change[] {
  const id = pcx(hub, near)
  return [
    change(
      'route-back',
      `Add a return route for ${hub.cidr} to the tables of ${coded(near)}`,
      withRoute(topology, tableOf(near), hub.cidr, id),
    ),
    change(
      'default',
      `Point the default route of ${coded(near)} at the peering connection`,
      withRoute(topology, tableOf(near), everywhere, id),
    ),
    change(
      'swap',
      `Delete the peering connection, and request it again from ${coded(hub)}`,
      withPeering(topology, { id, vpcs: [hub.name, near.name] }),
    ),
    change(
      'group',
      `Allow inbound ephemeral ports from ${near.cidr} in the callers' security group in ${coded(hub)}`,
      {
        ...topology,
        securityGroups: (topology.securityGroups ?? []).map((group) =>
          group.id === `sg-${hub.name}`
            ? {
                ...group,
                inbound: [
                  ...(group.inbound ?? []),
                  { protocol: 'tcp', ports: [1024, 65_535], source: near.cidr },
                ],
              }
            : group,
        ),
      },
    ),
  ]
}

function toOffice({ hub, near, office }: PeeringGround, topology: Topology): readonly Change[] {
  const own: Topology = {
    ...topology,
    virtualPrivateGateways: [
      ...(topology.virtualPrivateGateways ?? []),
      { id: 'vgw-own', vpc: near.name, networks: ['office'] },
    ],
  }
  const overHub = withRoute(topology, tableOf(near), office, pcx(hub, near))
  return [
    change(
      'own-vpn',
      `Create a VPN connection for ${coded(near)}, with a route for ${office} to its virtual private gateway`,
      withRoute(own, tableOf(near), office, 'vgw-own'),
    ),
    change('over-hub', `Add a route for ${office} over the peering connection in ${coded(near)}`, overHub),
    change(
      'through-nat',
      `Route ${office} over the peering connection in ${coded(near)}, and to the NAT gateway in ${coded(hub)}`,
      withRoute(overHub, tableOf(hub), office, `nat-${hub.name}`),
    ),
    change(
      'no-route',
      `Create a VPN connection for ${coded(near)}, whose virtual private gateway enters ${office} in the route tables itself`,
      own,
    ),
  ]
}

function toInternet({ hub, near }: PeeringGround, topology: Topology): readonly Change[] {
  const gateway = `igw-${near.name}`
  const attached = withRoute(
    {
      ...topology,
      internetGateways: [...(topology.internetGateways ?? []), { id: gateway, vpc: near.name }],
    },
    `rt-edge-${near.name}`,
    everywhere,
    gateway,
  )
  const nat = (from: Topology, place: 'edge' | 'inner'): Topology => ({
    ...from,
    natGateways: [
      ...(from.natGateways ?? []),
      {
        id: 'nat-own',
        subnet: `${place}-${near.name}`,
        address: near.cidr.replace('.0.0/16', place === 'edge' ? '.2.9' : '.3.9'),
        publicAddress: '203.0.113.29',
      },
    ],
  })
  const led = (from: Topology, target: string): Topology => withRoute(from, tableOf(near), everywhere, target)
  return [
    change(
      'own-nat',
      `Add an internet gateway and a public NAT gateway to ${coded(near)}, with a default route to the latter`,
      led(nat(attached, 'edge'), 'nat-own'),
    ),
    change(
      'over-hub',
      `Route 0.0.0.0/0 of ${coded(near)} over the peering connection to the NAT gateway in ${coded(hub)}`,
      led(topology, pcx(hub, near)),
    ),
    change(
      'own-gateway',
      `Add an internet gateway to ${coded(near)}, and route 0.0.0.0/0 of the subnets there to the internet gateway`,
      led(attached, gateway),
    ),
    change(
      'nat-alone',
      `Add a public NAT gateway to a private subnet of ${coded(near)}, with a default route of the other subnets to it`,
      led(nat(topology, 'inner'), 'nat-own'),
    ),
    change(
      'no-route',
      `Add an internet gateway and a public NAT gateway to ${coded(near)}, which enter themselves in its route tables`,
      nat(attached, 'edge'),
    ),
  ]
}

/** What colleagues propose: one change that helps, and others that help where peering is misunderstood. */
export function changesFor(ground: PeeringGround, topology: Topology): readonly Change[] {
  const propose = {
    spokes: betweenSpokes,
    'hub-to-spoke': fromHub,
    office: toOffice,
    internet: toInternet,
  } as const
  return propose[ground.kind](ground, topology)
}
