import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { type ZonalScenario, zonalCountModel } from './family.ts'

/** Adds instances to every zone until the zones left can carry the load. */
function byTrying({ load, perInstance, zones, utilisation }: ZonalScenario): number[] {
  let perZone = 1
  while ((zones - 1) * perZone * perInstance * utilisation < load * 100 * (1 - 1e-9)) perZone++
  return [perZone]
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
      answers: [3],
    },
  ],
})

describe('instances for a lost zone', () => {
  test('one zone fewer never asks for fewer instances in each', () => {
    for (let seed = 0; seed < 50; seed++) {
      const scenario = zonalCountModel.sample(seededRandom(`zones ${seed}`), {} as never)
      const [three, two] = [3, 2].map((zones) =>
        Number(zonalCountModel.solve({ ...scenario, zones }, {} as never)[0]),
      )
      expect(two).toBeGreaterThanOrEqual(three ?? 0)
    }
  })
})
