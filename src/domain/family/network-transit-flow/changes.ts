import type { Topology } from '../../cloud/network/types.ts'
import type { Change } from '../network/mends.ts'
import {
  attachmentOf,
  privateRanges,
  type TransitGround,
  union,
  withSubnetRoutes,
  withTable,
} from './scenario.ts'

const change = (id: string, text: string, after: Topology, beside?: string): Change => ({
  ...{ id, text, after },
  ...(beside === undefined ? {} : { beside }),
})

/** The topology with the story's spoke moved to the other route table. */
const moved = (topology: Topology, id: string): Topology =>
  withTable(
    withTable(topology, 0, ({ associations }) => ({
      associations: associations.filter((one) => one !== id),
    })),
    1,
    ({ associations }) => ({ associations: [...associations, id] }),
  )

/** The topology with an attachment placed in another subnet of its zone. */
const withAttachmentIn = (topology: Topology, id: string, subnet: string): Topology => ({
  ...topology,
  transitGateways: (topology.transitGateways ?? []).map((gateway) => ({
    ...gateway,
    attachments: gateway.attachments.map((one) =>
      one.id === id && one.kind === 'vpc' ? { ...one, subnets: [subnet] } : one,
    ),
  })),
})

/** The topology with attachments that propagate to one route table more. */
const propagated = (topology: Topology, place: 0 | 1, ids: readonly string[]): Topology =>
  withTable(topology, place, ({ propagations }) => ({ propagations: union(...propagations, ...ids) }))

/** The topology with a static route more in one route table. */
const routed = (topology: Topology, place: 0 | 1, destination: string, target: string): Topology =>
  withTable(topology, place, ({ routes }) => ({ routes: [...routes, { destination, target }] }))

type Propose = (ground: TransitGround, topology: Topology) => readonly Change[]

const noWayBack: Propose = ({ spoke, other, core, story }, topology) => [
  change(
    'propagate',
    `Propagate the ${story.spoke} attachment to the shared route table`,
    propagated(topology, 1, [attachmentOf(spoke)]),
  ),
  change(
    'move',
    `Associate the ${story.spoke} attachment with the shared route table`,
    moved(topology, attachmentOf(spoke)),
  ),
  change(
    'propagate-own',
    `Propagate the ${story.spoke} attachment to the spoke route table`,
    propagated(topology, 0, [attachmentOf(spoke)]),
  ),
  change(
    'flat',
    'Propagate each of the VPC attachments to both route tables',
    ([0, 1] as const).reduce(
      (seen, place) => propagated(seen, place, [spoke, other, core].map(attachmentOf)),
      topology,
    ),
  ),
  change(
    'subnets',
    `Add a route for the ${story.spoke} range to the subnets of the ${story.core} VPC`,
    withSubnetRoutes(topology, core, [...privateRanges, spoke.cidr]),
  ),
  change(
    'appliance',
    `Turn on appliance mode for the attachment of the ${story.core} VPC`,
    topology,
    'appliance mode',
  ),
]

const leak: Propose = ({ spoke, other, story }, topology) => {
  const ids = [spoke, other].map(attachmentOf)
  return [
    change(
      'stop-own',
      'Stop the propagation of the two attachments to the spoke route table',
      withTable(topology, 0, ({ propagations }) => ({
        propagations: propagations.filter((one) => !ids.includes(one)),
      })),
    ),
    change(
      'stop-shared',
      'Stop the propagation of the two attachments to the shared route table',
      withTable(topology, 1, () => ({ propagations: [] })),
    ),
    change(
      'blackhole',
      'Add a blackhole route for a larger block around both ranges to the spoke route table',
      routed(topology, 0, '10.64.0.0/10', 'blackhole'),
    ),
    change(
      'unrouted',
      `Delete the routes to the transit gateway in the subnets of the ${story.spoke} VPC`,
      withSubnetRoutes(topology, spoke, []),
    ),
    change('dns', 'Turn off DNS support for both of the attachments', topology, 'dns'),
  ]
}

const blackhole: Propose = ({ spoke, office, story }, topology) => [
  change(
    'delete',
    'Delete the blackhole route from the spoke route table',
    withTable(topology, 0, () => ({ routes: [] })),
  ),
  change(
    'broader',
    'Add a static route for 172.16.0.0/12 to the VPN attachment in the spoke route table',
    routed(topology, 0, '172.16.0.0/12', attachmentOf(office)),
  ),
  change(
    'other-table',
    'Add a static route for the range to the VPN attachment in the shared route table',
    routed(topology, 1, office.cidr, attachmentOf(office)),
  ),
  change(
    'move',
    `Associate the ${story.spoke} attachment with the shared route table`,
    moved(topology, attachmentOf(spoke)),
  ),
  change(
    'tunnels',
    'Reset the VPN tunnels, so that the range is announced and propagated again',
    topology,
    'tunnels',
  ),
]

const noSubnetRoute: Propose = ({ spoke, core, story }, topology) => [
  change(
    'subnet-route',
    'Add a route to the transit gateway in the route tables of the server subnets',
    withSubnetRoutes(topology, spoke, ['10.0.0.0/8']),
  ),
  change(
    'placed',
    `Place the ${story.spoke} attachment in the subnets of the servers`,
    withAttachmentIn(topology, attachmentOf(spoke), `hosts-${spoke.name}`),
  ),
  change(
    'propagate-own',
    `Propagate the ${story.spoke} attachment to the spoke route table as well`,
    propagated(topology, 0, [attachmentOf(spoke)]),
  ),
  change(
    'static',
    `Add a static route to the ${story.core} attachment in the spoke route table`,
    routed(topology, 0, core.cidr, attachmentOf(core)),
  ),
  change(
    'groups',
    `Admit the ${story.spoke} range in the security groups of the ${story.core} VPC`,
    topology,
    'groups',
  ),
]

const proposals: Readonly<Record<TransitGround['kind'], Propose>> = {
  'no-way-back': noWayBack,
  leak,
  blackhole,
  'no-subnet-route': noSubnetRoute,
}

/** What colleagues propose: one change that helps, and others that help where transit gateways are misunderstood. */
export const changesFor: Propose = (ground, topology) => proposals[ground.kind](ground, topology)
