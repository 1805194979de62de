import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { peeringFlowModel } from './family.ts'
import type { PeeringScenario } from './sample.ts'

/** Reads the routes as a person would: one active peering between the two, and a route over it on either side. */
function readRoutes({ flows, vpcs, peerings }: PeeringScenario): string[] {
  const routesOf = (id: string) => vpcs.find((vpc) => vpc.id === id)?.routes ?? []
  const cidrOf = (id: string) => vpcs.find((vpc) => vpc.id === id)?.cidr
  return flows
    .filter(({ question: { from, to } }) =>
      peerings.some(
        ({ id, vpcs: pair, status }) =>
          status !== 'pending' &&
          pair.includes(from) &&
          pair.includes(to) &&
          routesOf(from).some((route) => route.target === id && route.destination === cidrOf(to)) &&
          routesOf(to).some((route) => route.target === id && route.destination === cidrOf(from)),
      ),
    )
    .map(({ id }) => id)
}

tryFamily(peeringFlowModel, { golden: [], secondRoute: readRoutes })

describe('peered VPCs', () => {
  const values = factValues(shippedFacts())

  test('the belief in transitivity accepts a spoke-to-spoke call and nothing else', () => {
    const transitive = peeringFlowModel.misconceptions.find(({ id }) => id === 'transitive')
    const extras = Array.from({ length: 60 }, (_, seed) => {
      const scenario = peeringFlowModel.sample(seededRandom(`transitive ${seed}`), values)
      const right = peeringFlowModel.solve(scenario, values)
      return (transitive?.solve(scenario, values) ?? []).filter((answer) => !right.includes(answer))
    })
    expect(extras.some((list) => list.length === 1)).toBe(true)
    expect(extras.every((list) => list.length < 2)).toBe(true)
    expect(extras.flat().every((answer) => !/office|internet/.test(String(answer)))).toBe(true)
  })
})
