import ipaddr from 'ipaddr.js'
import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { validPlanModel } from './family.ts'
import type { PlanScenario } from './sample.ts'
import { faultsOf, solvePlans } from './solve.ts'

const asNumber = (address: { toByteArray: () => number[] }): number =>
  address.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0)

const rangeOf = (cidr: string): readonly [number, number] => [
  asNumber(ipaddr.IPv4.networkAddressFromCIDR(cidr)),
  asNumber(ipaddr.IPv4.broadcastAddressFromCIDR(cidr)),
]

/** Each rule by another library: first and last addresses instead of prefixes. */
function byRanges({ plans, vpc, existing, demands }: PlanScenario): string[] {
  const [low, high] = rangeOf(vpc)
  return plans
    .filter(({ cidrs }) => {
      const ranges = [existing, ...cidrs].map(rangeOf)
      const sound = cidrs.every((cidr, index) => {
        const [first, last] = rangeOf(cidr)
        const starts = asNumber(ipaddr.IPv4.parse(cidr.split('/')[0] ?? '')) === first
        const size = last - first + 1
        return (
          starts && first >= low && last <= high && size >= 16 && size - 5 >= (demands[index]?.hosts ?? 0)
        )
      })
      return sound && ranges.every(([a, b], i) => ranges.every(([c, d], j) => i === j || b < c || d < a))
    })
    .map(({ id }) => id)
}

tryFamily(validPlanModel, { golden: [], secondRoute: byRanges })

describe('address plans', () => {
  const values = factValues(shippedFacts())
  const scenario = validPlanModel.sample(seededRandom('plans'), values)

  test('the draft has a fault, and so has every amendment but the first', () => {
    for (let seed = 0; seed < 60; seed++) {
      const one = validPlanModel.sample(seededRandom(`draft ${seed}`), values)
      if (one.plans.length === 0) continue
      expect(faultsOf(one, one.draft, values).length).toBeGreaterThan(0)
      expect(solvePlans(one, values)).toEqual(['free'])
    }
  })

  test('neighbouring blocks are apart', () => {
    const demands = scenario.demands.map((demand) => ({ ...demand, hosts: 10 }))
    const plain = { ...scenario, vpc: '10.7.0.0/20', existing: '10.7.8.0/24', demands }
    expect(faultsOf(plain, ['10.7.0.0/26', '10.7.0.64/26', '10.7.0.128/28'], values)).toEqual([])
  })
})
