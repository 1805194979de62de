import type { Topology } from '../../cloud/network/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Change } from '../network/mends.ts'
import { chance } from '../parts/draw.ts'
import {
  type Case,
  everywhere,
  everywhere6,
  hostTable,
  vpc,
  withAddress,
  withHost,
  withoutAddress,
  withoutRoute,
  withRoute,
} from './scenario.ts'

type Names = { readonly subnet: string; readonly publicSubnet: string; readonly natSubnet: string }

const change = (id: string, text: string, after: Topology): Change => ({ id, text, after })

/** A gateway endpoint for object storage in the table of the hosts. */
const withEndpoint = (topology: Topology): Topology => ({
  ...topology,
  endpoints: [{ id: 'vpce-store', kind: 'gateway', vpc, service: 'store', routeTables: [hostTable] }],
})

/** The NAT gateway in the subnet of the hosts. */
const withNatHere = (topology: Topology): Topology => ({
  ...topology,
  natGateways: (topology.natGateways ?? []).map((gateway) =>
    gateway.id === 'nat'
      ? { ...gateway, subnet: 'hosts', address: gateway.address.replace(/\.1\.9$/, '.10.9') }
      : gateway,
  ),
})

const withIpv6 = (topology: Topology): Topology =>
  withRoute(
    withHost(topology, (instance) => ({ ...instance, ipv6: '2001:db8:1:10::20' })),
    hostTable,
    { destination: everywhere6, target: 'eigw' },
  )

const outward = ({ topology, subnet }: Pick<Draft, 'topology' | 'subnet'>): readonly Change[] => {
  const viaGateway = withRoute(topology, hostTable, { destination: everywhere, target: 'igw' })
  return [
    change('igw', `Point the default route of ${subnet} at the internet gateway`, viaGateway),
    change('address', 'Associate an Elastic IP address with each of the instances', withAddress(topology)),
    change(
      'address-igw',
      `Associate Elastic IP addresses, and point the default route of ${subnet} at the internet gateway`,
      withAddress(viaGateway),
    ),
    change(
      'endpoint',
      `Add an Amazon S3 gateway endpoint to the route table of ${subnet}`,
      withEndpoint(topology),
    ),
  ]
}

/** A network with the names of its subnets; `set` gives it another default route. */
type Draft = Names & {
  readonly topology: Topology
  readonly random: SeededRandom
  readonly set: (target: string) => Topology
}

const inward = ({ topology, subnet, set }: Draft): readonly Change[] => [
  change(
    'egress-only',
    `Give the instance an IPv6 address, and route ::/0 of ${subnet} to an egress-only internet gateway`,
    withIpv6(topology),
  ),
  change(
    'nat-here',
    `Create a NAT gateway in ${subnet} itself, and point the default route of ${subnet} at it`,
    withNatHere(set('nat')),
  ),
]

const proposals: Readonly<Record<Case, (draft: Draft) => readonly Change[]>> = {
  'no-way-out': (draft) => [
    change(
      'nat',
      `Point the default route of ${draft.subnet} at a NAT gateway in ${draft.publicSubnet}`,
      draft.set('nat'),
    ),
    change(
      'nat-inner',
      `Point the default route of ${draft.subnet} at a new public NAT gateway in ${draft.natSubnet}`,
      draft.set('nat-inner'),
    ),
    ...outward(draft),
  ],
  'nat-inside': (draft) => [
    chance(draft.random, 0.5)
      ? change(
          'nat',
          `Create a NAT gateway in ${draft.publicSubnet}, and point the default route of ${draft.subnet} at it`,
          draft.set('nat'),
        )
      : change(
          'nat-routed',
          `Add a default route to the internet gateway to the route table of ${draft.natSubnet}`,
          withRoute(draft.topology, 'rt-inner', { destination: everywhere, target: 'igw' }),
        ),
    ...outward(draft),
  ],
  'nat-before-host': (draft) => [
    change('igw', `Point the default route of ${draft.subnet} at the internet gateway`, draft.set('igw')),
    change(
      'nat-published',
      'Release the Elastic IP address of the instance, and publish that of the NAT gateway instead',
      withoutAddress(draft.set('nat')),
    ),
    ...inward(draft),
  ],
  'no-address': (draft) => [
    change(
      'address',
      'Associate an Elastic IP address with the network interface of the instance',
      withAddress(draft.topology),
    ),
    change(
      'nat-published',
      `Point the default route of ${draft.subnet} at a NAT gateway, and publish the address of that gateway`,
      withoutAddress(draft.set('nat')),
    ),
    ...inward(draft),
    change(
      'client-route',
      `Add a route for the address range of the clients to the internet gateway in ${draft.subnet}`,
      withRoute(draft.topology, hostTable, { destination: '198.51.100.0/24', target: 'igw' }),
    ),
  ],
  'ipv6-open': (draft) => [
    change(
      'egress-only',
      `Point the ::/0 route of ${draft.subnet} at an egress-only internet gateway`,
      withRoute(draft.topology, hostTable, { destination: everywhere6, target: 'eigw' }),
    ),
    change(
      'nat6',
      `Delete the ::/0 route of ${draft.subnet}, and leave outbound traffic to the NAT gateway`,
      withoutRoute(draft.topology, hostTable, everywhere6),
    ),
    change(
      'no-address',
      'Release the public IPv4 addresses of the instances, and keep their IPv6 addresses',
      withoutAddress(draft.topology),
    ),
    change(
      'longer',
      `Replace the ::/0 route of ${draft.subnet} with one for 2000::/3 to the internet gateway`,
      withRoute(withoutRoute(draft.topology, hostTable, everywhere6), hostTable, {
        destination: '2000::/3',
        target: 'igw',
      }),
    ),
  ],
}

/** What colleagues propose: one change that helps, and others that help where a gateway is misunderstood. */
export const changesFor = (
  kind: Case,
  topology: Topology,
  names: Names,
  random: SeededRandom,
): readonly Change[] =>
  proposals[kind]({
    ...names,
    ...{ topology, random },
    set: (target) => withRoute(topology, hostTable, { destination: everywhere, target }),
  })
