import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { availabilityModel } from './family.ts'
import { type AvailabilityPlan, type AvailabilityScenario, availabilityOf, plansOf } from './solve.ts'

/** Adds up the chances of all cases of copies that work and copies that do not. */
function byEnumeration(scenario: AvailabilityScenario, plan: Omit<AvailabilityPlan, 'id' | 'cost'>): number {
  const groups = [
    Array.from({ length: plan.entries }, () => scenario.entry / 100),
    Array.from({ length: plan.servers }, () => scenario.server / 100),
    Array.from({ length: plan.dependencies }, () => scenario.dependency / 100),
  ]
  const copies = groups.flatMap((group, index) => group.map((chance) => ({ index, chance })))
  let up = 0
  for (let state = 0; state < 2 ** copies.length; state++) {
    const works = copies.map((_, index) => ((state >> index) & 1) === 1)
    const chance = copies.reduce(
      (product, copy, at) => product * (works[at] ? copy.chance : 1 - copy.chance),
      1,
    )
    const serves = groups.every((_, group) => copies.some((copy, at) => copy.index === group && works[at]))
    if (serves) up += chance
  }
  return up
}

const page =
  'https://docs.aws.amazon.com/whitepapers/latest/availability-and-beyond-improving-resilience/availability-with-redundancy.html'

tryFamily(availabilityModel, {
  secondRoute: (scenario) => {
    const byCost = plansOf(scenario).toSorted((a, b) => a.cost - b.cost)
    const first = byCost.find((plan) => byEnumeration(scenario, plan) * 100 >= scenario.target)
    return byCost.filter(({ cost }) => cost === first?.cost).length > 1
      ? availabilityModel.solve(scenario, {} as never)
      : first === undefined
        ? []
        : [first.id]
  },
  golden: [
    {
      name: 'two copies of 99% in parallel give 99.99%',
      page,
      scenario: {
        ...availabilityModel.sample(seededRandom('documented'), {} as never),
        ...{ entry: 100, dependency: 100, server: 99, servers: 1, target: 99.99 - 1e-9 },
        prices: { entry: 5000, server: 100, dependency: 5000 },
      },
      answers: ['server'],
    },
  ],
})

describe('availability', () => {
  test('a second stack in front of one dependency is no better than its servers', () => {
    const scenario = { ...availabilityModel.sample(seededRandom('stacks'), {} as never), servers: 1 }
    const [server, stack] = (['server', 'stack'] as const).map((id) => {
      const plan = plansOf(scenario).find((one) => one.id === id)
      return plan === undefined ? Number.NaN : availabilityOf(scenario, plan)
    })
    expect(stack).toBe(server)
  })
})
