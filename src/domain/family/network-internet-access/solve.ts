import type { Instance, Route, RouteTable, Topology } from '../../cloud/network/types.ts'
import { succeedingFlows } from '../network/flows.ts'
import type { Misconception } from '../types.ts'
import type { AccessScenario, Placed } from './sample.ts'

/** The hosts that have access. */
export const solveAccess = succeedingFlows<AccessScenario>()

const tableOf = ({ subnet }: Placed): string => `rt-${subnet}`

/** Leads the default routes of some subnets to the internet gateway. */
const routedOut = (
  topology: Topology,
  tables: readonly string[],
  route: Route = { destination: '0.0.0.0/0', target: 'igw' },
): Topology =>
  tables.length === 0
    ? topology
    : {
        ...topology,
        routeTables: (topology.routeTables ?? []).map((table) =>
          tables.includes(table.id) ? withRoute(table, route) : table,
        ),
      }

const withRoute = (table: RouteTable, route: Route): RouteTable => ({
  ...table,
  routes: [...table.routes.filter(({ destination }) => destination !== route.destination), route],
})

/** Gives public addresses to hosts of some subnets that have none. */
const madePublic = (topology: Topology, hosts: readonly string[]): Topology =>
  hosts.length === 0
    ? topology
    : {
        ...topology,
        instances: (topology.instances ?? []).map(
          (instance, index): Instance =>
            hosts.includes(instance.id) && instance.publicAddress === undefined
              ? { ...instance, publicAddress: `203.0.113.${120 + index}` }
              : instance,
        ),
      }

const hostsWith = ({ placed }: AccessScenario, test: (one: Placed) => boolean): readonly Placed[] =>
  placed.filter(test)

/** Beliefs about ways between a VPC and the internet. */
export const accessMisconceptions: readonly Misconception<AccessScenario>[] = [
  {
    id: 'subnet-enough',
    statement: 'In a public subnet an instance is connected to the internet without a public address.',
    solve: succeedingFlows<AccessScenario>((topology, scenario) =>
      madePublic(
        topology,
        hostsWith(scenario, ({ route }) => route === 'igw').map(({ host }) => host),
      ),
    ),
  },
  {
    id: 'public-address-enough',
    statement: 'A public address connects an instance to the internet, whatever its subnet routes.',
    solve: succeedingFlows<AccessScenario>((topology, scenario) =>
      routedOut(topology, hostsWith(scenario, ({ isPublic }) => isPublic).map(tableOf)),
    ),
  },
  {
    id: 'nat-anywhere',
    statement: 'A NAT gateway works in a private subnet, since it has an Elastic IP address.',
    solve: succeedingFlows<AccessScenario>((topology, scenario) =>
      routedOut(
        topology,
        hostsWith(scenario, ({ route }) => route === 'nat-inner').length > 0 ? ['rt-inner'] : [],
      ),
    ),
  },
  {
    id: 'endpoint-opens-internet',
    statement: 'A gateway endpoint leads to the internet without a NAT gateway.',
    solve: succeedingFlows<AccessScenario>((topology, scenario) =>
      routedOut(topology, hostsWith(scenario, ({ endpoint }) => endpoint).map(tableOf), {
        destination: '0.0.0.0/0',
        target: 'nat',
      }),
    ),
  },
  {
    id: 'nat-lets-in',
    statement: 'A NAT gateway forwards connections from the internet to the instances behind it.',
    solve: succeedingFlows<AccessScenario>((topology, scenario) => {
      const behind = hostsWith(
        scenario,
        ({ route, isPublic }) => scenario.inbound && route === 'nat' && !isPublic,
      )
      const opened = madePublic(
        topology,
        behind.map(({ host }) => host),
      )
      return routedOut(opened, behind.map(tableOf))
    }),
  },
  {
    id: 'egress-only-lets-in',
    statement: 'An egress-only internet gateway makes an IPv6 address reachable from the internet.',
    solve: succeedingFlows<AccessScenario>((topology, scenario) =>
      routedOut(topology, hostsWith(scenario, ({ route6 }) => route6 === 'eigw').map(tableOf), {
        destination: '::/0',
        target: 'igw',
      }),
    ),
  },
]
