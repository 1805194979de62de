import { describe, expect, test } from 'vitest'
import { makeBank } from '../form/item-bank.ts'
import { makePack } from '../form/pool.fixture.ts'
import { fitRecalibration } from '../measurement/readiness/recalibration.ts'
import {
  basisText,
  followAbility,
  isShown,
  type Meeting,
  makeReadinessModel,
  predictReadiness,
  toReadiness,
} from './predict-readiness.ts'

const pack = makePack(200)
const bank = makeBank(pack, null)
const form = pack.items.slice(0, 50).map(({ id }) => bank.estimates.get(id)!)
const model = makeReadinessModel({ bank, form, recalibration: fitRecalibration([], 0), outcomes: 0 })
const meet = (count: number, correct: (index: number) => boolean, exposure = 1): Meeting[] =>
  pack.items
    .slice(50, 50 + count)
    .map(({ id }, index) => ({ itemId: id, correct: correct(index), day: 10, exposure }))
const predict = (meetings: readonly Meeting[], days = 0) =>
  predictReadiness(model, followAbility(model, meetings, 10), { days, madeAt: 10 })

describe('a prediction', () => {
  test('rises with what was right, within its interval', () => {
    const chances = [10, 25, 40].map((right) => predict(meet(50, (index) => index < right)))
    expect(chances[0]!.probability).toBeLessThan(0.05)
    expect(chances[2]!.probability).toBeGreaterThan(0.85)
    for (const { probability, low, high } of chances) {
      expect(low).toBeLessThanOrEqual(probability)
      expect(high).toBeGreaterThanOrEqual(probability)
    }
  })

  test('from nothing is a coin with an interval too wide to show', () => {
    const nothing = predict([])
    expect(nothing.probability).toBeCloseTo(0.5, 1)
    expect(nothing.shown).toBe(false)
    expect(toReadiness(model, nothing)).toMatchObject({ probability: null, low: null, high: null })
  })

  test('does not move by items met before, however often they were right', () => {
    const honest = meet(50, (index) => index % 2 === 0)
    const again = meet(50, () => true, 3)
    expect(predict([...honest, ...again]).probability).toBe(predict(honest).probability)
    expect(predict([...honest, ...again])).toMatchObject({ counted: 50, repeated: 50 })
  })

  test('for a later day is less sure, on both sides', () => {
    const strong = meet(50, (index) => index < 42)
    const [today, later] = [predict(strong), predict(strong, 84)]
    expect(later.probability).toBeLessThan(today.probability)
    expect(later.high - later.low).toBeGreaterThan(today.high - today.low)
  })

  test('passes over items of unknown parameters, unless the form tells them', () => {
    const stranger = { itemId: 'stranger', correct: true, day: 10, exposure: 1 }
    expect(followAbility(model, [stranger], 10).counted).toBe(0)
    expect(followAbility(model, [{ ...stranger, estimate: form[0] }], 10).counted).toBe(1)
  })

  test('says what it rests on, and that it is of own forms until two hundred outcomes', () => {
    const told = predict(meet(50, (index) => index < 45))
    expect(basisText(model, told)).toMatch(/From 50 first meetings.*Cairn's own forms: 0 of the 200.*judged/)
    const known = makeReadinessModel({ bank, form, recalibration: fitRecalibration([], 0), outcomes: 230 })
    expect(basisText(known, told)).toMatch(/Held against 230 reported outcomes/)
    expect(basisText(model, predict([]))).toMatch(/wider than one half/)
  })

  test('is named by what it is made of', () => {
    expect(model.name).toBe('predictive-1, parameters 0, correction none of 0')
  })

  test('an interval of one half is shown, a wider one is not', () => {
    expect([isShown(0.2, 0.7), isShown(0.2, 0.71)]).toEqual([true, false])
  })
})
