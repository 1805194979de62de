import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { logOdds, recordCalibration } from './calibration-record.ts'
import {
  claimFor,
  correctForReporting,
  fitIsotonic,
  fitPlatt,
  fitRecalibration,
  type KeptPrediction,
  recalibrate,
} from './recalibration.ts'

/** Predictions that are too low by a constant on the log-odds, a day apart, each outcome known ten days later. */
function keep(count: number, seed = 'kept'): KeptPrediction[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, day) => {
    const probability = 0.05 + 0.9 * random.next()
    const passed = random.next() < 1 / (1 + Math.exp(-logOdds(probability) - 0.8))
    return { probability, madeAt: day, outcome: { passed, knownAt: day + 10 } }
  })
}

describe('fitRecalibration', () => {
  test('waits for 200 outcomes, then corrects by a line, from 1,000 by steps', () => {
    const kept = keep(1200)
    expect(fitRecalibration(kept, 209)).toEqual({ kind: 'none', fittedAt: 209, outcomes: 199 })
    expect(fitRecalibration(kept, 210)).toMatchObject({ kind: 'logistic', outcomes: 200 })
    expect(fitRecalibration(kept, 1010)).toMatchObject({ kind: 'isotonic', outcomes: 1000 })
  })

  test('uses no outcome that was not known yet', () => {
    const kept = keep(600)
    const changed = kept.map((each) =>
      each.outcome && each.outcome.knownAt >= 400
        ? { ...each, outcome: { ...each.outcome, passed: false } }
        : each,
    )
    expect(fitRecalibration(changed, 400)).toEqual(fitRecalibration(kept, 400))
    expect(fitRecalibration([...kept, { probability: 0.5, madeAt: 3 }], 400)).toEqual(
      fitRecalibration(kept, 400),
    )
  })
})

describe('recalibrate', () => {
  test.each([
    ['logistic', 700],
    ['isotonic', 3000],
  ] as const)('%s: mends on later predictions what earlier outcomes showed', (kind, before) => {
    const kept = keep(before + 4000)
    const correction = fitRecalibration(kept, before)
    expect(correction.kind).toBe(kind)
    const later = kept.filter(({ madeAt }) => madeAt >= before)
    const stated = later.map(({ probability, outcome }) => ({ probability, passed: outcome!.passed }))
    const corrected = later.map((each) => ({
      probability: recalibrate(correction, each),
      passed: each.outcome!.passed,
    }))
    expect(recordCalibration(stated).ece).toBeGreaterThan(0.1)
    expect(recordCalibration(corrected).ece).toBeLessThan(0.045)
    expect(recordCalibration(corrected).brier).toBeLessThan(recordCalibration(stated).brier)
  })

  test('never serves a prediction that was made before it was fitted', () => {
    const correction = fitRecalibration(keep(600), 500)
    expect(() => recalibrate(correction, { probability: 0.5, madeAt: 499 })).toThrow(RangeError)
    expect(recalibrate(correction, { probability: 0.5, madeAt: 500 })).toBeGreaterThan(0.5)
  })

  test('never turns the order of two chances', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true })
    for (const count of [100, 500, 1500]) {
      const correction = fitRecalibration(keep(count), count + 20)
      fc.assert(
        fc.property(chance, chance, (a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)].map((probability) =>
            recalibrate(correction, { probability, madeAt: 9999 }),
          )
          expect(high).toBeGreaterThanOrEqual(low! - 1e-12)
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
        }),
      )
    }
  })
})

describe('fitIsotonic', () => {
  test('pools what falls: the textbook case', () => {
    const outcomes = [0, 1, 0, 0, 1, 1, 0, 1].map((passed, index) => ({
      probability: index / 10,
      passed: passed === 1,
    }))
    expect(fitIsotonic(outcomes).map(({ observed, count }) => [Number(observed.toFixed(6)), count])).toEqual([
      [0, 1],
      [0.333333, 3],
      [0.666667, 3],
      [1, 1],
    ])
  })

  test('is non-decreasing and keeps the share that passed', () => {
    const outcome = fc.record({
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
      passed: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 80 }), (outcomes) => {
        const steps = fitIsotonic(outcomes)
        steps.slice(1).forEach((step, index) => {
          expect(step.observed).toBeGreaterThan(steps[index]!.observed)
        })
        const kept = steps.reduce((sum, { observed, count }) => sum + observed * count, 0)
        expect(kept).toBeCloseTo(outcomes.filter(({ passed }) => passed).length, 8)
      }),
    )
  })
})

describe('fitPlatt', () => {
  test('has an answer even where every candidate passed', () => {
    const { slope, intercept } = fitPlatt(
      [0.3, 0.5, 0.8].map((probability) => ({ probability, passed: true })),
    )
    expect(Number.isFinite(slope)).toBe(true)
    expect(intercept).toBeGreaterThan(0)
  })
})

describe('correctForReporting', () => {
  test('takes back what silence after failing adds', () => {
    expect(correctForReporting(0.75, { passReports: 0.6, failReports: 0.2 })).toBeCloseTo(0.5, 12)
    expect(correctForReporting(0.75, { passReports: 0.4, failReports: 0.4 })).toBeCloseTo(0.75, 12)
  })

  test('refuses a share of nobody', () => {
    expect(() => correctForReporting(0.5, { passReports: 0, failReports: 1 })).toThrow(RangeError)
  })
})

describe('claimFor', () => {
  test('speaks of the programme’s own forms until 200 real outcomes are in', () => {
    expect(claimFor(0)).toEqual({ about: 'own-forms', outcomes: 0, needed: 200 })
    expect(claimFor(199).about).toBe('own-forms')
    expect(claimFor(200).about).toBe('real-exams')
  })
})
