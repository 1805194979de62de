import type {
  InboundRule,
  NetworkAcl,
  OutboundRule,
  SecurityGroup,
  Topology,
} from '../../cloud/network/types.ts'
import { mending, type Sight } from '../network/mends.ts'
import type { Misconception } from '../types.ts'
import { editAcl, editGroup } from './edits.ts'
import { type ConnectionScenario, type Fault, faults, ids, oldGroup } from './scenario.ts'

/** The changes after which the servers connect and their neighbours do not. */
export const solveConnections = mending<ConnectionScenario>()

const { serverAcl, clientAcl, serverGroup } = ids

const groupIn = (topology: Topology, id: string): SecurityGroup | undefined =>
  topology.securityGroups?.find((group) => group.id === id)
const aclIn = (topology: Topology, id: string): NetworkAcl | undefined =>
  topology.networkAcls?.find((acl) => acl.id === id)

const asInbound = <Rule extends OutboundRule>({ destination, ...rule }: Rule) => ({
  ...rule,
  source: destination,
})
const asOutbound = <Rule extends InboundRule>({ source, ...rule }: Rule) => ({ ...rule, destination: source })

/** Each rule stands in both directions. */
function bothWays(topology: Topology, { client }: ConnectionScenario): Topology {
  const acls = editAcl(topology, serverAcl, ({ inbound, outbound }) => ({
    inbound: [...inbound, ...outbound.map(asInbound).map(shifted)],
    outbound: [...outbound, ...inbound.map(asOutbound).map(shifted)],
  }))
  return [serverGroup, client.group].reduce(
    (seen, id) =>
      editGroup(seen, id, ({ inbound = [], outbound }) =>
        outbound === undefined
          ? {}
          : {
              inbound: [...inbound, ...outbound.map(asInbound)],
              outbound: [...outbound, ...inbound.map(asOutbound)],
            },
      ),
    acls,
  )
}

/** Numbers of one ACL are unique in each direction, so mirrored rules go one place down. */
const shifted = <Rule extends { readonly number: number }>(rule: Rule): Rule => ({
  ...rule,
  number: rule.number + 1,
})

const prefixOf = (cidr: string): number => Number(cidr.split('/')[1])

/** Inbound rules of the ACL in the order of their prefixes, the longest first. */
const bySpecificity = (topology: Topology): Topology =>
  editAcl(topology, serverAcl, ({ inbound }) => ({
    inbound: inbound.map((rule) => ({
      ...rule,
      number: 5_000 - 100 * prefixOf(rule.source) + (rule.number % 50),
    })),
  }))

/** A rule of the server's group that names the client's block opens the ACL. */
const groupOpensAcl = (topology: Topology, { client }: ConnectionScenario): Topology =>
  groupIn(topology, serverGroup)?.inbound?.some(({ source }) => source === client.cidr)
    ? editAcl(topology, serverAcl, () => ({
        inbound: [{ protocol: 'all', number: 1, action: 'allow', source: '0.0.0.0/0' }],
      }))
    : topology

/** A rule of an ACL that names a subnet stands for a rule in the security groups. */
function aclOpensGroups(topology: Topology, { client, server, port }: ConnectionScenario): Topology {
  const letsIn = aclIn(topology, serverAcl)?.inbound.some(({ source }) => source === client.cidr)
  const letsOut = aclIn(topology, clientAcl)?.outbound.some(({ destination }) => destination === server.cidr)
  const opened =
    letsIn === true
      ? editGroup(topology, serverGroup, ({ inbound = [] }) => ({
          inbound: [...inbound, { protocol: 'tcp', ports: port, source: client.group }],
        }))
      : topology
  return letsOut === true
    ? editGroup(opened, client.group, () => ({ outbound: [{ protocol: 'all', destination: '0.0.0.0/0' }] }))
    : opened
}

/** A rule for the block of a subnet admits the servers that it was written for. */
const blockMeansGroup = (topology: Topology, { client }: ConnectionScenario): Topology =>
  editGroup(topology, serverGroup, ({ inbound = [] }) => ({
    inbound: inbound.map((rule) => (rule.source === client.cidr ? { ...rule, source: client.group } : rule)),
  }))

/** Members of one group may talk to each other. */
function membersTalk(topology: Topology): Topology {
  const all = { protocol: 'all' } as const
  return editGroup(topology, serverGroup, ({ inbound = [], outbound = [] }) => ({
    inbound: [...inbound, { ...all, source: serverGroup }],
    outbound: [...outbound, { ...all, destination: serverGroup }],
  }))
}

/** A group that admits another one has the rights of it. */
const groupsNest = (topology: Topology, { client, port }: ConnectionScenario): Topology =>
  groupIn(topology, client.group)?.inbound?.some(({ source }) => source === oldGroup)
    ? editGroup(topology, serverGroup, ({ inbound = [] }) => ({
        inbound: [...inbound, { protocol: 'tcp', ports: port, source: client.group }],
      }))
    : topology

const coversReplies = ({ ports }: InboundRule | OutboundRule): boolean => typeof ports === 'object'

/** Replies pass the ACL, and pass the groups where one of them has a rule for the ephemeral ports. */
const groupsJudgeReplies: Sight<ConnectionScenario>['connects'] = (
  { reachable, blockedBy },
  topology,
  { client },
) =>
  (reachable || blockedBy?.direction === 'reply') &&
  ((groupIn(topology, serverGroup)?.outbound ?? []).some(coversReplies) ||
    (groupIn(topology, client.group)?.inbound ?? []).some(coversReplies))

/** A belief about the networks with some of the faults; it has no opinion on others. */
const belief = (
  id: string,
  statement: string,
  about: readonly Fault[],
  sight: Sight<ConnectionScenario>,
): Misconception<ConnectionScenario> => {
  const solve = mending(sight)
  return {
    id,
    statement,
    solve: (scenario, facts) => (about.includes(scenario.fault) ? solve(scenario, facts) : []),
  }
}

/** Beliefs about security groups and network ACLs. */
export const connectionMisconceptions: readonly Misconception<ConnectionScenario>[] = [
  belief('replies-to-service-port', 'Replies go to the port that the service listens on.', ['reply'], {
    ask: (question) => ({ ...question, sourcePorts: [question.port ?? 0, question.port ?? 0] }),
  }),
  belief(
    'groups-judge-replies',
    'Network ACLs let replies pass by themselves, and security groups need a rule for them.',
    ['reply'],
    { connects: groupsJudgeReplies },
  ),
  belief('direction-ignored', 'A rule for a port and a peer covers traffic in both directions.', faults, {
    view: bothWays,
  }),
  belief(
    'most-specific-wins',
    'Of two network ACL rules that match, the one with the longer prefix decides.',
    ['denied'],
    { view: bySpecificity },
  ),
  belief(
    'group-overrides-acl',
    'An allow rule in a security group overrides a deny of the network ACL.',
    ['denied'],
    { view: groupOpensAcl, cares: ({ works }) => works },
  ),
  belief(
    'acl-overrides-group',
    'Traffic that a network ACL allows needs no rule in a security group.',
    ['group', 'outbound'],
    { view: aclOpensGroups },
  ),
  belief(
    'block-means-group',
    'A rule for the block of a subnet admits the servers it was written for.',
    ['group'],
    { view: blockMeansGroup },
  ),
  belief(
    'members-talk',
    'Members of one security group may connect to each other without a rule.',
    ['group', 'outbound'],
    { view: membersTalk },
  ),
  belief(
    'groups-nest',
    'A security group that admits another group takes over the rights of that group.',
    ['group'],
    { view: groupsNest },
  ),
]
