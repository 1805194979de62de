import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { type Draft, place, remove } from './draft.ts'
import { type Change, energyAfter, energyOf, missOf, type Prices, violationOf } from './energy.ts'
import { type AssemblyModel, makeModel } from './model.ts'
import { drawnPool, oneOf, tenItemForms, withSets } from './parallel.fixture.ts'
import { findPeers, proposeMove } from './propose-move.ts'
import { startDraft } from './start-draft.ts'

const prices: Prices = { aims: Float64Array.of(1.5, 1.4), bothSides: true, slack: 0, violation: 0.02 }

const model = makeModel(
  tenItemForms(withSets(drawnPool(80, 'energy'), 4), {
    forms: 4,
    kinds: { 'multiple-response': { low: 2, high: 3 } },
    seconds: { low: 0, high: 780 },
    sets: { low: 1, high: 2 },
  }),
)

/** The same draft with every sum counted anew. */
function countedAnew(from: AssemblyModel, draft: Draft): Draft {
  const fresh = { ...startDraft(from, seededRandom('other')) }
  fresh.members.forEach((members, form) => {
    for (const unit of [...members]) remove(from, fresh, form, unit)
  })
  draft.members.forEach((members, form) => {
    for (const unit of members) place(from, fresh, form, unit)
  })
  return fresh
}

describe('the energy of a form', () => {
  test('foretold for a move is what it is once the move is made, and what counting anew gives', () => {
    const random = seededRandom('moves')
    const draft = startDraft(model, random)
    const search = { model, draft, peers: findPeers(model), random }
    let made = 0
    for (let trial = 0; trial < 400; trial++) {
      const changes: readonly Change[] = proposeMove(search)
      const foretold = changes.map((change) => energyAfter(model, draft, change, prices))
      for (const { form, out, into } of changes) {
        for (const unit of out) remove(model, draft, form, unit)
        for (const unit of into) place(model, draft, form, unit)
      }
      changes.forEach(({ form }, index) => {
        expect(energyOf(model, draft, form, prices)).toBeCloseTo(foretold[index]!, 9)
        made += 1
      })
    }
    expect(made).toBeGreaterThan(200)
    const anew = countedAnew(model, draft)
    draft.members.forEach((_, form) => {
      expect(violationOf(model, draft, form)).toBeCloseTo(violationOf(model, anew, form), 9)
      expect(energyOf(model, draft, form, prices)).toBeCloseTo(energyOf(model, anew, form, prices), 9)
    })
  })

  test('counts a pair of rivals once, and rivals that come together', () => {
    const rivals = model.rivals.findIndex((each) => each.length > 0)
    const other = model.rivals[rivals]![0]!
    const draft = startDraft(model, seededRandom('rivals'))
    const members = draft.members[0]!
    for (const unit of [...members]) remove(model, draft, 0, unit)
    const alone = violationOf(model, draft, 0)
    const together = energyAfter(model, draft, { form: 0, out: [], into: [rivals, other] }, prices)
    place(model, draft, 0, rivals)
    place(model, draft, 0, other)
    expect(energyOf(model, draft, 0, prices)).toBeCloseTo(together, 9)
    expect(draft.conflicts[0]).toBe(1)
    remove(model, draft, 0, oneOf([rivals, other], seededRandom('one')))
    expect(draft.conflicts[0]).toBe(0)
    expect(violationOf(model, draft, 0)).toBeLessThan(alone)
  })
})

describe('a miss of an aim', () => {
  const aims = Float64Array.of(10)

  test.each([
    ['below, one side', 9, false, 0, 0.1],
    ['above, one side', 12, false, 0, 0],
    ['above, both sides', 12, true, 0, 0.2],
    ['within the slack', 10.4, true, 0.05, 0],
    ['beyond the slack', 8, true, 0.05, 0.15],
  ])('%s', (_, value, bothSides, slack, miss) => {
    expect(missOf(value, 0, { aims, bothSides, slack, violation: 1 })).toBeCloseTo(miss, 12)
  })
})
