import { fail, ok, type Result } from '../../kernel/result.ts'
import type { ShapeFault } from '../shape.ts'
import { addressBlockFaults, blocksOf } from './check-blocks.ts'
import { filterFaults } from './check-filters.ts'
import { hybridFaults } from './check-hybrid.ts'
import { interfaceFaults } from './check-interfaces.ts'
import { routingFaults } from './check-routing.ts'
import { type Address, parseAddress } from './cidr.ts'
import { compileAcl, compileGroup, defaultGroup, openAcl } from './compile-filters.ts'
import { compileTable, compileTargets, localTable } from './compile-routes.ts'
import type { EndpointNode, Group, Interface, Network, SubnetNode, VpcNode } from './network.ts'
import type { NetworkFacts } from './network-facts.ts'
import { idFaults, indexTopology } from './topology-index.ts'
import type { Subnet, Topology } from './types.ts'

/** A topology that cannot exist, with every fault and its place. */
export type NetworkInvalid = { readonly code: 'network-invalid'; readonly faults: readonly ShapeFault[] }

const addressesOf = (...texts: readonly (string | undefined)[]): Address[] =>
  texts.flatMap((text) => (text === undefined ? [] : (parseAddress(text) ?? [])))

/** What stands in a VPC, compiled step by step. */
type Parts = {
  readonly topology: Topology
  readonly vpcs: ReadonlyMap<string, VpcNode>
  readonly subnets: ReadonlyMap<string, SubnetNode>
  readonly groups: ReadonlyMap<string, Group>
}

function compileSubnet(subnet: Subnet, topology: Topology, vpc: VpcNode): SubnetNode {
  const table =
    topology.routeTables?.find(({ id }) => id === subnet.routeTable) ??
    topology.routeTables?.find((one) => one.vpc === vpc.id && one.main === true)
  const acl =
    topology.networkAcls?.find(({ id }) => id === subnet.networkAcl) ??
    topology.networkAcls?.find((one) => one.vpc === vpc.id && one.default === true)
  return {
    id: subnet.id,
    vpc,
    blocks: blocksOf(subnet.cidrs),
    zone: subnet.zone ?? null,
    table: table === undefined ? localTable(vpc.id, topology) : compileTable(table, topology),
    acl: acl === undefined ? openAcl(vpc.id) : compileAcl(acl),
  }
}

function compileParts(topology: Topology): Parts {
  const vpcs = new Map(
    topology.vpcs.map(({ id, cidrs, region }) => [id, { id, blocks: blocksOf(cidrs), region: region ?? '' }]),
  )
  const subnets = (topology.subnets ?? []).map((one) => compileSubnet(one, topology, vpcs.get(one.vpc)!))
  const groups = (topology.securityGroups ?? []).map((one) => compileGroup(one, topology))
  return {
    topology,
    vpcs,
    subnets: new Map(subnets.map((one) => [one.id, one])),
    groups: new Map(groups.map((one) => [one.id, one])),
  }
}

function groupsOf(
  ids: readonly string[] | undefined,
  subnet: SubnetNode,
  { groups }: Parts,
): readonly Group[] {
  if (ids === undefined || ids.length === 0) return [defaultGroup(subnet.vpc.id)]
  return [...ids].sort().flatMap((id) => groups.get(id) ?? [])
}

function compileInstances(parts: Parts): Interface[] {
  return (parts.topology.instances ?? []).map((one): Interface => {
    const subnet = parts.subnets.get(one.subnet)!
    return {
      owner: one.id,
      kind: 'instance',
      subnet,
      addresses: addressesOf(one.address, one.ipv6),
      publicAddress: addressesOf(one.publicAddress)[0] ?? null,
      groups: groupsOf(one.securityGroups, subnet, parts),
    }
  })
}

function compileNats({ topology, subnets }: Parts): Interface[] {
  return (topology.natGateways ?? []).map(
    (one): Interface => ({
      owner: one.id,
      kind: 'nat-gateway',
      subnet: subnets.get(one.subnet)!,
      addresses: addressesOf(one.address),
      publicAddress: addressesOf(one.publicAddress)[0] ?? null,
      groups: null,
    }),
  )
}

function compileEndpoints(parts: Parts): EndpointNode[] {
  return (parts.topology.endpoints ?? []).flatMap((one) => {
    if (one.kind === 'gateway') return []
    const interfaces = one.interfaces.map((seat): Interface => {
      const subnet = parts.subnets.get(seat.subnet)!
      return {
        owner: one.id,
        kind: 'endpoint',
        subnet,
        addresses: addressesOf(seat.address),
        publicAddress: null,
        groups: groupsOf(one.securityGroups, subnet, parts),
      }
    })
    const { id, vpc, service, privateDns } = one
    return [{ id, vpc, service, privateDns: privateDns ?? true, interfaces }]
  })
}

function assemble(topology: Topology, facts: NetworkFacts): Network {
  const parts = compileParts(topology)
  const instances = compileInstances(parts)
  const endpoints = compileEndpoints(parts)
  const interfaces = [
    ...instances,
    ...compileNats(parts),
    ...endpoints.flatMap((endpoint) => endpoint.interfaces),
  ]
  const named = (list: readonly { readonly id: string; readonly cidrs: readonly string[] }[] | undefined) =>
    new Map((list ?? []).map(({ id, cidrs }) => [id, blocksOf(cidrs)]))
  return {
    vpcs: parts.vpcs,
    subnets: parts.subnets,
    interfaces,
    instances: new Map(instances.map((one) => [one.owner, one])),
    endpoints: new Map(endpoints.map((one) => [one.id, one])),
    targets: compileTargets(topology, interfaces),
    services: named(topology.services),
    onPremises: named(topology.networks),
    transitPeerings: new Map(
      (topology.transitPeerings ?? []).map(({ id, transitGateways }) => [id, transitGateways]),
    ),
    clientPorts: [facts['ephemeral-first-port'], facts['ephemeral-last-port']],
    natPorts: [facts['nat-gateway-first-port'], facts['nat-gateway-last-port']],
  }
}

/**
 * Checks a topology and makes it ready to be walked.
 *
 * @param facts sizes, reserved addresses, port ranges, as the catalogue has them
 * @returns the network, or `network-invalid` with every fault and its place
 * @example compileNetwork({ vpcs: [{ id: 'a', cidrs: ['10.0.0.0/8'] }] }, { 'vpc-largest-prefix': 16, 'vpc-smallest-prefix': 28 }).ok // false
 */
export function compileNetwork(topology: Topology, facts: NetworkFacts): Result<Network, NetworkInvalid> {
  const index = indexTopology(topology)
  const faults = [
    ...idFaults(topology),
    ...addressBlockFaults(topology, index, facts),
    ...interfaceFaults(topology, index, facts),
    ...routingFaults(topology, index),
    ...hybridFaults(topology, index),
    ...filterFaults(topology, index, facts),
  ]
  return faults.length > 0 ? fail({ code: 'network-invalid', faults }) : ok(assemble(topology, facts))
}
