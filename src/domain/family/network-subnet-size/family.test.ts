import ipaddr from 'ipaddr.js'
import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { subnetSizeModel } from './family.ts'
import type { SubnetScenario } from './sample.ts'

const page = 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html'

const documented = (hosts: number): SubnetScenario => ({
  ...subnetSizeModel.sample(seededRandom('documented'), {} as never),
  hosts,
  addressesPerHost: 1,
  growth: 0,
})

/** Counts the addresses between the first and the last of each block with another library. */
function byLibrary({ hosts, addressesPerHost, growth }: SubnetScenario): number[] {
  const needed = Math.ceil((hosts * (100 + growth)) / 100) * addressesPerHost
  for (let prefix = 28; prefix >= 16; prefix--) {
    const block = `10.0.0.0/${prefix}`
    const bounds = [ipaddr.IPv4.networkAddressFromCIDR(block), ipaddr.IPv4.broadcastAddressFromCIDR(block)]
    const [first = 0, last = 0] = bounds.map((address) =>
      address.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0),
    )
    if (last - first + 1 - 5 >= needed) return [prefix]
  }
  return []
}

tryFamily(subnetSizeModel, {
  secondRoute: byLibrary,
  golden: [
    { name: 'a /24 has 251 addresses', page, scenario: documented(251), answers: [24] },
    { name: 'and no 252nd', page, scenario: documented(252), answers: [23] },
    { name: 'a /28 is the smallest subnet', page, scenario: documented(3), answers: [28] },
  ],
})

describe('sizes of subnets', () => {
  test('a belief that forgets something never asks for more than the right model, save the one about zones', () => {
    const values = factValues(shippedFacts())
    const scenario = subnetSizeModel.sample(seededRandom('monotone'), values)
    const [right = 0] = subnetSizeModel.solve(scenario, values).map(Number)
    const prefixes = subnetSizeModel.misconceptions.map(({ id, solve }) => [
      id,
      Number(solve(scenario, values)[0]),
    ])
    const smaller = prefixes.filter(([, prefix]) => Number(prefix) < right).map(([id]) => id)
    expect(smaller).toEqual(['zones-together'])
  })
})
