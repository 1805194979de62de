import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { fitLogisticLine, logOdds, recordCalibration, reliabilityBins } from './calibration-record.ts'

const random = seededRandom('outcomes')
/** Twenty thousand chances, and outcomes that come true as `truth` of them says. */
const outcomesUnder = (truth: (probability: number) => number) =>
  Array.from({ length: 20_000 }, () => {
    const probability = 0.02 + 0.96 * random.next()
    return { probability, passed: random.next() < truth(probability) }
  })

describe('recordCalibration', () => {
  test('finds chances that come true', () => {
    const { brier, ece, slope, intercept, outcomes } = recordCalibration(outcomesUnder((p) => p))
    expect(outcomes).toBe(20_000)
    expect(ece).toBeLessThan(0.012)
    expect(Math.abs(slope - 1)).toBeLessThan(0.04)
    expect(Math.abs(intercept)).toBeLessThan(0.06)
    expect(brier).toBeCloseTo(0.1736, 1)
  })

  test('finds chances that are too extreme: slope below 1', () => {
    const { slope, intercept } = recordCalibration(
      outcomesUnder((p) => 1 / (1 + Math.exp(-0.6 * logOdds(p)))),
    )
    expect(slope).toBeCloseTo(0.6, 1)
    expect(intercept).toBeCloseTo(0, 1)
  })

  test('finds chances that are too low: intercept above 0', () => {
    const { slope, intercept, ece } = recordCalibration(
      outcomesUnder((p) => 1 / (1 + Math.exp(-logOdds(p) - 0.7))),
    )
    expect(slope).toBeCloseTo(1, 1)
    expect(intercept).toBeCloseTo(0.7, 1)
    expect(ece).toBeGreaterThan(0.08)
  })

  test('works a small case out by hand', () => {
    const record = recordCalibration([
      { probability: 0.2, passed: false },
      { probability: 0.2, passed: true },
      { probability: 0.9, passed: true },
    ])
    expect(record.brier).toBeCloseTo((0.04 + 0.64 + 0.01) / 3, 12)
    expect(record.ece).toBeCloseTo((0.2 + 0.8 + 0.1) / 3, 12)
  })

  test('has no slope where outcomes are all alike', () => {
    const record = recordCalibration([0.2, 0.5, 0.7].map((probability) => ({ probability, passed: true })))
    expect(record.slope).toBeNaN()
    expect(record.brier).toBeCloseTo((0.64 + 0.25 + 0.09) / 3, 12)
  })

  test('refuses no outcomes, and what is no chance', () => {
    expect(() => recordCalibration([])).toThrow(RangeError)
    expect(() => recordCalibration([{ probability: 1.2, passed: true }])).toThrow(RangeError)
  })
})

describe('reliabilityBins', () => {
  test('hold every outcome once, ascending, in bins of equal count', () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(chances, (each) => {
        const bins = reliabilityBins(
          each.map((probability, index) => ({ probability, passed: index % 2 === 0 })),
        )
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(each.length)
        bins.slice(1).forEach((bin, index) => {
          expect(bin.stated).toBeGreaterThanOrEqual(bins[index]!.stated - 1e-12)
        })
        const counts = bins.map(({ count }) => count)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('give each share its interval', () => {
    const [bin] = reliabilityBins(
      [
        { probability: 0.4, passed: true },
        { probability: 0.6, passed: false },
      ],
      1,
    )
    expect(bin).toMatchObject({ count: 2, stated: 0.5, observed: 0.5 })
    expect(bin!.low).toBeLessThan(0.1)
    expect(bin!.high).toBeGreaterThan(0.9)
  })
})

describe('fitLogisticLine', () => {
  test('stands where both moments of the residuals are 0', () => {
    const x = Array.from({ length: 200 }, () => 4 * random.next() - 2)
    const y = x.map((value) => (random.next() < 1 / (1 + Math.exp(-0.5 - 1.4 * value)) ? 1 : 0))
    const { slope, intercept } = fitLogisticLine(x, y)
    const misses = x.map((value, index) => y[index]! - 1 / (1 + Math.exp(-(intercept + slope * value))))
    expect(misses.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 8)
    expect(misses.reduce((sum, miss, index) => sum + miss * x[index]!, 0)).toBeCloseTo(0, 8)
  })

  test('says NaN where a line separates the cases', () => {
    expect(fitLogisticLine([-2, -1, 1, 2], [0, 0, 1, 1]).slope).toBeNaN()
  })
})
