import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areEnemies } from '../item/enemies.ts'
import type { Item } from '../item/types.ts'
import { seededRandom, shuffle } from '../kernel/seeded-random.ts'
import { costOf, countItem, type Tally, targetOf } from './choice-cost.ts'
import type { Choice, ChoiceRequest } from './choose-items.ts'
import { improveChoice } from './improve-choice.ts'
import { makePack } from './pool.fixture.ts'

const pool = makePack(120).items
const domains = (items: readonly Item[]): number[] => items.map(({ domain }) => domain).sort()

function randomChoice(seed: string): { choice: Choice; request: ChoiceRequest } {
  const random = seededRandom(seed)
  const peaceful = shuffle(pool, random).filter((item) => item.enemies.length === 0)
  const timesSeen = new Map(pool.filter((_, index) => index % 3 === 0).map(({ id }) => [id, 1]))
  const request = { pool, quotas: new Map(), pretestItems: 5, timesSeen, random }
  return { request, choice: { sets: [], scored: peaceful.slice(0, 20), pretest: peaceful.slice(20, 25) } }
}

function cost({ sets, scored, pretest }: Choice, request: ChoiceRequest): number {
  const tally: Tally = { counts: new Map(), angoff: 0, exposures: 0 }
  const countAll = (items: readonly Item[], isScored: boolean): void => {
    for (const item of items)
      countItem(tally, item, { scored: isScored, sign: 1, timesSeen: request.timesSeen.get(item.id) ?? 0 })
  }
  countAll([...sets.flat(), ...scored], true)
  countAll(pretest, false)
  return costOf(tally, targetOf({ sets, scored, pretest }, request))
}

describe('improveChoice', () => {
  test('keeps size, domains and peace for any seed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { choice, request } = randomChoice(seed)
        const better = improveChoice(choice, request)
        const items = [...better.scored, ...better.pretest]
        expect(domains(better.scored)).toEqual(domains(choice.scored))
        expect(better.pretest).toHaveLength(choice.pretest.length)
        expect(new Set(items).size).toBe(25)
        expect(items.some((a) => items.some((b) => a !== b && areEnemies(a, b)))).toBe(false)
      }),
      { numRuns: 25 },
    )
  })

  test('lowers the cost of a random choice by far, and avoids what was seen', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { choice, request } = randomChoice(seed)
      const better = improveChoice(choice, request)
      expect(cost(better, request)).toBeLessThan(cost(choice, request) / 2)
      expect(better.scored.filter(({ id }) => request.timesSeen.has(id))).toEqual([])
    }
  })

  test('leaves case studies and the empty choice as they are', () => {
    const { choice, request } = randomChoice('sets')
    const sets = [choice.scored.slice(0, 3)]
    expect(improveChoice({ ...choice, sets, scored: choice.scored.slice(3) }, request).sets).toBe(sets)
    expect(improveChoice({ sets: [], scored: [], pretest: [] }, request)).toEqual({
      sets: [],
      scored: [],
      pretest: [],
    })
  })
})

describe('costOf', () => {
  test('prices exposures, difficulty and shares as it says', () => {
    const target = { shares: new Map([['kind multiple-choice', 3]]), scored: 2, meanAngoff: 0.6 }
    const tally: Tally = { counts: new Map([['kind multiple-choice', 1]]), angoff: 1, exposures: 2 }
    expect(costOf(tally, target)).toBeCloseTo(10 * 2 + 200 * 0.1 + 0.5 * 4, 9)
  })

  test('counting an item in and out again changes nothing', () => {
    const tally: Tally = { counts: new Map(), angoff: 0, exposures: 0 }
    for (const sign of [1, -1] as const) countItem(tally, pool[3]!, { scored: true, sign, timesSeen: 2 })
    expect([...tally.counts.values(), tally.angoff, tally.exposures]).toEqual([0, 0, 0, 0])
  })
})
