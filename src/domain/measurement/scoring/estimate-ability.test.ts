import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { testInformation } from '../model/information.ts'
import { anyItem } from '../model/item.fixture.ts'
import { simulateItems } from '../simulation/simulate-items.ts'
import { simulateOccasion } from '../simulation/simulate-responses.ts'
import { abilityTermsAt, logLikelihoodAt } from './ability-terms.ts'
import {
  type AbilityMethod,
  estimateAbility,
  estimateEap,
  estimateMap,
  estimateMle,
  estimateWle,
} from './estimate-ability.ts'

const rasch = [-1, 0, 1].map((b) => ({ a: 1, b, c: 0, d: 1 }))
const answered = fc.array(fc.record({ item: anyItem, score: fc.nat(1) }), { minLength: 1, maxLength: 15 })
const split = (answers: readonly { item: (typeof rasch)[number]; score: number }[]) => ({
  items: answers.map(({ item }) => item),
  scores: answers.map(({ score }) => score),
})

describe('estimateMle', () => {
  test('solves the Rasch equation: the expected score is the raw score', () => {
    const { theta, se } = estimateMle([1, 1, 0], rasch)!
    const expected = rasch.reduce((sum, { b }) => sum + 1 / (1 + Math.exp(b - theta)), 0)
    expect(expected).toBeCloseTo(2, 11)
    expect(se).toBeCloseTo(1 / Math.sqrt(testInformation(theta, rasch)), 12)
  })

  test('is nowhere beaten on a fine grid, also where the likelihood has several maxima', () => {
    fc.assert(
      fc.property(answered, (answers) => {
        const { items, scores } = split(answers)
        const { theta } = estimateMle(scores, items)!
        const best = logLikelihoodAt(theta, answers)
        for (let x = -10; x <= 10; x += 0.037)
          expect(logLikelihoodAt(x, answers)).toBeLessThanOrEqual(best + 1e-9)
      }),
    )
  })

  test('of a pattern with two maxima takes the higher', () => {
    const items = [
      { a: 2.5, b: -2, c: 0, d: 1 },
      { a: 2.5, b: 2, c: 0.25, d: 1 },
      { a: 2.5, b: 2.2, c: 0.25, d: 1 },
    ]
    const { theta } = estimateMle([0, 1, 1], items)!
    expect(theta).toBeLessThan(0)
  })

  test('of all right or all wrong is a bound, and says so', () => {
    expect(estimateMle([1, 1, 1], rasch)).toMatchObject({ theta: 10, bounded: true })
    expect(estimateMle([0, 0, 0], rasch, { bounds: [-4, 4] })).toMatchObject({ theta: -4, bounded: true })
  })

  test('knows nothing without answers', () => {
    expect(estimateMle([null, null, null], rasch)).toBeUndefined()
    expect(estimateWle([null, null, null], rasch)).toBeUndefined()
  })
})

describe('estimateWle', () => {
  test('is a zero of the weighted equation', () => {
    fc.assert(
      fc.property(answered, (answers) => {
        const { items, scores } = split(answers)
        const { theta, bounded } = estimateWle(scores, items)!
        if (bounded) return
        const { slope, information, warm } = abilityTermsAt(theta, answers)
        expect(Math.abs(slope + warm / (2 * information))).toBeLessThan(1e-7)
      }),
    )
  })

  test('is finite for all right and all wrong, and symmetric for a symmetric test', () => {
    const [low, high] = [estimateWle([0, 0, 0], rasch)!, estimateWle([1, 1, 1], rasch)!]
    expect(high.bounded).toBe(false)
    expect(high.theta).toBeCloseTo(-low.theta, 10)
  })

  test('is less biased than maximum likelihood for an able candidate', () => {
    const items = simulateItems({ model: '2pl' }, 15, seededRandom('wle items'))
    const people = Array.from({ length: 800 }, () => 1.2)
    const { responses } = simulateOccasion({ people, items }, seededRandom('wle'))
    const bias = (method: AbilityMethod) => {
      const sum = people.reduce((total, theta, person) => {
        const scores = [...responses.cells.subarray(person * 15, (person + 1) * 15)]
        return total + estimateAbility(scores, items, { method, bounds: [-6, 6] })!.theta - theta
      }, 0)
      return Math.abs(sum / people.length)
    }
    expect(bias('wle')).toBeLessThan(0.06)
    expect(bias('wle')).toBeLessThan(bias('mle'))
  })
})

describe('estimateMap', () => {
  test('lies between the prior mean and the maximum of the likelihood', () => {
    const [map, mle] = [estimateMap([1, 1, 0], rasch), estimateMle([1, 1, 0], rasch)!]
    expect(map.theta).toBeGreaterThan(0)
    expect(map.theta).toBeLessThan(mle.theta)
    expect(map.se).toBeCloseTo(1 / Math.sqrt(testInformation(map.theta, rasch) + 1), 12)
  })

  test('is nowhere beaten on a fine grid', () => {
    fc.assert(
      fc.property(answered, (answers) => {
        const { items, scores } = split(answers)
        const height = (x: number) => logLikelihoodAt(x, answers) - (x - 0.5) ** 2 / (2 * 0.64)
        const { theta } = estimateMap(scores, items, { prior: { mean: 0.5, sd: 0.8 } })
        for (let x = -6; x <= 6; x += 0.043) expect(height(x)).toBeLessThanOrEqual(height(theta) + 1e-9)
      }),
    )
  })

  test('refuses a prior without spread', () => {
    expect(() => estimateMap([], [], { prior: { mean: 0, sd: 0 } })).toThrow(RangeError)
  })
})

describe('estimateAbility', () => {
  test('names the four methods', () => {
    const scores = [1, 0, 1]
    expect(estimateAbility(scores, rasch, { method: 'eap' })).toEqual(estimateEap(scores, rasch))
    expect(estimateAbility(scores, rasch, { method: 'map' })).toEqual(estimateMap(scores, rasch))
    expect(estimateAbility(scores, rasch, { method: 'mle' })).toEqual(estimateMle(scores, rasch))
    expect(estimateAbility(scores, rasch, { method: 'wle' })).toEqual(estimateWle(scores, rasch))
  })

  test.each(['eap', 'map', 'mle', 'wle'] as const)(
    'gives numbers by %s for 5,000 answers, all right or all wrong',
    (method) => {
      const items = simulateItems({ model: '3pl' }, 5000, seededRandom('many'))
      for (const score of [0, 1]) {
        const estimate = estimateAbility(
          items.map(() => score),
          items,
          { method },
        )!
        expect(Number.isFinite(estimate.theta)).toBe(true)
        expect(estimate.se).toBeGreaterThan(0)
        expect(estimate.se).toBeLessThan(100)
      }
    },
  )

  test('orders Rasch candidates by raw score, whatever the items', () => {
    const items = simulateItems({ model: '1pl' }, 8, seededRandom('order'))
    for (const method of ['eap', 'map', 'mle', 'wle'] as const) {
      const estimates = Array.from(
        { length: 9 },
        (_, score) =>
          estimateAbility(
            items.map((__, item) => (item < score ? 1 : 0)),
            items,
            { method },
          )!.theta,
      )
      expect(estimates).toEqual(estimates.toSorted((x, y) => x - y))
    }
  })
})
