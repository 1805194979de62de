import { describe, expect, test } from 'vitest'
import { sampleForm } from '../../../test/support/sample-attempt.ts'
import {
  abilityOnForm,
  convertOnForm,
  estimateDomains,
  momentsOf,
  type ScoredPlace,
  scaleOnForm,
  tableOf,
} from './estimate-score.ts'

const form = sampleForm('f', 30)
const places = (correct: number, answered = 30): ScoredPlace[] =>
  form.items.map((place, index) => ({ place, correct: index < correct, answered: index < answered }))

describe('the score of a form', () => {
  test('is what its table says, with an interval of 1.96 standard errors within the scale', () => {
    const score = convertOnForm(form, 18)!
    expect(score).toMatchObject({ score: 720 })
    expect(score.low).toBe(Math.round(720 - 1.959964 * score.standardError))
    expect(convertOnForm(form, 0)).toMatchObject({ score: 100, low: 100 })
    expect(convertOnForm(form, 30)).toMatchObject({ score: 1000, high: 1000 })
  })

  test('a form drawn before forms were measured has none', () => {
    const { measurement: _, ...older } = form
    expect(convertOnForm(older, 18)).toBeNull()
  })

  test('where an item was withdrawn the table is made again of what is left', () => {
    const items = form.items.map((place) => ({ ...place, scored: place.position !== 3 }))
    const table = tableOf({ ...form, items })
    expect(table?.rows).toHaveLength(30)
    expect(table?.rawCut).toBe(18)
    expect(tableOf(form)).toBe(form.measurement?.conversion)
  })
})

describe('ability', () => {
  test('rises with what is right, and is surer with more answers', () => {
    const [low, high] = [
      momentsOf(abilityOnForm(form, places(8))),
      momentsOf(abilityOnForm(form, places(24))),
    ]
    expect(high.mean).toBeGreaterThan(low.mean + 1)
    expect(momentsOf(abilityOnForm(form, places(5, 8))).sd).toBeGreaterThan(high.sd)
  })

  test('items left open say nothing: none answered leaves the prior', () => {
    const { mean, sd } = momentsOf(abilityOnForm(form, places(0, 0)))
    expect(mean).toBeCloseTo(0, 6)
    expect(sd).toBeCloseTo(1, 3)
  })

  test('stands on the scale with the cut at 0', () => {
    const nodes = Float64Array.of(-1, 0, 1)
    expect(scaleOnForm(form, { nodes, weights: Float64Array.of(0, 1, 0) })).toMatchObject({
      score: 720,
      low: 720,
    })
    const able = scaleOnForm(form, abilityOnForm(form, places(28)))
    expect(able.score).toBeGreaterThan(760)
    expect(able.low).toBeLessThan(able.score)
  })
})

describe('domains', () => {
  test('have an estimate from twelve items on, from their own items alone', () => {
    const both = estimateDomains(form, places(30))
    expect([...both.keys()]).toEqual([1, 2])
    const uneven = form.items.map((place) => ({ place, correct: place.item.domain === 1, answered: true }))
    const estimates = estimateDomains(form, uneven)
    expect(estimates.get(1)!.score).toBeGreaterThan(estimates.get(2)!.score + 200)
    expect(estimates.get(1)!.low).toBeLessThan(estimates.get(1)!.score)
    const short = sampleForm('s', 22)
    const few = short.items.map((place) => ({ place, correct: true, answered: true }))
    expect(estimateDomains(short, few).size).toBe(0)
  })
})
