import { expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { tagKeysModel } from './family.ts'
import { caseOf, sampleTagKeys } from './sample.ts'

const ground = { ...sampleTagKeys(seededRandom('documented')), effect: 'Allow' as const }
const passes = (set: 'ForAllValues' | 'ForAnyValue', absent: 'false' | null) =>
  (['known', 'mixed', 'foreign', 'untagged'] as const).filter((request) =>
    isAllowed(caseOf(ground, { set, absent, operator: 'StringEquals' }, request)),
  )

// Single-valued vs. multivalued context keys: ForAllValues is true where the request has no such key, ForAnyValue is not.
test('the set operators on documented requests', () => {
  expect(passes('ForAllValues', null)).toEqual(['known', 'untagged'])
  expect(passes('ForAllValues', 'false')).toEqual(['known'])
  expect(passes('ForAnyValue', null)).toEqual(['known', 'mixed'])
})

tryFamily(tagKeysModel, { golden: [] })
