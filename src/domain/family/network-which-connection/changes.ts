import type { Topology } from '../../cloud/network/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Change } from '../network/mends.ts'
import { chance, pick } from '../parts/draw.ts'
import { attachGroup, editAcl, editGroup } from './edits.ts'
import { type ConnectionScenario, ids, oldGroup } from './scenario.ts'

type Ground = Omit<ConnectionScenario, 'topology' | 'needs' | 'changes'>
type Way = 'inbound' | 'outbound'

const ephemeral = [1024, 65_535] as const
const allow = { protocol: 'tcp', action: 'allow' } as const

const portsText = (ports: number | readonly [number, number]): string =>
  typeof ports === 'number' ? `TCP ${ports}` : `TCP ${ports[0]}-${ports[1]}`

type AclRule = {
  readonly ports: number | readonly [number, number]
  readonly peer: string
  readonly number?: number
}

/** Makes changes to one network; `voice` keeps the options of an item parallel. */
function editor(topology: Topology, voice: number) {
  const words = (way: Way, ports: Parameters<typeof portsText>[0], peer: string, place: string): string => {
    const toward = way === 'inbound' ? 'from' : 'to'
    return voice === 0
      ? `Add an ${way} rule to ${place} that allows ${portsText(ports)} ${toward} ${peer}`
      : `Allow ${way} ${portsText(ports)} ${toward} ${peer} in ${place}`
  }
  return {
    acl: (id: string, way: Way, { ports, peer, number }: AclRule): Change => {
      const place =
        id === ids.serverAcl
          ? 'the network ACL of the database subnet'
          : 'the network ACL of the calling subnet'
      const rule = { ...allow, number: number ?? 90, ports }
      const plain = words(way, ports, peer, place)
      return {
        id: `${id} ${way} ${String(ports)} ${number ?? ''}`,
        text:
          number === undefined
            ? plain
            : `Add ${way} rule ${number} to ${place}, which allows ${portsText(ports)} ${way === 'inbound' ? 'from' : 'to'} ${peer}`,
        after: editAcl(topology, id, ({ inbound, outbound }) =>
          way === 'inbound'
            ? { inbound: [...inbound, { ...rule, source: peer }] }
            : { outbound: [...outbound, { ...rule, destination: peer }] },
        ),
      }
    },
    group: (id: string, way: Way, ports: number | readonly [number, number], peer: string): Change => ({
      id: `${id} ${way} ${String(ports)} ${peer}`,
      text: words(way, ports, peer.startsWith('sg-') ? `\`${peer}\`` : peer, `\`${id}\``),
      after: editGroup(topology, id, ({ inbound = [], outbound = [] }) =>
        way === 'inbound'
          ? { inbound: [...inbound, { protocol: 'tcp', ports, source: peer }] }
          : { outbound: [...outbound, { protocol: 'tcp', ports, destination: peer }] },
      ),
    }),
    attach: (group: string, whom: string): Change => ({
      id: `attach ${group}`,
      text: `Attach \`${group}\` to the interfaces of the ${whom} as a second security group`,
      after: attachGroup(topology, ids.client, group),
    }),
  }
}

/** What colleagues propose: one change that helps, and others that help where a rule is misunderstood. */
export function changesFor(ground: Ground, topology: Topology, random: SeededRandom): readonly Change[] {
  const { fault, port, client, server, deny, setting } = ground
  const { acl, group, attach } = editor(topology, random.integer(2))
  const { serverAcl, clientAcl, serverGroup } = ids
  switch (fault) {
    case 'reply':
      return [
        acl(serverAcl, 'outbound', { ports: ephemeral, peer: client.cidr }),
        acl(serverAcl, 'outbound', { ports: port, peer: client.cidr }),
        acl(serverAcl, 'inbound', { ports: ephemeral, peer: client.cidr }),
        chance(random, 0.5)
          ? group(serverGroup, 'outbound', ephemeral, client.group)
          : group(client.group, 'inbound', ephemeral, serverGroup),
      ]
    case 'denied': {
      const before = deny.number - pick(random, [5, 10, 20])
      const after = deny.number + pick(random, [5, 10])
      return [
        acl(serverAcl, 'inbound', { ports: port, peer: client.cidr, number: before }),
        acl(serverAcl, 'inbound', { ports: port, peer: client.cidr, number: after }),
        acl(serverAcl, 'outbound', { ports: port, peer: client.cidr, number: before }),
        group(serverGroup, 'inbound', port, client.cidr),
      ]
    }
    case 'group':
      return [
        group(serverGroup, 'inbound', port, client.group),
        group(serverGroup, 'inbound', port, client.cidr),
        group(serverGroup, 'outbound', port, client.group),
        acl(serverAcl, 'inbound', { ports: port, peer: client.cidr }),
        group(client.group, 'inbound', port, oldGroup),
        attach(serverGroup, setting.systems[0].name),
      ]
    case 'outbound':
      return [
        group(client.group, 'outbound', port, serverGroup),
        group(client.group, 'inbound', port, serverGroup),
        acl(clientAcl, 'outbound', { ports: port, peer: server.cidr }),
        attach(serverGroup, setting.systems[0].name),
      ]
  }
}
