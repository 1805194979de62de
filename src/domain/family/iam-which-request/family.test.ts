import { expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { whichRequestModel } from './family.ts'
import { sampleRequests } from './sample.ts'
import { edits, type RequestScenario } from './scenario.ts'
import { caseAfter, solveRequests } from './solve.ts'

const subsets = Array.from({ length: 2 ** edits.length }, (_, bits) =>
  edits.filter((__, place) => (bits >> place) % 2 === 1),
)

/** Enumeration: the smallest set of edits after which the call is allowed. */
function smallest(scenario: RequestScenario): string[] {
  const working = subsets
    .filter((set) => isAllowed(caseAfter(scenario, new Set(set))))
    .toSorted((a, b) => a.length - b.length)
  return working[0] === undefined || working[0].length === 0 ? [] : [working[0].join('+')]
}

const ground = sampleRequests(seededRandom('documented'))

// Cross-account policy evaluation logic: both the policies of the caller's account and the resource's policy must allow.
test.each([
  [{ identity: true, boundary: null, exempt: null, resource: false }, ['resource']],
  [{ identity: false, boundary: null, exempt: null, resource: true }, ['identity']],
  [{ identity: true, boundary: false, exempt: false, resource: true }, ['boundary+exempt']],
  [{ identity: true, boundary: true, exempt: true, resource: true }, []],
] as const)('%j needs %j', (state, plan) => {
  expect(solveRequests({ ...ground, state })).toEqual(plan)
})

tryFamily(whichRequestModel, { golden: [], secondRoute: smallest, seeds: 1000 })
