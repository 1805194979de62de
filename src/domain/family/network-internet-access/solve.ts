import type { Topology } from '../../cloud/network/types.ts'
import { mending, type Sight } from '../network/mends.ts'
import type { Misconception } from '../types.ts'
import {
  type AccessScenario,
  type Case,
  everywhere,
  everywhere6,
  hostIn,
  hostTable,
  outside6,
  routesIn,
  withAddress,
  withRoute,
} from './scenario.ts'

/** The changes after which the connection is as it should be. */
export const solveAccess = mending<AccessScenario>()

const targetOf = (topology: Topology, destination = everywhere): string | undefined =>
  routesIn(topology, hostTable).find((route) => route.destination === destination)?.target

const toGateway = (topology: Topology): Topology =>
  withRoute(topology, hostTable, { destination: everywhere, target: 'igw' })

const opened = (topology: Topology): Topology => toGateway(withAddress(topology))

/** The connection that must be made, and no other. */
const firstAlone: Sight<AccessScenario>['cares'] = ({ works }) => works

const belief = (
  id: string,
  statement: string,
  about: readonly Case[],
  sight: Sight<AccessScenario>,
): Misconception<AccessScenario> => {
  const solve = mending(sight)
  return {
    id,
    statement,
    solve: (scenario, facts) => (about.includes(scenario.kind) ? solve(scenario, facts) : []),
  }
}

const outward: readonly Case[] = ['no-way-out', 'nat-inside']
const inward: readonly Case[] = ['nat-before-host', 'no-address']

/** Beliefs about ways between a VPC and the internet. */
export const accessMisconceptions: readonly Misconception<AccessScenario>[] = [
  belief(
    'subnet-enough',
    'In a public subnet an instance is connected to the internet without a public address.',
    outward,
    {
      view: (topology) =>
        targetOf(topology) === 'igw' && hostIn(topology)?.publicAddress === undefined
          ? withAddress(topology)
          : topology,
      cares: firstAlone,
    },
  ),
  belief(
    'public-address-enough',
    'A public address connects an instance to the internet, whatever its subnet routes.',
    outward,
    {
      view: (topology) =>
        hostIn(topology)?.publicAddress !== undefined && targetOf(topology) !== 'igw'
          ? toGateway(topology)
          : topology,
      cares: firstAlone,
    },
  ),
  belief(
    'address-outbound-alone',
    'An Elastic IP address serves connections that the instance opens and lets none in.',
    outward,
    { cares: firstAlone },
  ),
  belief(
    'nat-anywhere',
    'A NAT gateway works in any subnet, since it has an Elastic IP address.',
    ['no-way-out'],
    {
      view: (topology) =>
        targetOf(topology) === 'nat-inner'
          ? withRoute(topology, 'rt-inner', { destination: everywhere, target: 'igw' })
          : topology,
    },
  ),
  belief(
    'endpoint-opens-internet',
    'A gateway endpoint leads to the internet without a NAT gateway.',
    outward,
    {
      view: (topology) =>
        (topology.endpoints ?? []).length > 0
          ? withRoute(topology, hostTable, { destination: everywhere, target: 'nat' })
          : topology,
    },
  ),
  belief(
    'nat-lets-in',
    'A NAT gateway forwards connections from the internet to the instances behind it.',
    inward,
    {
      view: (topology) =>
        targetOf(topology) === 'nat' && hostIn(topology)?.publicAddress === undefined
          ? opened(topology)
          : topology,
    },
  ),
  belief(
    'nat-beside-host',
    'A NAT gateway lets connections in to the hosts of the subnet that it stands in.',
    inward,
    {
      view: (topology) =>
        topology.natGateways?.some(({ id, subnet }) => id === 'nat' && subnet === 'hosts') === true
          ? opened(topology)
          : topology,
    },
  ),
  belief(
    'egress-only-lets-in',
    'An egress-only internet gateway makes an IPv6 address reachable from the internet.',
    inward,
    {
      view: (topology) =>
        targetOf(topology, everywhere6) === 'eigw'
          ? withRoute(topology, hostTable, { destination: everywhere6, target: 'igw' })
          : topology,
      ask: (question) => ({ ...question, from: outside6, family: 'ipv6' }),
    },
  ),
  belief(
    'route-admits',
    'Clients reach an instance whose subnet has a route for their addresses.',
    ['no-address'],
    {
      view: (topology) =>
        routesIn(topology, hostTable).some(
          ({ destination, target }) => target === 'igw' && destination !== everywhere,
        )
          ? withAddress(topology)
          : topology,
    },
  ),
  belief(
    'nat-carries-ipv6',
    'A NAT gateway carries outbound IPv6 traffic without a route for it.',
    ['ipv6-open'],
    {
      view: (topology) =>
        targetOf(topology, everywhere6) === undefined &&
        routesIn(topology, hostTable).every(({ target }) => target === 'nat')
          ? withRoute(topology, hostTable, { destination: everywhere6, target: 'eigw' })
          : topology,
    },
  ),
  belief(
    'public-ipv4-decides',
    'Without a public IPv4 address an instance cannot be reached from the internet.',
    ['ipv6-open'],
    {
      connects: ({ reachable }, topology, _, { works }) =>
        reachable && (works || hostIn(topology)?.publicAddress !== undefined),
    },
  ),
  belief(
    'default-route-admits',
    'The default route to an internet gateway lets clients in; longer routes serve outbound traffic alone.',
    ['ipv6-open'],
    {
      connects: ({ reachable }, topology, _, { works }) =>
        reachable && (works || targetOf(topology, everywhere6) !== undefined),
    },
  ),
]
