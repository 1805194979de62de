import type { Topology } from '../../cloud/network/types.ts'
import type { Change } from '../network/mends.ts'
import {
  everywhere,
  type NamedVpc,
  type PeeringGround,
  pcx,
  tableOf,
  withInbound,
  withPeering,
  withRoute,
} from './scenario.ts'

const change = (id: string, text: string, after: Topology, beside?: string): Change => ({
  ...{ id, text, after },
  ...(beside === undefined ? {} : { beside }),
})

/** Routes of two VPCs to each other over one target each. */
const bothWays = (
  topology: Topology,
  left: NamedVpc,
  right: NamedVpc,
  targets: readonly [string, string],
): Topology =>
  withRoute(withRoute(topology, tableOf(left), right.cidr, targets[0]), tableOf(right), left.cidr, targets[1])

const resolution = (topology: Topology, which: string): Change =>
  change('dns', `Turn on DNS resolution for the ${which}`, topology, 'dns')

function betweenSpokes({ hub, near, far, story }: PeeringGround, topology: Topology): readonly Change[] {
  const id = pcx(near, far)
  const direct = withPeering(topology, { id, vpcs: [near.name, far.name] })
  const relayed = withRoute(topology, tableOf(near), far.cidr, pcx(hub, near))
  return [
    change(
      'direct',
      `Peer the ${story.near} VPC with the ${story.far} VPC, and add routes in both`,
      bothWays(direct, near, far, [id, id]),
    ),
    change(
      'over-hub',
      `In both VPCs, route the range of the counterpart to the existing peering connection`,
      bothWays(topology, near, far, [pcx(hub, near), pcx(hub, far)]),
    ),
    change(
      'one-route',
      `Peer the ${story.near} VPC with the ${story.far} VPC, and add a route in the ${story.near} VPC`,
      withRoute(direct, tableOf(near), far.cidr, id),
    ),
    change(
      'through-nat',
      `Send the calls through the NAT gateway of the ${story.hub} VPC`,
      withRoute(relayed, tableOf(hub), far.cidr, `nat-${hub.name}`),
    ),
    change(
      'hub-groups',
      `Admit the callers in the security groups of the ${story.hub} VPC`,
      withInbound(topology, hub, near.cidr, 443),
    ),
    resolution(topology, 'two peering connections'),
  ]
}

function fromHub({ hub, near, story }: PeeringGround, topology: Topology): readonly Change[] {
  const id = pcx(hub, near)
  return [
    change(
      'route-back',
      `Add a route to the ${story.hub} VPC in the route tables of the ${story.near} VPC`,
      withRoute(topology, tableOf(near), hub.cidr, id),
    ),
    change(
      'default',
      `Point the default route of the ${story.near} VPC at the peering connection`,
      withRoute(topology, tableOf(near), everywhere, id),
    ),
    change(
      'swap',
      `Delete the peering connection, and request it again from the ${story.hub} VPC`,
      withPeering(topology, { id, vpcs: [hub.name, near.name] }),
    ),
    change(
      'group',
      `Open the ephemeral ports for replies in the security group of ${story.caller}`,
      withInbound(topology, hub, near.cidr, [1024, 65_535]),
    ),
    change(
      'acl',
      `Allow outbound ephemeral ports in the network ACL of the ${story.near} VPC`,
      topology,
      'acl',
    ),
  ]
}

function toOffice({ hub, near, office, story }: PeeringGround, topology: Topology): readonly Change[] {
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
      `Create a VPN connection for the ${story.near} VPC, and route the data center range to it`,
      withRoute(own, tableOf(near), office, 'vgw-own'),
    ),
    change(
      'over-hub',
      `Route the data center range in the ${story.near} VPC to the peering connection`,
      overHub,
    ),
    change(
      'through-nat',
      `Send the traffic over the peering connection to the NAT gateway of the ${story.hub} VPC`,
      withRoute(overHub, tableOf(hub), office, `nat-${hub.name}`),
    ),
    change(
      'announced',
      `Announce the range of the ${story.near} VPC to the data center over the existing tunnels`,
      topology,
      'announcement',
    ),
    change(
      'hub-groups',
      `Admit the ${story.near} VPC in the security groups of the ${story.hub} VPC`,
      withInbound(topology, hub, near.cidr, 443),
    ),
  ]
}

const withNat = (topology: Topology, near: NamedVpc, place: 'edge' | 'inner'): Topology => ({
  ...topology,
  natGateways: [
    ...(topology.natGateways ?? []),
    {
      id: 'nat-own',
      subnet: `${place}-${near.name}`,
      address: near.cidr.replace('.0.0/16', place === 'edge' ? '.2.9' : '.3.9'),
      publicAddress: '203.0.113.29',
    },
  ],
})

function toInternet({ hub, near, story }: PeeringGround, topology: Topology): readonly Change[] {
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
  const led = (from: Topology, target: string): Topology => withRoute(from, tableOf(near), everywhere, target)
  return [
    change(
      'own-nat',
      `Give the ${story.near} VPC an internet gateway and a NAT gateway of its own, with routes to them`,
      led(withNat(attached, near, 'edge'), 'nat-own'),
    ),
    change(
      'over-hub',
      `Point the default route of the ${story.near} VPC at the peering connection`,
      led(topology, pcx(hub, near)),
    ),
    change(
      'own-gateway',
      `Attach an internet gateway to the ${story.near} VPC, and point the default route of the private subnets at it`,
      led(attached, gateway),
    ),
    change(
      'nat-alone',
      `Create a NAT gateway in one of the private subnets, and point the default route of the others at it`,
      led(withNat(topology, near, 'inner'), 'nat-own'),
    ),
    change('address', `Associate Elastic IP addresses with the instances in the ${story.near} VPC`, {
      ...topology,
      instances: (topology.instances ?? []).map((one) =>
        one.id === `host-${near.name}` ? { ...one, publicAddress: '203.0.113.77' } : one,
      ),
    }),
    resolution(topology, 'peering connection in both VPCs'),
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
