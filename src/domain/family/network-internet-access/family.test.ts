import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import type { Topology } from '../../cloud/network/types.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { internetAccessModel } from './family.ts'
import { type AccessScenario, everywhere, hostIn, hostTable, routesIn } from './scenario.ts'

const targetsIn = (topology: Topology, table: string, isSix: boolean): string[] =>
  routesIn(topology, table)
    .filter(({ destination }) => destination.includes(':') === isSix && !/^198/.test(destination))
    .map(({ target }) => target)

/** The rules of the guide as a table: what a public address, a route and the kind of gateway let out and in. */
function ways(topology: Topology, isSix: boolean): { readonly out: boolean; readonly in: boolean } {
  const [target] = targetsIn(topology, hostTable, isSix)
  const hasAddress = isSix || hostIn(topology)?.publicAddress !== undefined
  const open = target === 'igw' && hasAddress
  const natSubnet = topology.natGateways?.find(({ id }) => id === target)?.subnet
  const natTable = topology.subnets?.find(({ id }) => id === natSubnet)?.routeTable ?? ''
  const natWorks = !isSix && natSubnet !== undefined && targetsIn(topology, natTable, false)[0] === 'igw'
  return { out: open || natWorks || target === 'eigw', in: open }
}

const byRules = ({ kind, changes }: AccessScenario): string[] =>
  changes
    .filter(({ after }) => {
      const found = ways(after, kind === 'ipv6-open')
      return kind === 'nat-before-host' || kind === 'no-address' ? found.in : found.out && !found.in
    })
    .map(({ id }) => id)

tryFamily(internetAccessModel, { golden: [], secondRoute: byRules })

describe('ways to the internet', () => {
  test('a NAT gateway never lets a connection in', () => {
    const values = factValues(shippedFacts())
    for (let seed = 0; seed < 60; seed++) {
      const scenario = internetAccessModel.sample(seededRandom(`nat ${seed}`), values)
      const inward = scenario.kind === 'nat-before-host' || scenario.kind === 'no-address'
      const behind = scenario.changes.filter(({ after }) =>
        routesIn(after, hostTable).some(
          ({ destination, target }) => destination === everywhere && target === 'nat',
        ),
      )
      const mended = internetAccessModel.solve(scenario, values)
      expect(inward && behind.some(({ id }) => mended.includes(id))).toBe(false)
    }
  })
})
