import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import type { NumberedRule, Topology, TrafficRule } from '../../cloud/network/types.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { whichConnectionModel } from './family.ts'
import { type ConnectionScenario, ids } from './scenario.ts'

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

const inBlock = (address: string, block: string): boolean => {
  const [first = '', bits = '32'] = block.split('/')
  const size = 2 ** (32 - Number(bits))
  return Math.floor(numberOf(address) / size) === Math.floor(numberOf(first) / size)
}

const covers = ({ ports }: TrafficRule, port: number): boolean =>
  typeof ports === 'object' ? ports[0] <= port && port <= ports[1] : ports === undefined || ports === port

type Peered<Rule> = Rule & { readonly peer: string }

const firstMatch = (rules: readonly Peered<NumberedRule>[], peer: string, port: number): boolean =>
  [...rules]
    .sort((a, b) => a.number - b.number)
    .find((rule) => covers(rule, port) && inBlock(peer, rule.peer))?.action === 'allow'

/** The rules read by hand, port by port, without the network model. */
function connects(topology: Topology, host: string, port: number): boolean {
  const hostOf = (id: string) => topology.instances?.find((one) => one.id === id)
  const [from, to] = [hostOf(host), hostOf(ids.server)]
  const groupsOf = (names: readonly string[] = []) =>
    (topology.securityGroups ?? []).filter(({ id }) => names.includes(id))
  const aclOf = (id: string) => topology.networkAcls?.find((acl) => acl.id === id)
  const matches = (peer: string, one: typeof from): boolean =>
    peer.includes('/') ? inBlock(one?.address ?? '', peer) : (one?.securityGroups ?? []).includes(peer)
  const leaves = groupsOf(from?.securityGroups).some(
    ({ outbound }) =>
      outbound === undefined || outbound.some((rule) => covers(rule, port) && matches(rule.destination, to)),
  )
  const enters = groupsOf(to?.securityGroups).some(({ inbound = [] }) =>
    inbound.some((rule) => covers(rule, port) && matches(rule.source, from)),
  )
  const passes = (acl: string, way: 'in' | 'out', peer: string, ports: readonly number[]): boolean => {
    const { inbound = [], outbound = [] } = aclOf(acl) ?? {}
    const rules =
      way === 'in'
        ? inbound.map((rule) => ({ ...rule, peer: rule.source }))
        : outbound.map((rule) => ({ ...rule, peer: rule.destination }))
    return ports.every((one) => firstMatch(rules, peer, one))
  }
  const [client = '', server = ''] = [from?.address, to?.address]
  const replies = [1024, 32_768, 49_152, 65_535]
  return (
    leaves &&
    enters &&
    passes(ids.clientAcl, 'out', server, [port]) &&
    passes(ids.serverAcl, 'in', client, [port]) &&
    passes(ids.serverAcl, 'out', client, replies) &&
    passes(ids.clientAcl, 'in', server, replies)
  )
}

const byHand = ({ changes, port }: ConnectionScenario): string[] =>
  changes
    .filter(({ after }) => connects(after, ids.client, port) && !connects(after, ids.neighbour, port))
    .map(({ id }) => id)

tryFamily(whichConnectionModel, { golden: [], secondRoute: byHand })

describe('connections through groups and ACLs', () => {
  const values = factValues(shippedFacts())

  test('each scenario has one change that helps', () => {
    for (let seed = 0; seed < 40; seed++) {
      const scenario = whichConnectionModel.sample(seededRandom(`help ${seed}`), values)
      expect(whichConnectionModel.solve(scenario, values)).toEqual([scenario.changes[0]?.id])
    }
  })

  test('opening a subnet mends the calls and admits its neighbours, which the need for refusal finds', () => {
    const scenarios = Array.from({ length: 60 }, (_, seed) =>
      whichConnectionModel.sample(seededRandom(`open ${seed}`), values),
    ).filter(({ fault }) => fault === 'group')
    const belief = whichConnectionModel.misconceptions.find(({ id }) => id === 'block-means-group')
    for (const scenario of scenarios) {
      const wide = (belief?.solve(scenario, values) ?? []).find((id) => String(id).includes('/24'))
      expect(wide).toBeDefined()
      expect(whichConnectionModel.solve(scenario, values)).not.toContain(wide)
    }
  })
})
