import { expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { leastEditModel } from './family.ts'
import { sampleEdit } from './sample.ts'

const keyOf = { missing: 'grant', denied: 'narrow', bounded: 'extend' } as const

// Policy evaluation logic and permissions boundaries: an allow is needed in the policy and in the boundary, and an
// explicit deny outweighs both; least privilege rules out the wider of two edits that work.
test('each fault has its one edit', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const scenario = sampleEdit(seededRandom(`fault ${seed}`))
    expect(leastEditModel.solve(scenario, {} as never)).toEqual([keyOf[scenario.fault]])
  }
})

tryFamily(leastEditModel, { golden: [] })
