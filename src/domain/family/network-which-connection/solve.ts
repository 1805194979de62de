import type { InboundRule, NetworkAcl, SecurityGroup, Topology } from '../../cloud/network/types.ts'
import { succeedingFlows } from '../network/flows.ts'
import type { Misconception } from '../types.ts'
import type { ConnectionScenario } from './scenario.ts'

/** The connections that succeed. */
export const solveConnections = succeedingFlows<ConnectionScenario>()

const withAcls =
  (change: (acl: NetworkAcl) => NetworkAcl) =>
  (topology: Topology): Topology => ({ ...topology, networkAcls: (topology.networkAcls ?? []).map(change) })

const withGroups =
  (change: (group: SecurityGroup) => SecurityGroup) =>
  (topology: Topology): Topology => ({
    ...topology,
    securityGroups: (topology.securityGroups ?? []).map(change),
  })

const everything = { protocol: 'all', number: 1, action: 'allow' } as const
const lastNumber = 32_766

const openAcl = (acl: NetworkAcl): NetworkAcl => ({
  ...acl,
  inbound: [{ ...everything, source: '0.0.0.0/0' }],
  outbound: [{ ...everything, destination: '0.0.0.0/0' }],
})

/** The rules in the opposite order, so that the highest number is read first. */
const reversedAcl = (acl: NetworkAcl): NetworkAcl => ({
  ...acl,
  inbound: acl.inbound.map((rule) => ({ ...rule, number: lastNumber - rule.number })),
  outbound: acl.outbound.map((rule) => ({ ...rule, number: lastNumber - rule.number })),
})

/** Rules that name a group name the subnets of its members instead. */
function withSubnetsForGroups(topology: Topology, { clients }: ConnectionScenario): Topology {
  const widened = (rule: InboundRule): InboundRule => ({
    ...rule,
    source: clients.find(({ group }) => group === rule.source)?.cidr ?? rule.source,
  })
  return withGroups((group) =>
    group.inbound === undefined ? group : { ...group, inbound: group.inbound.map(widened) },
  )(topology)
}

/** Beliefs about security groups and network ACLs. */
export const connectionMisconceptions: readonly Misconception<ConnectionScenario>[] = [
  {
    id: 'acl-stateful',
    statement: 'A network ACL lets replies pass when it let the request pass.',
    solve: succeedingFlows<ConnectionScenario>(
      undefined,
      ({ reachable, blockedBy }) =>
        reachable || (blockedBy?.direction === 'reply' && blockedBy.kind === 'network-acl'),
    ),
  },
  {
    id: 'acl-highest-number',
    statement: 'Of two network ACL rules that match, the one with the higher number decides.',
    solve: succeedingFlows<ConnectionScenario>(withAcls(reversedAcl)),
  },
  {
    id: 'group-outweighs-acl',
    statement: 'Inside a VPC the security groups decide, and network ACLs filter traffic from outside.',
    solve: succeedingFlows<ConnectionScenario>(withAcls(openAcl)),
  },
  {
    id: 'group-means-subnet',
    statement: 'A rule that names a security group admits every host in the subnet of that group.',
    solve: succeedingFlows<ConnectionScenario>(withSubnetsForGroups),
  },
  {
    id: 'outbound-unfiltered',
    statement: 'Security groups filter inbound traffic, so a client needs no outbound rule.',
    solve: succeedingFlows<ConnectionScenario>(withGroups(({ outbound: _, ...group }) => group)),
  },
  {
    id: 'acl-enough',
    statement: 'Traffic that the network ACL allows needs no rule in the security group.',
    solve: succeedingFlows<ConnectionScenario>(
      withGroups((group) =>
        group.id === 'sg-db' ? { ...group, inbound: [{ protocol: 'all', source: '0.0.0.0/0' }] } : group,
      ),
    ),
  },
]
