import { expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { callers, type MfaRule, passes } from './conditions.ts'
import { mfaConditionModel } from './family.ts'

const drawn = mfaConditionModel.sample(seededRandom('documented'), {} as never)
const passing = (rule: MfaRule) =>
  callers.filter((caller) => passes({ ...drawn, before: rule }, rule, caller))

// IAM user guide, aws:MultiFactorAuthPresent: long-term credentials do not carry the key; Bool leaves them alone in a deny,
// BoolIfExists treats them like sessions without MFA.
test('the documented statements', () => {
  expect(passing({ effect: 'Deny', operator: 'Bool', value: 'false' })).toEqual(['with-mfa', 'access-key'])
  expect(passing({ effect: 'Deny', operator: 'BoolIfExists', value: 'false' })).toEqual(['with-mfa'])
  expect(passing({ effect: 'Allow', operator: 'Bool', value: 'true' })).toEqual(['with-mfa'])
  expect(passing({ effect: 'Allow', operator: 'BoolIfExists', value: 'true' })).toEqual([
    'with-mfa',
    'access-key',
  ])
})

tryFamily(mfaConditionModel, { golden: [] })
