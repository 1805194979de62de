import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { place, remove, stands } from './draft.ts'
import { makeModel } from './model.ts'
import { drawnPool, poolItem, tenItemForms, withSets } from './parallel.fixture.ts'
import { findPeers, proposeMove } from './propose-move.ts'
import { startDraft } from './start-draft.ts'

describe('moves of a search', () => {
  test('keep the length of every form, put no unit on a form twice, and keep to the uses', () => {
    const model = makeModel(tenItemForms(withSets(drawnPool(45, 'moves'), 5), { forms: 4, mostUses: 2 }))
    const random = seededRandom('walk')
    const draft = startDraft(model, random)
    const search = { model, draft, peers: findPeers(model), random }
    const size = (units: readonly number[]): number =>
      units.reduce((sum, unit) => sum + model.units[unit]!.length, 0)
    let [exchanges, setSwaps] = [0, 0]
    for (let trial = 0; trial < 3000; trial++) {
      const changes = proposeMove(search)
      if (changes.length === 2) exchanges += 1
      for (const { form, out, into } of changes) {
        expect(size(out)).toBe(size(into))
        if (out.length !== into.length) setSwaps += 1
        for (const unit of out) remove(model, draft, form, unit)
        for (const unit of into) {
          expect(stands(model, draft, form, unit)).toBe(false)
          place(model, draft, form, unit)
        }
      }
      expect(draft.uses.every((count, unit) => count <= model.capacity[unit]!)).toBe(true)
    }
    expect(exchanges).toBeGreaterThan(100)
    expect(setSwaps).toBeGreaterThan(20)
  })

  test('are none where there is nothing to swap', () => {
    const model = makeModel(tenItemForms([poolItem('only', { information: [1, 1] })], { forms: 1 }))
    const random = seededRandom('none')
    const search = { model, draft: startDraft(model, random), peers: findPeers(model), random }
    expect(Array.from({ length: 20 }, () => proposeMove(search)).flat()).toEqual([])
  })

  test('never bring a unit that is used up', () => {
    const pool = drawnPool(40, 'used').map((item, index) => ({ ...item, uses: index < 20 ? 1 : 0 }))
    const model = makeModel(tenItemForms(pool, { forms: 1 }))
    const peers = findPeers(model)
    const offered = new Set([...peers.twins, ...peers.neighbours, ...peers.sameSize, peers.singles].flat())
    expect([...offered].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => 20 + index))
  })
})
