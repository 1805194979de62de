import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { type CommitmentScenario, commitmentModel } from './family.ts'

const costOf = ({ load, onDemand, committed }: CommitmentScenario, instances: number): number =>
  load.reduce(
    (sum, part) =>
      sum + part.hours * (instances * committed + Math.max(0, part.instances - instances) * onDemand),
    0,
  )

/** Tries every number of instances. */
function byTrying(scenario: CommitmentScenario): number[] {
  const most = Math.max(...scenario.load.map(({ instances }) => instances))
  const costs = Array.from({ length: most + 1 }, (_, instances) => costOf(scenario, instances))
  return [costs.indexOf(Math.min(...costs))]
}

const settled = (scenario: CommitmentScenario): number[] =>
  commitmentModel.constraints?.(scenario, {} as never) === false
    ? commitmentModel.solve(scenario, {} as never).map(Number)
    : byTrying(scenario)

tryFamily(commitmentModel, { secondRoute: settled, golden: [] })

describe('commitments', () => {
  test('a cheaper commitment never covers fewer instances', () => {
    const scenario = commitmentModel.sample(seededRandom('cheaper'), {} as never)
    const sizes = [0.95, 0.7, 0.5, 0.3, 0.05].map((share) =>
      Number(commitmentModel.solve({ ...scenario, committed: scenario.onDemand * share }, {} as never)[0]),
    )
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  })
})
