import { expect, test } from 'vitest'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { externalIdModel } from './family.ts'
import { type Caller, everyCaller, forUs, type TrustState, trusting, vendorAccount } from './ground.ts'

const entering = (state: TrustState): readonly string[] =>
  everyCaller(state).flatMap(({ who, asked }) => (isAllowed(asked) ? [who] : []))
const vendor = { sendsId: true, mayAssume: true }

// Access to AWS accounts owned by third parties: the external ID keeps out the vendor's other customers; without the
// condition they get in. Cross-account policy evaluation logic: the caller needs a permission of its own.
test.each<readonly [string, TrustState, readonly Caller[]]>([
  ['no condition', { ...vendor, trust: trusting(vendorAccount) }, ['ours', 'theirs']],
  ['external ID', { ...vendor, trust: trusting(vendorAccount, forUs) }, ['ours']],
  ['external ID that is not sent', { ...vendor, sendsId: false, trust: trusting(vendorAccount, forUs) }, []],
  ['caller without permission', { ...vendor, mayAssume: false, trust: trusting(vendorAccount, forUs) }, []],
  ['wildcard with external ID', { ...vendor, trust: trusting('*', forUs) }, ['ours', 'stranger']],
])('the documented confused deputy: %s', (_, state, expected) => {
  expect(entering(state)).toEqual(expected)
})

tryFamily(externalIdModel, { golden: [] })
