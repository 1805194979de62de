import type { ShapeFault } from '../shape.ts'
import { blockFaults } from './check-blocks.ts'
import { eachPlaced, oneForEachVpc, type TopologyIndex, unknownId } from './topology-index.ts'
import type { Attachment, Topology, TransitGateway, TransitRouteTable } from './types.ts'

const attachmentFaults =
  (index: TopologyIndex) =>
  (attachment: Attachment, at: string): ShapeFault[] => {
    if (attachment.kind !== 'vpc')
      return unknownId(`${at}.network`, attachment.network, index.networks, 'on-premises network')
    const { vpc, subnets } = attachment
    const zones = subnets.map((id) => index.subnets.get(id)?.zone)
    return [
      ...unknownId(`${at}.vpc`, vpc, index.vpcs, 'VPC'),
      ...eachPlaced(`${at}.subnets`, subnets, (id, place) => {
        if (index.subnets.get(id)?.vpc !== vpc)
          return [{ at: place, text: `"${id}" is no subnet of "${vpc}"` }]
        const doubled = zones.filter((zone) => zone === index.subnets.get(id)?.zone).length > 1
        return doubled ? [{ at: place, text: 'an attachment has one subnet in each zone' }] : []
      }),
    ]
  }

/** Ids that a gateway's tables may name, and those of peerings among them. */
type Known = { readonly attachments: ReadonlySet<string>; readonly peerings: ReadonlySet<string> }

const tableFaults =
  ({ attachments, peerings }: Known) =>
  ({ associations, propagations, routes }: TransitRouteTable, at: string): ShapeFault[] => {
    const named = (id: string, place: string) =>
      unknownId(place, id, attachments, 'attachment of this gateway')
    return [
      ...eachPlaced(`${at}.associations`, associations, named),
      ...eachPlaced(`${at}.propagations`, propagations, (id, place) =>
        peerings.has(id)
          ? [{ at: place, text: `"${id}" is a peering, which propagates nothing; add static routes` }]
          : named(id, place),
      ),
      ...eachPlaced(`${at}.routes`, routes, ({ destination, target }, place) => [
        ...blockFaults(destination, `${place}.destination`),
        ...(target === 'blackhole' ? [] : named(target, `${place}.target`)),
      ]),
      ...routes.flatMap(({ destination }, index) =>
        routes.slice(0, index).some((earlier) => earlier.destination === destination)
          ? [{ at: `${at}.routes[${index}]`, text: `${destination} has another static route` }]
          : [],
      ),
    ]
  }

/** An attachment is associated with one table at most. */
function associationFaults({ routeTables }: TransitGateway, at: string): ShapeFault[] {
  const placed = routeTables.flatMap(({ associations }, table) =>
    associations.map((id, index) => ({ id, at: `${at}.routeTables[${table}].associations[${index}]` })),
  )
  return placed.flatMap(({ id, at: place }, index) =>
    placed.slice(0, index).some((earlier) => earlier.id === id)
      ? [{ at: place, text: `"${id}" is associated with another table already` }]
      : [],
  )
}

const transitFaults =
  (topology: Topology, index: TopologyIndex) =>
  (gateway: TransitGateway, at: string): ShapeFault[] => {
    const peerings = new Set(
      (topology.transitPeerings ?? [])
        .filter(({ transitGateways }) => transitGateways.includes(gateway.id))
        .map(({ id }) => id),
    )
    const attachments = new Set([...gateway.attachments.map(({ id }) => id), ...peerings])
    return [
      ...eachPlaced(`${at}.attachments`, gateway.attachments, attachmentFaults(index)),
      ...eachPlaced(`${at}.routeTables`, gateway.routeTables, tableFaults({ attachments, peerings })),
      ...associationFaults(gateway, at),
    ]
  }

/** Faults of transit gateways, their peerings, virtual private gateways and on-premises networks. */
export const hybridFaults = (topology: Topology, index: TopologyIndex): ShapeFault[] => [
  ...eachPlaced('transitGateways', topology.transitGateways, transitFaults(topology, index)),
  ...eachPlaced('transitPeerings', topology.transitPeerings, ({ transitGateways }, at) =>
    eachPlaced(`${at}.transitGateways`, transitGateways, (id, place) =>
      unknownId(place, id, index.transitGateways, 'transit gateway'),
    ),
  ),
  ...eachPlaced('virtualPrivateGateways', topology.virtualPrivateGateways, ({ vpc, networks }, at) => [
    ...unknownId(`${at}.vpc`, vpc, index.vpcs, 'VPC'),
    ...eachPlaced(`${at}.networks`, networks, (id, place) =>
      unknownId(place, id, index.networks, 'on-premises network'),
    ),
  ]),
  ...oneForEachVpc('virtualPrivateGateways', topology.virtualPrivateGateways, {
    what: 'a virtual private gateway',
  }),
  ...eachPlaced('networks', topology.networks, ({ cidrs }, at) =>
    eachPlaced(`${at}.cidrs`, cidrs, blockFaults),
  ),
]
