import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { planIn } from '../capacity/plans.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { zonalCountModel } from './family.ts'
import type { ZonalScenario } from './solve.ts'

/** Adds instances to each zone until the zones left can carry the load; keeps the fleets with the fewest. */
function byTrying({ load, perInstance, zones: most, utilisation }: ZonalScenario): string[] {
  const carries = (instances: number): boolean =>
    instances * perInstance * utilisation >= load * 100 * (1 - 1e-9)
  let found: string[] = []
  let fewest = Number.POSITIVE_INFINITY
  for (let zones = 2; zones <= most; zones++) {
    let perZone = 1
    while (!carries((zones - 1) * perZone)) perZone++
    if (zones * perZone < fewest) found = []
    fewest = Math.min(fewest, zones * perZone)
    if (zones * perZone === fewest) found.push(`${zones} ${perZone}`)
  }
  return found
}

const page =
  'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/static-stability.html'

tryFamily(zonalCountModel, {
  secondRoute: byTrying,
  golden: [
    {
      name: 'six instances of work in three zones need three in each',
      page,
      scenario: {
        ...zonalCountModel.sample(seededRandom('documented'), {} as never),
        ...{ load: 600, perInstance: 100, zones: 3, utilisation: 100 },
      },
      answers: ['3 3'],
    },
  ],
})

describe('instances for a lost zone', () => {
  test('a further zone never asks for more instances together', () => {
    const total = (scenario: ZonalScenario): number => {
      const { kind, amount } = planIn<string>(zonalCountModel.solve(scenario, {} as never)[0] ?? '')
      return Number(kind) * amount
    }
    for (let seed = 0; seed < 50; seed++) {
      const scenario = zonalCountModel.sample(seededRandom(`zones ${seed}`), {} as never)
      const [two, three] = [2, 3].map((zones) => total({ ...scenario, zones }))
      expect(three).toBeLessThanOrEqual(two ?? 0)
    }
  })
})
