import { expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { externalIdModel } from './family.ts'
import { sampleExternalId } from './sample.ts'
import { caseAfter } from './solve.ts'

const drawn = sampleExternalId(seededRandom('documented'))

// Access to AWS accounts owned by third parties: the external ID keeps out the vendor's other customers; without the
// condition they get in.
test('the documented confused deputy', () => {
  const scenario = { ...drawn, fault: 'open' as const }
  const enters = (edit: 'require-id' | null, caller: 'ours' | 'theirs' | 'stranger') =>
    isAllowed(caseAfter(scenario, edit, caller))
  expect([enters(null, 'ours'), enters(null, 'theirs'), enters(null, 'stranger')]).toEqual([
    true,
    true,
    false,
  ])
  expect([enters('require-id', 'ours'), enters('require-id', 'theirs')]).toEqual([true, false])
})

tryFamily(externalIdModel, { golden: [] })
