import { expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { sessionPolicyModel } from './family.ts'
import { sampleSession } from './sample.ts'
import { type Edit, edits, type SessionScenario } from './scenario.ts'
import { caseAfter } from './solve.ts'

const ofBroker: readonly Edit[] = ['drop', 'sessionTask', 'sessionFile']

/** Enumeration: the one pair of changes that meets everything. */
function pairs(scenario: SessionScenario): Edit[] {
  const { proposed, frozen } = scenario.situation
  const found = edits.flatMap((one, place) => edits.slice(place + 1).map((other) => [one, other] as const))
  const meeting = found.filter((pair) => {
    const done = new Set(pair)
    return (
      pair.every((edit) => proposed.includes(edit) && !(frozen && ofBroker.includes(edit))) &&
      isAllowed(caseAfter(scenario, done, 'task')) &&
      isAllowed(caseAfter(scenario, done, 'file')) &&
      !isAllowed(caseAfter(scenario, done, 'other'))
    )
  })
  expect(meeting).toHaveLength(1)
  return [...(meeting[0] ?? [])]
}

// Policies and permissions in IAM, session policies: a resource-based policy that names the role is limited by the
// session policy, one that names the session is not.
test('grants of a bucket policy to the role and to the session', () => {
  const drawn = sampleSession(seededRandom('documented'))
  const scenario = { ...drawn, situation: { ...drawn.situation, file: 'session-lacks' as const } }
  expect(isAllowed(caseAfter(scenario, new Set(['bucketForRole']), 'file'))).toBe(false)
  expect(isAllowed(caseAfter(scenario, new Set(['bucketForSession']), 'file'))).toBe(true)
})

tryFamily(sessionPolicyModel, { golden: [], secondRoute: pairs })
