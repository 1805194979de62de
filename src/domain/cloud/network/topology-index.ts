import type { ShapeFault } from '../shape.ts'
import { parseAddress } from './cidr.ts'
import type {
  NetworkAcl,
  OnPremisesNetwork,
  RouteTable,
  SecurityGroup,
  Service,
  Subnet,
  Topology,
  TransitGateway,
  Vpc,
} from './types.ts'

/** The parts of a topology by id, and which VPCs each target of a route can serve. */
export type TopologyIndex = {
  readonly vpcs: ReadonlyMap<string, Vpc>
  readonly subnets: ReadonlyMap<string, Subnet>
  readonly routeTables: ReadonlyMap<string, RouteTable>
  readonly networkAcls: ReadonlyMap<string, NetworkAcl>
  readonly securityGroups: ReadonlyMap<string, SecurityGroup>
  readonly services: ReadonlyMap<string, Service>
  readonly networks: ReadonlyMap<string, OnPremisesNetwork>
  readonly transitGateways: ReadonlyMap<string, TransitGateway>
  readonly virtualPrivateGateways: ReadonlySet<string>
  readonly egressOnlyGateways: ReadonlySet<string>
  readonly natGateways: ReadonlySet<string>
  /** VPCs that may route to a target; null stands for every VPC. */
  readonly servedBy: ReadonlyMap<string, readonly string[] | null>
}

type Identified = { readonly id: string }

const byId = <T extends Identified>(list: readonly T[] | undefined): ReadonlyMap<string, T> =>
  new Map((list ?? []).map((each) => [each.id, each]))

const idsOf = (list: readonly Identified[] | undefined): ReadonlySet<string> =>
  new Set((list ?? []).map(({ id }) => id))

function servedBy(topology: Topology): ReadonlyMap<string, readonly string[] | null> {
  const subnets = byId(topology.subnets)
  const attached = [
    ...(topology.internetGateways ?? []),
    ...(topology.egressOnlyGateways ?? []),
    ...(topology.virtualPrivateGateways ?? []),
  ]
  return new Map<string, readonly string[] | null>([
    ...attached.map(({ id, vpc }) => [id, [vpc]] as const),
    ...(topology.natGateways ?? []).map(({ id, subnet }) => [id, [subnets.get(subnet)?.vpc ?? '']] as const),
    ...(topology.peerings ?? []).map(({ id, vpcs }) => [id, vpcs] as const),
    ...(topology.transitGateways ?? []).map(({ id }) => [id, null] as const),
  ])
}

/** Makes the index of a topology; of two parts with one id the last counts, and `duplicateIds` tells. */
export const indexTopology = (topology: Topology): TopologyIndex => ({
  vpcs: byId(topology.vpcs),
  subnets: byId(topology.subnets),
  routeTables: byId(topology.routeTables),
  networkAcls: byId(topology.networkAcls),
  securityGroups: byId(topology.securityGroups),
  services: byId(topology.services),
  networks: byId(topology.networks),
  transitGateways: byId(topology.transitGateways),
  virtualPrivateGateways: idsOf(topology.virtualPrivateGateways),
  egressOnlyGateways: idsOf(topology.egressOnlyGateways),
  natGateways: idsOf(topology.natGateways),
  servedBy: servedBy(topology),
})

const reserved = new Set(['local', 'blackhole'])

/** Every id with its place, in the order of the lists. */
function placedIds(topology: Topology): { readonly at: string; readonly id: string }[] {
  const placed = (at: string, list: readonly Identified[]) =>
    list.map(({ id }, index) => ({ at: `${at}[${index}].id`, id }))
  const top = Object.entries(topology as Readonly<Record<string, readonly Identified[] | undefined>>)
  const inside = (topology.transitGateways ?? []).flatMap((gateway, index) => [
    ...placed(`transitGateways[${index}].attachments`, gateway.attachments),
    ...placed(`transitGateways[${index}].routeTables`, gateway.routeTables),
  ])
  return [...top.flatMap(([name, list]) => placed(name, list ?? [])), ...inside]
}

/**
 * Ids that name two parts, or that a route or question would read as something else.
 *
 * @example idFaults({ vpcs: [{ id: 'local', cidrs: ['10.0.0.0/16'] }] }).length // 1
 */
export function idFaults(topology: Topology): ShapeFault[] {
  const seen = new Set<string>()
  return placedIds(topology).flatMap(({ at, id }) => {
    const twice = seen.has(id)
    seen.add(id)
    if (twice) return [{ at, text: `"${id}" is the id of two parts; ids are unique over the whole topology` }]
    if (reserved.has(id)) return [{ at, text: `"${id}" is a word of route tables; choose another id` }]
    return parseAddress(id) === null ? [] : [{ at, text: `"${id}" is an address; choose another id` }]
  })
}

/** A fault unless the id is known. @example unknownId('subnets[0].vpc', 'a', new Map(), 'VPC')[0]?.text // '"a" is no VPC of this topology' */
export const unknownId = (
  at: string,
  id: string,
  known: { readonly has: (id: string) => boolean },
  what: string,
): ShapeFault[] => (known.has(id) ? [] : [{ at, text: `"${id}" is no ${what} of this topology` }])

/** The faults of a list, each member with its place. */
export const eachPlaced = <T>(
  at: string,
  list: readonly T[] | undefined,
  check: (member: T, at: string) => readonly ShapeFault[],
): ShapeFault[] => (list ?? []).flatMap((member, index) => check(member, `${at}[${index}]`))

/** Which members of a list each VPC may have once: all of them, or those that count. */
type Once<T> = { readonly what: string; readonly counts?: (member: T) => boolean }

/** Faults of members of which each VPC may have one only. */
export function oneForEachVpc<T extends { readonly vpc: string }>(
  at: string,
  list: readonly T[] | undefined,
  { what, counts = () => true }: Once<T>,
): ShapeFault[] {
  const seen = new Set<string>()
  return eachPlaced(at, list, (member, place) => {
    if (!counts(member)) return []
    const twice = seen.has(member.vpc)
    seen.add(member.vpc)
    return twice ? [{ at: place, text: `"${member.vpc}" has ${what} already` }] : []
  })
}
