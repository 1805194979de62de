import ipaddr from 'ipaddr.js'
import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import type { Answers } from '../types.ts'
import { subnetSizeModel } from './family.ts'
import type { SubnetScenario } from './sample.ts'
import { planOf } from './solve.ts'

const page = 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html'

const documented = (hosts: number): SubnetScenario => ({
  ...subnetSizeModel.sample(seededRandom('documented'), {} as never),
  hosts,
  addressesPerHost: 1,
  growth: 0,
})

/** Counts the addresses between the first and the last of each block with another library. */
function byLibrary({ hosts, addressesPerHost, growth }: SubnetScenario): string[] {
  const needed = Math.ceil((hosts * (100 + growth)) / 100) * addressesPerHost
  for (let prefix = 28; prefix >= 16; prefix--) {
    const block = `10.0.0.0/${prefix}`
    const bounds = [ipaddr.IPv4.networkAddressFromCIDR(block), ipaddr.IPv4.broadcastAddressFromCIDR(block)]
    const [first = 0, last = 0] = bounds.map((address) =>
      address.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0),
    )
    if (last - first + 1 - 5 >= needed) return [`each ${prefix}`]
  }
  return []
}

tryFamily(subnetSizeModel, {
  secondRoute: byLibrary,
  golden: [
    { name: 'a /24 has 251 addresses', page, scenario: documented(251), answers: ['each 24'] },
    { name: 'and no 252nd', page, scenario: documented(252), answers: ['each 23'] },
    { name: 'a /28 is the smallest subnet', page, scenario: documented(3), answers: ['each 28'] },
  ],
})

describe('sizes of subnets', () => {
  test('a belief that forgets something never asks for more than the right model, save those about zones', () => {
    const values = factValues(shippedFacts())
    const scenario = subnetSizeModel.sample(seededRandom('monotone'), values)
    const prefixOf = ([answer = '']: Answers): number => planOf(answer).prefix
    const right = prefixOf(subnetSizeModel.solve(scenario, values))
    const larger = subnetSizeModel.misconceptions.filter(
      ({ solve }) => prefixOf(solve(scenario, values)) < right,
    )
    expect(larger.map(({ id }) => id)).toEqual(['subnet-spans-zones', 'whole-fleet-each'])
  })
})
