import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { commitmentModel } from './family.ts'
import { type CommitmentScenario, solveCommitment } from './solve.ts'

/** Hundredths of an on-demand hour in a day, with a commitment to so many instances. */
const costOf = ({ load, plan }: CommitmentScenario, instances: number): number =>
  load.reduce(
    (sum, part) =>
      sum + part.hours * (instances * (100 - plan.discount) + Math.max(0, part.instances - instances) * 100),
    0,
  )

/** Tries every number of instances. */
function byTrying(scenario: CommitmentScenario): number[] {
  const most = Math.max(...scenario.load.map(({ instances }) => instances))
  const costs = Array.from({ length: most + 1 }, (_, instances) => costOf(scenario, instances))
  return [costs.indexOf(Math.min(...costs))]
}

tryFamily(commitmentModel, { secondRoute: byTrying, golden: [] })

describe('commitments', () => {
  test('a higher discount never covers fewer instances', () => {
    const scenario = commitmentModel.sample(seededRandom('cheaper'), {} as never)
    const sizes = [5, 30, 50, 70, 95].map((discount) =>
      Number(solveCommitment({ ...scenario, plan: { ...scenario.plan, discount } })[0]),
    )
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  })
})
