import { describe, expect, test } from 'vitest'
import { quorumState } from '../../cloud/capacity/quorum.ts'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { auroraQuorumModel, type QuorumScenario } from './family.ts'

const page =
  'https://aws.amazon.com/blogs/database/amazon-aurora-under-the-hood-quorum-and-correlated-failure/'
const values = factValues(shippedFacts())

const documented = (lost: readonly number[], writes: boolean): QuorumScenario => ({
  ...auroraQuorumModel.sample(seededRandom('documented'), values),
  lost,
  writes,
})

/** Takes copies away one at a time, the first that a zone still has, until the quorum is gone. */
function byFailing({ lost, writes }: QuorumScenario): number[] {
  const now = [...lost]
  for (let failed = 0; ; failed++) {
    const zone = now.findIndex((count) => count < 2)
    if (zone >= 0) now[zone] = (now[zone] ?? 0) + 1
    const state = quorumState({ lost: now }, values)
    if (zone < 0 || !(writes ? state.canWrite : state.canRead)) return [failed]
  }
}

tryFamily(auroraQuorumModel, {
  secondRoute: (scenario) =>
    (byFailing({ ...scenario, lost: scenario.lost }) as number[]).map((n) => Math.max(0, n)),
  golden: [
    {
      name: 'a zone may be lost without losing writes',
      page,
      scenario: documented([0, 0, 0], true),
      answers: [2],
    },
    {
      name: 'a zone and one copy more may be lost without losing reads',
      page,
      scenario: documented([2, 0, 0], false),
      answers: [1],
    },
  ],
})

describe('copies that may fail', () => {
  test('reads outlive writes by one copy', () => {
    const [writes, reads] = [true, false].map(
      (flag) => auroraQuorumModel.solve(documented([1, 0, 0], flag), values)[0],
    )
    expect([writes, reads]).toEqual([1, 2])
  })
})
