import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { equalNodes } from '../model/quadrature.ts'
import { simulateItems } from '../simulation/simulate-items.ts'
import { simulateOccasion } from '../simulation/simulate-responses.ts'
import { type Answer, logLikelihoodAt, pairAnswers } from './ability-terms.ts'
import { summarisePosterior } from './estimate-ability.ts'
import { makePosterior, posteriorGrid } from './posterior-grid.ts'

/** Mean and standard deviation on 2,001 nodes from -12 to 12, by nothing but sums. */
function bruteForce(answers: readonly Answer[]) {
  const nodes = equalNodes(2001, -12, 12)
  const logs = nodes.map((theta) => logLikelihoodAt(theta, answers) - theta ** 2 / 2)
  const largest = Math.max(...logs)
  const weights = logs.map((log) => Math.exp(log - largest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = nodes.reduce((sum, theta, q) => sum + theta * weights[q]!, 0) / total
  const variance = nodes.reduce((sum, theta, q) => sum + (theta - mean) ** 2 * weights[q]!, 0) / total
  return { theta: mean, se: Math.sqrt(variance) }
}

function answersOf(count: number, model: '2pl' | '3pl' | '4pl', seed: string) {
  const items = simulateItems({ model }, count, seededRandom(`${seed} items`))
  const { cells } = simulateOccasion({ people: [1.3], items }, seededRandom(seed)).responses
  return { items, scores: [...cells] }
}

describe('posteriorGrid', () => {
  test.each([
    [1, '2pl'],
    [5, '3pl'],
    [30, '4pl'],
    [65, '3pl'],
    [400, '2pl'],
    [2000, '3pl'],
  ] as const)('of %i answers to %s items has the moments of a 2,001-node grid to 1e-5', (count, model) => {
    const { items, scores } = answersOf(count, model, `posterior ${count}`)
    const answers = pairAnswers(scores, items)
    const expected = bruteForce(answers)
    const found = summarisePosterior(posteriorGrid(answers))
    expect(found.theta).toBeCloseTo(expected.theta, 5)
    expect(found.se).toBeCloseTo(expected.se, 5)
  })

  test('without answers is the prior', () => {
    const { theta, se } = summarisePosterior(posteriorGrid([], { mean: -0.7, sd: 0.4 }))
    expect(theta).toBeCloseTo(-0.7, 12)
    expect(se).toBeCloseTo(0.4, 9)
  })

  test('is a distribution for 5,000 answers, all right, all wrong or mixed', () => {
    const { items } = answersOf(5000, '4pl', 'posterior many')
    for (const scores of [items.map(() => 1), items.map(() => 0), items.map((_, index) => index % 2)]) {
      const { theta, se } = summarisePosterior(posteriorGrid(pairAnswers(scores, items)))
      expect(Number.isFinite(theta)).toBe(true)
      expect(se).toBeGreaterThan(0)
    }
  })

  test.each([0, -1, Number.NaN])('refuses a prior with the standard deviation %f', (sd) => {
    expect(() => posteriorGrid([], { mean: 0, sd })).toThrow(RangeError)
    expect(() => makePosterior([], { mean: 0, sd })).toThrow(RangeError)
  })
})

describe('makePosterior', () => {
  const { items } = answersOf(40, '3pl', 'posterior cached')
  const posterior = makePosterior(items)

  test('gives for many candidates what posteriorGrid gives for each', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1, null), { minLength: 40, maxLength: 40 }), (scores) => {
        const [one, other] = [posterior(scores), posteriorGrid(pairAnswers(scores, items))]
        expect(summarisePosterior(one).theta).toBeCloseTo(summarisePosterior(other).theta, 10)
        expect(summarisePosterior(one).se).toBeCloseTo(summarisePosterior(other).se, 10)
      }),
      { numRuns: 30 },
    )
  })
})
