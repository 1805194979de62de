import { describe, expect, test } from 'vitest'
import { emptyDraft, place } from './draft.ts'
import { violationOf } from './energy.ts'
import { mendForms } from './mend-forms.ts'
import { makeModel } from './model.ts'
import { exactly, poolItem } from './parallel.fixture.ts'
import { findPeers } from './propose-move.ts'

/** Items a and b of domain 1, x and y of domain 2; forms of two items, one of each domain. */
const pool = ['a', 'b', 'x', 'y'].map((id) => poolItem(id, { domain: id < 'm' ? '1' : '2' }))
const rules = { length: 2, domains: { '1': exactly(1), '2': exactly(1) } }
const aim = { kind: 'most', abilities: 1 } as const

describe('mending forms', () => {
  test('finds the one free item that helps', () => {
    const model = makeModel({ pool, rules: { ...rules, forms: 1 }, aim })
    const draft = emptyDraft(model)
    for (const unit of [0, 1]) place(model, draft, 0, unit)
    expect(violationOf(model, draft, 0)).toBe(2)
    mendForms(model, draft, findPeers(model))
    expect(violationOf(model, draft, 0)).toBe(0)
  })

  test('exchanges items of two forms where the pool is used up', () => {
    const model = makeModel({ pool, rules: { ...rules, forms: 2 }, aim })
    const draft = emptyDraft(model)
    for (const [form, unit] of [
      [0, 0],
      [0, 1],
      [1, 2],
      [1, 3],
    ] as const)
      place(model, draft, form, unit)
    mendForms(model, draft, findPeers(model))
    expect([0, 1].map((form) => violationOf(model, draft, form))).toEqual([0, 0])
    expect([...draft.uses]).toEqual([1, 1, 1, 1])
  })

  test('leaves forms as they are where no swap helps', () => {
    const model = makeModel({ pool: pool.slice(0, 2), rules: { ...rules, forms: 1 }, aim })
    const draft = emptyDraft(model)
    for (const unit of [0, 1]) place(model, draft, 0, unit)
    mendForms(model, draft, findPeers(model))
    expect(draft.members[0]).toEqual([0, 1])
  })
})
