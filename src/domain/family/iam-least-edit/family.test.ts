import { expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { caseAfter } from '../iam/scene.ts'
import { leastEditModel, scenes } from './family.ts'

const drawn = scenes.map((scene, rendering) => ({ ...scene(seededRandom('documented')), rendering }))

// The pages named in each scene's references decide for its first deed.
test.each(drawn)('scene $rendering: the documented edit is the key', (scene) => {
  expect(leastEditModel.solve(scene, {} as never)).toEqual(['0'])
})

test.each(drawn)(
  'scene $rendering: something is refused before, and nothing is open that must be closed',
  (scene) => {
    const ends = scene.asks.map((ask) => [ask.wanted, isAllowed(caseAfter(scene, {}, ask))])
    expect(ends.filter(([wanted, allowed]) => wanted === true && allowed === false)).not.toEqual([])
    expect(ends.filter(([wanted, allowed]) => wanted === false && allowed === true)).toEqual([])
  },
)

tryFamily(leastEditModel, { golden: [] })
