import { expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { caseAfter } from '../iam/scene.ts'
import { scenes, whichLayerModel } from './family.ts'

const drawn = scenes.map((scene, rendering) => ({ ...scene(seededRandom('documented')), rendering }))

// The pages named in each scene's references decide for its first explanation.
test.each(drawn)('scene $rendering: the documented cause is the key', (scene) => {
  expect(whichLayerModel.solve(scene, {} as never)).toEqual(['0'])
})

test.each(drawn)('scene $rendering: every other explanation misses a finding', (scene) => {
  for (const { makes } of scene.deeds.slice(1)) {
    const missed = scene.asks.filter((ask) => isAllowed(caseAfter(scene, makes, ask)) !== ask.wanted)
    expect(missed).not.toEqual([])
  }
})

tryFamily(whichLayerModel, { golden: [] })
