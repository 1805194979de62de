import { describe, expect, test } from 'vitest'
import { drawIn, equalSteps, type FamilyPrior, findMarginals, tabulatePosterior } from './family-posterior.ts'
import { probabilityCorrect } from './model/probability.ts'

const prior: FamilyPrior = {
  logDiscrimination: { mean: 0, sd: 0.3 },
  difficulty: { mean: 0.2, sd: 1 },
  spreadScale: 0.5,
  c: 0.2,
  d: 1,
}

describe('tabulatePosterior', () => {
  test('adds to the prior the integral over a sibling’s own difficulty, here by a sum of many small steps', () => {
    const responses = [0.5, -0.4, 1.1].map((theta, index) => ({ theta, thetaSd: 0, correct: index !== 1 }))
    const [logA, b, tau] = [0.1, 0.3, 0.4]
    const found = tabulatePosterior([responses], prior, { logA: [logA], b: [b - 2, b, b + 2], tau: [0, tau] })
    const steps = equalSteps(-6, 6, 2401)
    const weights = steps.map((z) => Math.exp((-z * z) / 2))
    const likelihood = steps.reduce((sum, z, index) => {
      const item = { a: Math.exp(logA), b: b + tau * z, c: 0.2, d: 1 }
      const chance = responses.reduce((product, { theta, correct }) => {
        const p = probabilityCorrect(theta, item)
        return product * (correct ? p : 1 - p)
      }, 1)
      return sum + weights[index]! * chance
    }, 0)
    const integral = likelihood / weights.reduce((x, y) => x + y, 0)
    const logPrior = -((logA / 0.3) ** 2 + (b - 0.2) ** 2 + (tau / 0.5) ** 2) / 2
    expect(found[3]).toBeCloseTo(logPrior + Math.log(integral), 3)
  })
})

describe('findMarginals and drawIn', () => {
  const axes = { logA: equalSteps(-1, 1, 7), b: equalSteps(-3, 3, 25), tau: equalSteps(0, 2, 21) }

  test('give back a normal posterior that was put in, and close in on it', () => {
    const logPosterior = axes.logA.flatMap((logA) =>
      axes.b.flatMap((b) =>
        axes.tau.map((tau) => -(((logA / 0.4) ** 2 + ((b - 0.5) / 0.5) ** 2 + ((tau - 1) / 0.2) ** 2) / 2)),
      ),
    )
    const marginals = findMarginals(axes, logPosterior)
    expect(marginals.b.mean).toBeCloseTo(0.5, 6)
    expect(marginals.b.sd).toBeCloseTo(0.5, 3)
    expect(marginals.tau.mean).toBeCloseTo(1, 6)
    expect(marginals.tau.weights.reduce((x, y) => x + y, 0)).toBeCloseTo(1, 12)
    const closer = drawIn(axes, marginals)
    expect(closer.b[0]).toBeCloseTo(0.5 - 4.5 * 0.5, 2)
    expect(closer.tau[0]).toBeCloseTo(0.1, 2)
    expect(closer.tau).toHaveLength(21)
  })
})
