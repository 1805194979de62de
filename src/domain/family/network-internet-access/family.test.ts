import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { internetAccessModel } from './family.ts'
import type { AccessScenario } from './sample.ts'

/** The rules of the guide as a table: inbound needs a public address and the internet gateway, outbound that or a NAT gateway. */
const byRules = ({ inbound, placed }: AccessScenario): string[] =>
  placed
    .filter(({ route, isPublic }) => (route === 'igw' && isPublic) || (!inbound && route === 'nat'))
    .map(({ host }) => host)

tryFamily(internetAccessModel, { golden: [], secondRoute: byRules, least: { distinct: 0.9 } })

describe('ways to the internet', () => {
  test('a NAT gateway never lets a connection in', () => {
    const values = factValues(shippedFacts())
    for (let seed = 0; seed < 30; seed++) {
      const scenario = internetAccessModel.sample(seededRandom(`nat ${seed}`), values)
      const behind = scenario.placed.filter(({ route }) => route === 'nat').map(({ host }) => host)
      const reached = internetAccessModel.solve(scenario, values)
      expect(scenario.inbound && behind.some((host) => reached.includes(host))).toBe(false)
    }
  })
})
