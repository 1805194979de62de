import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { violationOf } from './energy.ts'
import { makeModel } from './model.ts'
import { drawnPool, poolItem, tenItemForms, withSets } from './parallel.fixture.ts'
import { startDraft } from './start-draft.ts'

describe('the start of a search', () => {
  test('fills every form to its length, with each unit on as many forms as it may stand', () => {
    const model = makeModel(tenItemForms(withSets(drawnPool(50, 'start'), 5), { forms: 5, mostUses: 2 }))
    const { members, uses } = startDraft(model, seededRandom('a'))
    for (const units of members) {
      expect(units.reduce((sum, unit) => sum + model.units[unit]!.length, 0)).toBe(10)
      expect(new Set(units).size).toBe(units.length)
    }
    expect(uses.every((count, unit) => count <= model.capacity[unit]!)).toBe(true)
    expect(uses.reduce((sum, count, unit) => sum + count * model.units[unit]!.length, 0)).toBe(50)
  })

  test('keeps the rules where that is easy', () => {
    const model = makeModel(tenItemForms(drawnPool(200, 'easy'), { forms: 3 }))
    const draft = startDraft(model, seededRandom('b'))
    expect([0, 1, 2].map((form) => violationOf(model, draft, form))).toEqual([0, 0, 0])
  })

  test('fills forms from the wrong domain rather than not', () => {
    const pool = Array.from({ length: 12 }, (_, index) => poolItem(`i${index}`, { information: [1, 1] }))
    const model = makeModel(tenItemForms(pool, { forms: 1 }))
    const draft = startDraft(model, seededRandom('c'))
    expect(draft.members[0]).toHaveLength(10)
    expect(violationOf(model, draft, 0)).toBe(10)
  })

  test('leaves a form short where the pool is', () => {
    const model = makeModel(tenItemForms(drawnPool(15, 'few'), { forms: 2 }))
    const { members } = startDraft(model, seededRandom('d'))
    expect(members.flat()).toHaveLength(15)
  })
})
