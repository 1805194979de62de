import { expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { caseAfter } from '../iam/scene.ts'
import { mfaConditionModel, scenes } from './family.ts'

const drawn = scenes.map((scene, rendering) => ({ ...scene(seededRandom('documented')), rendering }))

// IAM user guide, aws:MultiFactorAuthPresent: long-term credentials do not carry the key, temporary ones do; Bool leaves
// requests without it alone in a deny, BoolIfExists treats them like sessions without MFA.
test.each(drawn)('scene $rendering: the documented change is the key', (scene) => {
  expect(mfaConditionModel.solve(scene, {} as never)).toEqual(['0'])
})

test.each(drawn)('scene $rendering: what is reported ends otherwise than wanted before', (scene) => {
  const reported = scene.asks.filter(({ name }) => name === 'reported')
  expect(reported.map((ask) => isAllowed(caseAfter(scene, {}, ask)) === ask.wanted)).toEqual([false])
})

tryFamily(mfaConditionModel, { golden: [] })
