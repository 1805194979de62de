import { describe, expect, test } from 'vitest'
import { blueprintOf } from './blueprint.ts'
import { sampleBlueprint } from './pool.fixture.ts'
import { makeVersion } from './version.fixture.ts'

const unknownWeights = makeVersion().domains.map((domain) => ({ ...domain, weightPercent: null }))
const unknown = makeVersion({
  scoredItems: null,
  unscoredItems: null,
  totalItems: 75,
  durationMinutes: null,
  cutScore: null,
  itemKinds: null,
  domains: unknownWeights,
})
const nothingAssumed = { assumes: [] }

describe('blueprintOf', () => {
  test('takes the facts of the exam version and assumes nothing where all are known', () => {
    expect(blueprintOf(makeVersion(), nothingAssumed)).toEqual(sampleBlueprint)
  })

  test('known facts win over what a pack assumes', () => {
    const assumed = {
      scoredItems: 10,
      unscoredItems: 1,
      durationMinutes: 9,
      cutScore: 500,
      kinds: ['ordering'] as const,
      weights: { 1: 97 },
    }
    expect(blueprintOf(makeVersion(), { assumes: [], assumed })).toEqual(sampleBlueprint)
  })

  test('repeats what the pack says about itself', () => {
    expect(blueprintOf(makeVersion(), { assumes: ['Tasks count the same.'] }).assumes).toEqual([
      'Tasks count the same.',
    ])
  })

  test('fills gaps with what the pack assumes, and says so', () => {
    const assumed = {
      like: 'TST-C00',
      scoredItems: 65,
      unscoredItems: 10,
      durationMinutes: 180,
      cutScore: 700,
      kinds: ['multiple-choice', 'ordering'] as const,
      weights: { 1: 40, 2: 30, 3: 20, 4: 10 },
    }
    const blueprint = blueprintOf(unknown, { assumes: [], assumed })
    expect(blueprint).toMatchObject({
      scoredItems: 65,
      unscoredItems: 10,
      durationMinutes: 180,
      cutScore: 700,
      kinds: ['multiple-choice', 'ordering'],
    })
    expect(blueprint.domains.map(({ weightPercent }) => weightPercent)).toEqual([40, 30, 20, 10])
    expect(blueprint.assumes).toHaveLength(7)
    expect(blueprint.assumes.at(-1)).toContain('TST-C00')
  })

  test('falls back to plain defaults and equal domains, and says that too', () => {
    const blueprint = blueprintOf(unknown, nothingAssumed)
    expect(blueprint).toMatchObject({
      scoredItems: 75,
      unscoredItems: 0,
      durationMinutes: 150,
      cutScore: 750,
      kinds: ['multiple-choice', 'multiple-response'],
    })
    expect(blueprint.domains.map(({ weightPercent }) => weightPercent)).toEqual([null, null, null, null])
    expect(blueprint.assumes).toHaveLength(6)
    expect(blueprint.assumes.join(' ')).toContain('every domain counts the same')
  })

  test('weights assumed for some domains only are no weights', () => {
    const blueprint = blueprintOf(makeVersion({ domains: unknownWeights }), {
      assumes: [],
      assumed: { weights: { 1: 50 } },
    })
    expect(blueprint.domains.every(({ weightPercent }) => weightPercent === null)).toBe(true)
  })

  test('derives the unscored items from the total where the scored ones are known', () => {
    const blueprint = blueprintOf(makeVersion({ unscoredItems: null }), nothingAssumed)
    expect(blueprint).toMatchObject({ scoredItems: 50, unscoredItems: 15 })
    expect(blueprint.assumes).toHaveLength(1)
  })

  test('leaves the case study out of the kinds: its items are of the other kinds', () => {
    const blueprint = blueprintOf(
      makeVersion({ itemKinds: ['multiple-choice', 'case-study', 'matching'] }),
      nothingAssumed,
    )
    expect(blueprint.kinds).toEqual(['multiple-choice', 'matching'])
  })
})
