import { describe, expect, test } from 'vitest'
import { seededRandom } from '../kernel/seeded-random.ts'
import { fitFamily, newSibling, usualFamilyPrior } from './family-parameters.ts'
import type { FamilyPrior, SiblingResponse } from './family-posterior.ts'
import { itemParameters } from './model/item-parameters.ts'
import { probabilityCorrect } from './model/probability.ts'
import { expectedCurve } from './readiness/uncertain-item.ts'
import { drawNormal } from './simulation/draws.ts'

type Truth = { readonly a: number; readonly b: number; readonly tau: number }

function simulate(seed: string, { a, b, tau }: Truth, siblings: number, each: number): SiblingResponse[][] {
  const random = seededRandom(seed)
  return Array.from({ length: siblings }, () => {
    const item = itemParameters({ a, b: drawNormal(random, b, tau) })
    return Array.from({ length: each }, () => {
      const theta = drawNormal(random)
      const correct = random.next() < probabilityCorrect(theta, item)
      return { theta: drawNormal(random, theta, 0.2), thetaSd: 0.2, correct }
    })
  })
}

describe('fitFamily', () => {
  test('finds the middle and the spread of a family, each within its own error', () => {
    const truth = { a: 1.2, b: 0.4, tau: 0.5 }
    const found = fitFamily(simulate('spread', truth, 40, 40))
    expect(Math.abs(found.parameters.b - truth.b) / found.difficultySd).toBeLessThan(2.5)
    expect(Math.abs(Math.log(found.parameters.a / truth.a)) / found.logDiscriminationSd).toBeLessThan(2.5)
    expect(found.spreadLow).toBeLessThan(truth.tau)
    expect(found.spreadHigh).toBeGreaterThan(truth.tau)
    expect(found.spreadHigh - found.spreadLow).toBeLessThan(0.45)
    expect(found).toMatchObject({ siblings: 40, responses: 1600 })
  })

  test('siblings that are alike have a spread near 0, those that are not have not', () => {
    const alike = fitFamily(simulate('alike', { a: 1, b: 0, tau: 0 }, 30, 40))
    expect(alike.spreadLow).toBeLessThan(0.08)
    expect(alike.spread).toBeLessThan(0.25)
    const unlike = fitFamily(simulate('unlike', { a: 1, b: 0, tau: 0.9 }, 30, 40))
    expect(unlike.spreadLow).toBeGreaterThan(0.5)
  })

  test('the interval of the spread covers the truth as often as it says', () => {
    const tau = 0.4
    const covered = Array.from({ length: 20 }, (_, run) => {
      const { spreadLow, spreadHigh } = fitFamily(simulate(`cover ${run}`, { a: 1, b: 0.2, tau }, 15, 20))
      return spreadLow <= tau && tau <= spreadHigh
    })
    expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(17)
  })

  test('without responses it says what the prior says', () => {
    const prior: FamilyPrior = { ...usualFamilyPrior, difficulty: { mean: 0.7, sd: 0.5 } }
    const found = fitFamily([], prior)
    expect(found.parameters.b).toBeCloseTo(0.7, 6)
    expect(found.difficultySd).toBeCloseTo(0.5, 2)
    expect(found.spread).toBeCloseTo(0.4 * Math.sqrt(2 / Math.PI), 2)
    expect(found.spreadHigh).toBeCloseTo(0.4 * 2.2414, 1)
  })

  test('one response per sibling tells the middle, and of the spread little', () => {
    const found = fitFamily(simulate('once', { a: 1, b: -0.3, tau: 0.4 }, 300, 1))
    expect(Math.abs(found.parameters.b + 0.3)).toBeLessThan(0.4)
    expect(found.spreadHigh - found.spreadLow).toBeGreaterThan(0.6)
  })

  test('keeps the asymptotes that it was given', () => {
    const found = fitFamily(simulate('guess', { a: 1, b: 0, tau: 0.2 }, 5, 10), {
      ...usualFamilyPrior,
      c: 0.25,
    })
    expect(found.parameters).toMatchObject({ c: 0.25, d: 1 })
  })

  test('refuses a prior without spread and an ability that is no number', () => {
    expect(() => fitFamily([], { ...usualFamilyPrior, spreadScale: 0 })).toThrow(RangeError)
    expect(() => fitFamily([[{ theta: Number.NaN, thetaSd: 0, correct: true }]])).toThrow(RangeError)
  })
})

describe('newSibling', () => {
  test('is flatter than the middle of its family by the spread between siblings', () => {
    const family = {
      ...fitFamily([]),
      parameters: itemParameters({ a: 1.5, b: 0 }),
      logDiscriminationSd: 0,
      difficultySd: 0,
      spread: 0.8,
    }
    const curve = expectedCurve(newSibling(family), [-1, 0, 1])
    expect(curve[1]).toBeCloseTo(0.5, 9)
    expect(curve[2]! - curve[0]!).toBeLessThan(
      probabilityCorrect(1, family.parameters) - probabilityCorrect(-1, family.parameters),
    )
  })
})
