import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import type { NumberedRule, TrafficRule } from '../../cloud/network/types.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { whichConnectionModel } from './family.ts'
import type { ConnectionScenario } from './scenario.ts'

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

const inBlock = (address: string, block: string): boolean => {
  const [first = '', bits = '32'] = block.split('/')
  const size = 2 ** (32 - Number(bits))
  return Math.floor(numberOf(address) / size) === Math.floor(numberOf(first) / size)
}

const covers = ({ ports }: TrafficRule, port: number): boolean =>
  typeof ports === 'object' ? ports[0] <= port && port <= ports[1] : ports === undefined || ports === port

const firstMatch = (rules: readonly (NumberedRule & { peer: string })[], peer: string, port: number) =>
  [...rules]
    .sort((a, b) => a.number - b.number)
    .find((rule) => covers(rule, port) && inBlock(peer, rule.peer))?.action === 'allow'

/** The rules read by hand, port by port, without the network model. */
function readRules(scenario: ConnectionScenario): string[] {
  const { clients, serverGroup, acl, narrowGroups, flows } = scenario
  const inbound = acl.inbound.map((rule) => ({ ...rule, peer: rule.source }))
  const outbound = acl.outbound.map((rule) => ({ ...rule, peer: rule.destination }))
  return flows.flatMap(({ id, question }) => {
    const client = clients.find((one) => one.id === id)
    const port = question.port ?? 0
    if (client === undefined) return []
    const narrow = narrowGroups.find((group) => group.id === client.group)
    const passes =
      (narrow?.outbound ?? [{ protocol: 'all', destination: '' } as const]).some((rule) =>
        covers(rule, port),
      ) &&
      firstMatch(inbound, client.address, port) &&
      (serverGroup.inbound ?? []).some(
        (rule) =>
          covers(rule, port) &&
          (rule.source === client.group ||
            (rule.source.includes('/') && inBlock(client.address, rule.source))),
      ) &&
      [1024, 32_768, 49_152, 65_535].every((reply) => firstMatch(outbound, client.address, reply))
    return passes ? [id] : []
  })
}

tryFamily(whichConnectionModel, { golden: [], secondRoute: readRules })

describe('connections through groups and ACLs', () => {
  const values = factValues(shippedFacts())

  test('opening everything lets all four connections pass', () => {
    const scenario = whichConnectionModel.sample(seededRandom('open'), values)
    const everywhere = { number: 1, action: 'allow', protocol: 'all' } as const
    const topology = {
      ...scenario.topology,
      securityGroups: (scenario.topology.securityGroups ?? []).map(({ id, vpc }) => ({
        id,
        vpc,
        inbound: [{ protocol: 'all', source: '0.0.0.0/0' } as const],
      })),
      networkAcls: [
        {
          ...scenario.acl,
          inbound: [{ ...everywhere, source: '0.0.0.0/0' }],
          outbound: [{ ...everywhere, destination: '0.0.0.0/0' }],
        },
      ],
    }
    expect(whichConnectionModel.solve({ ...scenario, topology }, values)).toHaveLength(4)
  })
})
