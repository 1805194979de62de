import type { Topology } from '../../cloud/network/types.ts'
import { mending, type Sight } from '../network/mends.ts'
import type { Misconception } from '../types.ts'
import {
  attachmentOf,
  type Case,
  type TransitScenario,
  tableIn,
  tableOf,
  union,
  withSubnetRoutes,
  withTable,
} from './scenario.ts'

/** The changes after which connections are made and refused as they should be. */
export const solveTransit = mending<TransitScenario>()

/** Attachments of one table reach each other. */
const associationPropagates = (topology: Topology): Topology =>
  ([0, 1] as const).reduce(
    (seen, place) =>
      withTable(seen, place, ({ associations, propagations }) => ({
        propagations: union(...propagations, ...associations),
      })),
    topology,
  )

/** Replies follow the table of the attachment that asked. */
const repliesByOwnTable: Sight<TransitScenario>['connects'] = (
  { reachable, blockedBy },
  topology,
  { spoke },
) =>
  reachable ||
  (blockedBy?.direction === 'reply' && tableIn(topology, 0).propagations.includes(attachmentOf(spoke)))

/** What stops propagating to the shared table is lost to the other spokes, and not to the shared networks. */
function sharedTableConnectsSpokes(topology: Topology, { spoke, other }: TransitScenario): Topology {
  const spokes = [spoke, other].map(attachmentOf)
  const shared = tableIn(topology, 1)
  if (spokes.some((id) => shared.propagations.includes(id))) return topology
  const apart = withTable(topology, 0, ({ propagations }) => ({
    propagations: propagations.filter((id) => !spokes.includes(id)),
  }))
  return withTable(apart, 1, () => ({ propagations: spokes }))
}

/** A static blackhole route counts before longer propagated ones. */
function blackholeFirst(topology: Topology, { spoke, other }: TransitScenario): Topology {
  const spokes = [spoke, other].map(attachmentOf)
  return tableIn(topology, 0).routes.some(({ target }) => target === 'blackhole')
    ? withTable(topology, 0, ({ propagations }) => ({
        routes: [],
        propagations: propagations.filter((id) => !spokes.includes(id)),
      }))
    : topology
}

const hasSubnetRoutes = ({ routeTables = [] }: Topology, id: string): boolean =>
  routeTables.some((table) => table.id === id && table.routes.length > 0)

/** Subnets without a route reach what the attachment of their VPC is for. */
const attachmentAddsRoutes = (topology: Topology, { spoke, core }: TransitScenario): Topology =>
  hasSubnetRoutes(topology, tableOf(spoke)) ? topology : withSubnetRoutes(topology, spoke, [core.cidr])

/** The subnets of the spoke get routes when something else is done. */
const addsRoutesWhen =
  (isDone: (topology: Topology, scenario: TransitScenario) => boolean): Sight<TransitScenario>['view'] =>
  (topology, scenario) =>
    isDone(topology, scenario) ? attachmentAddsRoutes(topology, scenario) : topology

const isPlacedBesideServers = ({ transitGateways }: Topology, { spoke }: TransitScenario): boolean =>
  transitGateways?.[0]?.attachments.some(
    (one) => one.kind === 'vpc' && one.subnets.includes(`hosts-${spoke.name}`),
  ) === true

/** A live static route of a table takes the place of a blackhole, whatever the prefixes. */
const liveRouteFirst = (topology: Topology): Topology =>
  tableIn(topology, 0).routes.length > 1
    ? withTable(topology, 0, ({ routes }) => ({
        routes: routes.filter(({ target }) => target !== 'blackhole'),
      }))
    : topology

/** Static routes of one table hold for the whole gateway. */
const tablesShareRoutes = (topology: Topology): Topology =>
  tableIn(topology, 1).routes.length > 0
    ? withTable(topology, 0, () => ({ routes: tableIn(topology, 1).routes }))
    : topology

/** The subnets of the shared VPC name the spoke, which is taken to lead replies back to it. */
const subnetsLeadBack: Sight<TransitScenario>['connects'] = (
  { reachable, blockedBy },
  { routeTables = [] },
  { spoke, core },
) =>
  reachable ||
  (blockedBy?.direction === 'reply' &&
    routeTables.some(
      ({ id, routes }) =>
        id === tableOf(core) && routes.some(({ destination }) => destination === spoke.cidr),
    ))

/** Spokes that share a table never reach each other. */
const tableIsolates: Sight<TransitScenario>['connects'] = ({ reachable }, _, __, { works }) =>
  reachable && works

const belief = (
  id: string,
  statement: string,
  about: readonly Case[],
  sight: Sight<TransitScenario>,
): Misconception<TransitScenario> => {
  const solve = mending(sight)
  return {
    id,
    statement,
    solve: (scenario, facts) => (about.includes(scenario.kind) ? solve(scenario, facts) : []),
  }
}

/** Beliefs about the route tables of a transit gateway. */
export const transitMisconceptions: readonly Misconception<TransitScenario>[] = [
  belief(
    'association-propagates',
    'Attachments that are associated with one route table reach each other.',
    ['no-way-back', 'blackhole'],
    { view: associationPropagates },
  ),
  belief(
    'replies-by-own-table',
    'Replies are routed by the table of the attachment that opened the connection.',
    ['no-way-back'],
    { connects: repliesByOwnTable },
  ),
  belief(
    'table-isolates',
    'Attachments that share a route table stay apart, whatever propagates to it.',
    ['no-way-back'],
    { connects: tableIsolates },
  ),
  belief(
    'appliance-mode',
    'Appliance mode sends replies back over the attachment that the requests came from, without a route.',
    ['no-way-back'],
    { trusts: 'appliance mode' },
  ),
  belief(
    'subnets-lead-back',
    'Routes in the subnets of a VPC also lead its packets through the transit gateway.',
    ['no-way-back'],
    { connects: subnetsLeadBack },
  ),
  belief(
    'names-make-paths',
    'VPCs on a transit gateway are apart when they cannot resolve the names of each other.',
    ['leak'],
    { trusts: 'dns' },
  ),
  belief(
    'propagation-replaces-static',
    'A route that is propagated afresh takes the place of a static route for the same range.',
    ['blackhole'],
    { trusts: 'tunnels' },
  ),
  belief(
    'groups-first',
    'A connection that times out was dropped by the security group of the server.',
    ['no-subnet-route'],
    { trusts: 'groups' },
  ),
  belief(
    'shared-table-connects-spokes',
    'Spokes reach each other through the route table of the shared networks.',
    ['leak'],
    { view: sharedTableConnectsSpokes },
  ),
  belief('blackhole-first', 'A static route outranks a propagated route with a longer prefix.', ['leak'], {
    view: blackholeFirst,
  }),
  belief(
    'attachment-adds-routes',
    'A VPC reaches shared networks over its attachment without routes in its subnets.',
    ['leak'],
    { view: attachmentAddsRoutes },
  ),
  belief('live-route-first', 'A route with a live target outranks a blackhole route.', ['blackhole'], {
    view: liveRouteFirst,
  }),
  belief('tables-share-routes', 'A static route holds for the whole transit gateway.', ['blackhole'], {
    view: tablesShareRoutes,
  }),
  belief(
    'placed-means-routed',
    'Subnets in which an attachment is placed need no route to the transit gateway.',
    ['no-subnet-route'],
    { view: addsRoutesWhen(isPlacedBesideServers) },
  ),
  belief(
    'propagation-reaches-subnets',
    'Propagation to the associated route table also fills the route tables of the VPC.',
    ['no-subnet-route'],
    {
      view: addsRoutesWhen((topology, { spoke }) =>
        tableIn(topology, 0).propagations.includes(attachmentOf(spoke)),
      ),
    },
  ),
  belief(
    'static-reaches-subnets',
    'A static route of the transit gateway also appears in the VPCs that are associated with its table.',
    ['no-subnet-route'],
    { view: addsRoutesWhen((topology) => tableIn(topology, 0).routes.length > 0) },
  ),
]
