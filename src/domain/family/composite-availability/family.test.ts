import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { type AvailabilityScenario, availabilityModel } from './family.ts'

/** Adds up the chances of all cases of parts that work and parts that do not. */
function byEnumeration({ entry, node, nodes, dependency }: AvailabilityScenario): number[] {
  const parts = [entry, dependency, ...Array.from({ length: nodes }, () => node)].map(
    (percent) => percent / 100,
  )
  let up = 0
  for (let state = 0; state < 2 ** parts.length; state++) {
    const works = parts.map((_, index) => ((state >> index) & 1) === 1)
    const chance = parts.reduce((product, part, index) => product * (works[index] ? part : 1 - part), 1)
    if (works[0] && works[1] && works.slice(2).some(Boolean)) up += chance
  }
  return [Number((up * 100).toFixed(3))]
}

const page =
  'https://docs.aws.amazon.com/whitepapers/latest/availability-and-beyond-improving-resilience/availability-with-redundancy.html'

tryFamily(availabilityModel, {
  secondRoute: byEnumeration,
  golden: [
    {
      name: 'two copies of 99% in parallel give 99.99%',
      page,
      scenario: {
        ...availabilityModel.sample(seededRandom('documented'), {} as never),
        ...{ entry: 100, dependency: 100, node: 99, nodes: 2, stacked: false },
      },
      answers: [99.99],
    },
  ],
})

describe('availability', () => {
  test('two stacks on one dependency are no better than a tier in front of it', () => {
    const scenario = availabilityModel.sample(seededRandom('stacks'), {} as never)
    const [stacked, plain] = [true, false].map((flag) =>
      availabilityModel.solve({ ...scenario, stacked: flag }, {} as never),
    )
    expect(stacked).toEqual(plain)
  })
})
