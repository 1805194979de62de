import { describe, expect, test } from 'vitest'
import { type SeededRandom, seededRandom } from '../../src/domain/kernel/seeded-random.ts'
import { itemParameters } from '../../src/domain/measurement/model/item-parameters.ts'
import { probabilityCorrect } from '../../src/domain/measurement/model/probability.ts'
import { normalQuadrature } from '../../src/domain/measurement/model/quadrature.ts'
import { recordCalibration } from '../../src/domain/measurement/readiness/calibration-record.ts'
import { usualGrowth } from '../../src/domain/measurement/readiness/growth.ts'
import { passCurve, predictPass } from '../../src/domain/measurement/readiness/predict-pass.ts'
import { type PracticeResponse, trackAbility } from '../../src/domain/measurement/readiness/track-ability.ts'
import { expectedCurve } from '../../src/domain/measurement/readiness/uncertain-item.ts'
import { withRecall } from '../../src/domain/measurement/simulation/behaviour.ts'
import { drawNormal } from '../../src/domain/measurement/simulation/draws.ts'
import { simulateItems } from '../../src/domain/measurement/simulation/simulate-items.ts'
import { chiSquareTail } from '../../src/domain/measurement/statistics/distributions.ts'
import { type LearnerStudy, simulateLearners } from './readiness-learners.fixture.ts'

const patience = 90_000
const still = { meanPerDay: 0, variancePerDay: 0 }
const recordOf = (study: Omit<LearnerStudy, 'seed'>) =>
  recordCalibration(simulateLearners({ seed: 'one', ...study }))

describe('the chance to pass where the model holds', () => {
  test.each([20, 40])(
    'comes true after %i practice items: ECE, slope and intercept of 10,000 learners',
    { timeout: patience },
    (practice) => {
      const { ece, slope, intercept } = recordOf({ learners: 10_000, practice })
      expect(ece).toBeLessThanOrEqual(0.015)
      expect(slope).toBeGreaterThan(0.94)
      expect(slope).toBeLessThan(1.06)
      expect(Math.abs(intercept)).toBeLessThanOrEqual(0.1)
    },
  )
})

describe('simulation-based calibration (Talts et al., 2018)', () => {
  /** Chi-square probability that ranks of true abilities within their posteriors are uniform over 20 bins. */
  function rankTest(errors: { readonly logA: number; readonly b: number }): number {
    const random = seededRandom(`ranks ${errors.b}`)
    const prior = normalQuadrature({ count: 121 })
    const counts = new Array<number>(20).fill(0)
    const believed = Array.from({ length: 30 }, (_, index) => ({
      parameters: itemParameters({ a: 1.1, b: -1.5 + index / 10, c: 0.15 }),
      logDiscriminationSd: errors.logA,
      difficultySd: errors.b,
    }))
    const curves = believed.map((item) => expectedCurve(item, prior.nodes))
    for (let draw = 0; draw < 2000; draw++) {
      const theta = drawNormal(random)
      const responses = believed.map(({ parameters }, index) => {
        const a = parameters.a * Math.exp(drawNormal(random, 0, errors.logA))
        const item = { ...parameters, a, b: drawNormal(random, parameters.b, errors.b) }
        return {
          curve: curves[index]!,
          correct: random.next() < probabilityCorrect(theta, item),
          day: 0,
          exposure: 1,
        }
      })
      const { nodes, weights } = trackAbility(responses, { prior, growth: still, until: 0 }).posterior
      const below = weights.reduce(
        (sum, weight, q) => sum + weight * Math.min(1, Math.max(0, (theta - nodes[q]!) / 0.1 + 0.5)),
        0,
      )
      counts[Math.min(19, Math.floor(below * 20))]!++
    }
    return chiSquareTail(
      counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0),
      19,
    )
  }

  test('ranks are uniform for known items', { timeout: patience }, () => {
    expect(rankTest({ logA: 0, b: 0 })).toBeGreaterThan(0.001)
  })

  test('ranks are uniform for items that are known only so well', { timeout: patience }, () => {
    expect(rankTest({ logA: 0.2, b: 0.4 })).toBeGreaterThan(0.001)
  })
})

/** By how much the ECE of 10,000 learners differs from draw to draw. */
const chanceOfEce = 0.004

describe('the chance to pass where the model is wrong, within 1.2 times what was stated beforehand', () => {
  const rows: readonly (readonly [
    string,
    Omit<LearnerStudy, 'seed' | 'learners'>,
    brier: number,
    ece: number,
    slope: readonly [number, number],
  ])[] = [
    [
      'item errors of 200 responses, bank of 300',
      { practice: 65, bank: 300, itemErrors: { logA: 0.2, b: 0.25, integrated: true } },
      0.081,
      0.009,
      [0.94, 1.06],
    ],
    [
      'items known from experts only, drawn in, bank of 300',
      { practice: 65, bank: 300, itemErrors: { logA: 0.2, b: 0.7, integrated: true, shrunk: true } },
      0.088,
      0.056,
      [0.94, 1.06],
    ],
    [
      'change before the exam that nobody modelled',
      { practice: 65, change: { mean: 0.2, sd: 0.4, believed: still } },
      0.124,
      0.073,
      [0.55, 0.76],
    ],
    [
      'change whose spread is modelled and whose mean is not',
      { practice: 65, change: { mean: 0.2, sd: 0.4, believed: usualGrowth } },
      0.112,
      0.07,
      [0.94, 1.06],
    ],
    [
      'learners below the prior',
      { practice: 40, mean: { true: -0.7, believed: 0 } },
      0.074,
      0.022,
      [0.94, 1.06],
    ],
    [
      'learners below, prior centred on them',
      { practice: 40, mean: { true: -0.7, believed: -0.7 } },
      0.076,
      0.006,
      [0.94, 1.06],
    ],
  ]

  test.each(rows)('%s', { timeout: patience }, (_, study, brier, ece, [low, high]) => {
    const record = recordOf({ learners: 10_000, ...study })
    expect(record.brier).toBeLessThanOrEqual(1.2 * brier)
    expect(record.ece).toBeLessThanOrEqual(1.2 * ece + chanceOfEce)
    expect(record.slope).toBeGreaterThan(low)
    expect(record.slope).toBeLessThan(high)
  })
})

describe('memorisers: ability stays, exposure rises', () => {
  const random = seededRandom('memory')
  const prior = normalQuadrature({ count: 121 })
  const items = simulateItems({ model: '2pl' }, 165, random)
  const curves = items.map((parameters) =>
    expectedCurve({ parameters, logDiscriminationSd: 0, difficultySd: 0 }, prior.nodes),
  )
  const chances = passCurve(curves.slice(100), 33)

  /** One hundred items, five times over; what was seen before is recalled with a chance of 0.25 for each time. */
  function practise(theta: number, chance: SeededRandom): PracticeResponse[] {
    return [1, 2, 3, 4, 5].flatMap((exposure) =>
      items.slice(0, 100).map((item, index) => {
        const p = withRecall(probabilityCorrect(theta, item), Math.min(1, 0.25 * (exposure - 1)))
        return { curve: curves[index]!, correct: chance.next() < p, day: exposure, exposure }
      }),
    )
  }

  const chanceOf = (responses: readonly PracticeResponse[]): number =>
    predictPass(trackAbility(responses, { prior, growth: still, until: 9 }).posterior, chances).probability

  test('the chance to pass rises by no more than two points; taken for new items it would rise by many', () => {
    const learners = Array.from({ length: 200 }, () => practise(drawNormal(random), random))
    const mean = (of: (responses: readonly PracticeResponse[]) => number): number =>
      learners.reduce((sum, responses) => sum + of(responses), 0) / learners.length
    const once = mean((responses) => chanceOf(responses.filter(({ exposure }) => exposure === 1)))
    expect(Math.abs(mean(chanceOf) - once)).toBeLessThanOrEqual(0.02)
    const deceived = mean((responses) =>
      chanceOf(responses.map((response) => ({ ...response, exposure: 1 }))),
    )
    expect(deceived - once).toBeGreaterThan(0.15)
  })
})
