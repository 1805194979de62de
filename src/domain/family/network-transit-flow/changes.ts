import type { Topology } from '../../cloud/network/types.ts'
import type { Change } from '../network/mends.ts'
import { attachmentOf, type TransitGround, union, withSubnetRoutes, withTable } from './scenario.ts'

const change = (id: string, text: string, after: Topology): Change => ({ id, text, after })

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

/** A network with what the words of a proposal need: names in code style, and the attachment of the story. */
type Draft = Pick<TransitGround, 'spoke' | 'other' | 'core' | 'office'> & {
  readonly topology: Topology
  readonly id: string
} & Readonly<Record<'own' | 'shared' | 'mine' | 'second' | 'central', string>>

const proposals: Readonly<Record<TransitGround['kind'], (draft: Draft) => readonly Change[]>> = {
  'no-way-back': (draft) => [
    change(
      'propagate',
      `Propagate the ${draft.mine} attachment to the route table ${draft.shared}`,
      withTable(draft.topology, 1, ({ propagations }) => ({ propagations: [...propagations, draft.id] })),
    ),
    change(
      'move',
      `Associate the ${draft.mine} attachment with the route table ${draft.shared}`,
      moved(draft.topology, draft.id),
    ),
    change(
      'propagate-own',
      `Propagate the ${draft.mine} attachment to the route table ${draft.own}`,
      withTable(draft.topology, 0, ({ propagations }) => ({ propagations: [...propagations, draft.id] })),
    ),
    change(
      'flat',
      `Propagate each VPC attachment to both route tables, ${draft.own} and ${draft.shared}`,
      [0, 1].reduce(
        (seen, place) =>
          withTable(seen, place as 0 | 1, ({ propagations }) => ({
            propagations: union(...propagations, ...[draft.spoke, draft.other, draft.core].map(attachmentOf)),
          })),
        draft.topology,
      ),
    ),
  ],
  leak: (draft) => [
    change(
      'stop-own',
      `Stop the propagation of ${draft.mine} and ${draft.second} to the route table ${draft.own}`,
      withTable(draft.topology, 0, ({ propagations }) => ({
        propagations: propagations.filter((one) => one !== draft.id && one !== attachmentOf(draft.other)),
      })),
    ),
    change(
      'stop-shared',
      `Stop the propagation of ${draft.mine} and ${draft.second} to the route table ${draft.shared}`,
      withTable(draft.topology, 1, () => ({ propagations: [] })),
    ),
    change(
      'blackhole',
      `Add a blackhole route for 10.64.0.0/10 to the route table ${draft.own}`,
      withTable(draft.topology, 0, () => ({
        routes: [{ destination: '10.64.0.0/10', target: 'blackhole' }],
      })),
    ),
    change(
      'unrouted',
      `Delete the routes to the transit gateway from the subnets of ${draft.mine}`,
      withSubnetRoutes(draft.topology, draft.spoke, []),
    ),
  ],
  blackhole: (draft) => [
    change(
      'delete',
      `Delete the blackhole route for ${draft.office.cidr} from the route table ${draft.own}`,
      withTable(draft.topology, 0, () => ({ routes: [] })),
    ),
    change(
      'broader',
      `Add a static route for 172.16.0.0/12 to the VPN attachment to the route table ${draft.own}`,
      withTable(draft.topology, 0, ({ routes }) => ({
        routes: [...routes, { destination: '172.16.0.0/12', target: attachmentOf(draft.office) }],
      })),
    ),
    change(
      'other-table',
      `Add a static route for ${draft.office.cidr} to the VPN attachment to the route table ${draft.shared}`,
      withTable(draft.topology, 1, () => ({
        routes: [{ destination: draft.office.cidr, target: attachmentOf(draft.office) }],
      })),
    ),
    change(
      'move',
      `Associate the ${draft.mine} attachment with the route table ${draft.shared}`,
      moved(draft.topology, draft.id),
    ),
  ],
  'no-subnet-route': (draft) => [
    change(
      'subnet-route',
      `Add a route for 10.0.0.0/8 to the transit gateway to the route tables of ${draft.mine}`,
      withSubnetRoutes(draft.topology, draft.spoke, ['10.0.0.0/8']),
    ),
    change(
      'placed',
      `Extend the attachment of ${draft.mine} to the subnets that the servers are in`,
      withAttachmentIn(draft.topology, draft.id, `hosts-${draft.spoke.name}`),
    ),
    change(
      'propagate-own',
      `Propagate the ${draft.mine} attachment to the route table ${draft.own} as well`,
      withTable(draft.topology, 0, ({ propagations }) => ({ propagations: [...propagations, draft.id] })),
    ),
    change(
      'static',
      `Add a static route for ${draft.core.cidr} to the ${draft.central} attachment to the route table ${draft.own}`,
      withTable(draft.topology, 0, () => ({
        routes: [{ destination: draft.core.cidr, target: attachmentOf(draft.core) }],
      })),
    ),
  ],
}

/** What colleagues propose: one change that helps, and others that help where transit gateways are misunderstood. */
export function changesFor(ground: TransitGround, topology: Topology): readonly Change[] {
  const { kind, spoke, other, core, tables } = ground
  const code = (name: string): string => `\`${name}\``
  return proposals[kind]({
    ...ground,
    topology,
    id: attachmentOf(spoke),
    ...{ own: code(tables[0]), shared: code(tables[1]) },
    ...{ mine: code(spoke.name), second: code(other.name), central: code(core.name) },
  })
}
