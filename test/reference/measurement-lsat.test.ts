import { describe, expect, test } from 'vitest'
import { calibrate } from '../../src/domain/measurement/calibration/calibrate.ts'
import type {
  Calibration,
  CalibrationOptions,
  KernelName,
} from '../../src/domain/measurement/calibration/types.ts'
import { estimateEap, estimateMap } from '../../src/domain/measurement/scoring/estimate-ability.ts'
import { modelFit } from '../../src/domain/measurement/statistics/m2.ts'
import { reliability } from '../../src/domain/measurement/statistics/reliability.ts'
import { lsat6, lsat7, type PatternCounts, spreadOut } from './lsat.fixture.ts'

function calibrated({ responses, weights }: PatternCounts, options: CalibrationOptions): Calibration {
  const calibration = calibrate(responses, { weights, ...options })
  if (!calibration.ok) throw new Error(calibration.error.code)
  return calibration.value
}

const scoreCounts = ({ responses: { items, cells }, weights }: PatternCounts): number[] =>
  weights.reduce(
    (counts, weight, row) => {
      const score = cells.subarray(row * items, (row + 1) * items).reduce((sum, cell) => sum + cell, 0)
      counts[score]! += weight
      return counts
    },
    Array.from({ length: items + 1 }, () => 0),
  )

const itemTotals = ({ responses: { items, cells }, weights }: PatternCounts): number[] =>
  Array.from({ length: items }, (_, item) =>
    weights.reduce((sum, weight, row) => sum + weight * cells[row * items + item]!, 0),
  )

describe('LSAT 7 (Bock, Lieberman 1970): the two-parameter model at its maximum', () => {
  const fit = calibrated(lsat7, { items: { model: '2pl' } })

  test('the data have the printed totals', () => {
    expect(itemTotals(lsat7)).toEqual([828, 658, 772, 606, 843])
    expect(scoreCounts(lsat7)).toEqual([12, 40, 114, 205, 321, 308])
  })

  test('log-likelihood, AIC and BIC', () => {
    expect(fit.converged).toBe(true)
    expect(fit.logLikelihood).toBeCloseTo(-2658.80511, 4)
    expect(-2 * fit.logLikelihood + 2 * fit.parameters).toBeCloseTo(5337.61023, 3)
    expect(-2 * fit.logLikelihood + fit.parameters * Math.log(1000)).toBeCloseTo(5386.68778, 3)
  })

  test.each([
    [1, 0.987546, 1.855856, -1.87926, 0.177, 0.264],
    [2, 1.080837, 0.80797, -0.747541, 0.169, 0.109],
    [3, 1.707478, 1.805206, -1.057236, 0.321, 0.115],
    [4, 0.76499, 0.486, -0.635302, 0.134, 0.13],
    [5, 0.735673, 1.854458, -2.520764, 0.151, 0.446],
  ])('item %i: a %f, intercept %f, b %f, with standard errors', (item, a, intercept, b, seA, seB) => {
    const { parameters, standardErrors } = fit.items[item - 1]!
    expect(Math.abs(parameters.a - a)).toBeLessThan(1e-4)
    expect(Math.abs(-parameters.a * parameters.b - intercept)).toBeLessThan(1e-4)
    expect(Math.abs(parameters.b - b)).toBeLessThan(1e-4)
    expect(standardErrors!.a).toBeCloseTo(seA, 3)
    expect(standardErrors!.b).toBeCloseTo(seB, 2)
  })

  test.each<[KernelName]>([['byte-table'], ['s-grid'], ['sparse']])(
    'the %s kernel finds the same maximum',
    (kernel) => {
      const same = calibrated(lsat7, { items: { model: '2pl' }, kernel, standardErrors: 'none' })
      expect(same.kernel).toBe(kernel)
      expect(same.logLikelihood).toBeCloseTo(fit.logLikelihood, 6)
      same.items.forEach(({ parameters }, index) => {
        expect(parameters.a).toBeCloseTo(fit.items[index]!.parameters.a, 5)
      })
    },
  )

  test('twice as many nodes change nothing', () => {
    const finer = calibrated(lsat7, { items: { model: '2pl' }, nodes: 121, standardErrors: 'none' })
    expect(finer.logLikelihood).toBeCloseTo(fit.logLikelihood, 6)
  })

  test('candidates one by one give what counted patterns give', () => {
    const calibration = calibrate(spreadOut(lsat7), { items: { model: '2pl' } })
    if (!calibration.ok) throw new Error(calibration.error.code)
    expect(calibration.value.logLikelihood).toBeCloseTo(fit.logLikelihood, 6)
    expect(calibration.value.items[2]!.standardErrors!.a).toBeCloseTo(0.321, 3)
  })

  test('standard errors by the cross-product lie near those from the observed information', () => {
    const crossed = calibrated(lsat7, { items: { model: '2pl' }, standardErrors: 'cross-product' })
    crossed.items.forEach(({ standardErrors }, index) => {
      expect(standardErrors!.a / fit.items[index]!.standardErrors!.a).toBeCloseTo(1, 1)
    })
  })

  test.each([
    ['00000', -1.8698, 0.6927],
    ['10101', -0.303, 0.7],
    ['11110', 0.282, 0.755],
    ['11111', 0.727, 0.801],
  ])('EAP of %s is %f with standard error %f', (pattern, theta, se) => {
    const estimate = estimateEap(
      [...pattern].map(Number),
      fit.items.map(({ parameters }) => parameters),
    )
    expect(estimate.theta).toBeCloseTo(theta, 3)
    expect(estimate.se).toBeCloseTo(se, 3)
  })

  test('M2 is 11.938 on 5 degrees of freedom, p .036', () => {
    const items = fit.items.map(({ parameters }) => parameters)
    const m2 = modelFit(spreadOut(lsat7), items, { perItem: items.map(() => ['a', 'b'] as const) })!
    expect(m2.statistic).toBeCloseTo(11.938, 3)
    expect(m2.degrees).toBe(5)
    expect(m2.p).toBeCloseTo(0.036, 3)
  })

  test('alpha is .453409', () => {
    expect(reliability(spreadOut(lsat7)).alpha).toBeCloseTo(0.453409, 6)
  })
})

describe('LSAT 7: guessing in item 2 alone', () => {
  const models = (['2pl', '3pl', '2pl', '2pl', '2pl'] as const).map((model) => ({ model }))
  const fit = calibrated(lsat7, { items: models, tolerance: 1e-9 })

  test('the intercepts of the other items and the guessing are as printed', () => {
    const intercepts = fit.items.map(({ parameters }) => -parameters.a * parameters.b)
    const printed = [1.86562, null, 1.780518, 0.48189, 1.868453]
    printed.forEach((value, index) => {
      if (value !== null) expect(Math.abs(intercepts[index]! - value)).toBeLessThan(1e-3)
    })
    expect(fit.items[1]!.parameters.c).toBeCloseTo(0.295, 2)
    expect(fit.items[1]!.standardErrors!.c).toBeCloseTo(0.14, 2)
  })

  test('the likelihood is not below that at the printed values, whose item 2 (intercept .094, c .295) stopped short on a flat ridge', () => {
    const held = calibrated(lsat7, {
      items: models.map((setup, index) => (index === 1 ? { model: '2pl' as const, c: 0.295 } : setup)),
      standardErrors: 'none',
    })
    expect(-held.items[1]!.parameters.a * held.items[1]!.parameters.b).toBeCloseTo(0.094, 2)
    expect(fit.logLikelihood).toBeGreaterThan(held.logLikelihood)
    expect(fit.logLikelihood - held.logLikelihood).toBeLessThan(1e-3)
  })
})

describe('LSAT 6 (Bock, Lieberman 1970): the Rasch model', () => {
  const fit = calibrated(lsat6, { items: { model: '1pl' } })

  test('its data have the printed totals', () => {
    expect(itemTotals(lsat6)).toEqual([924, 709, 553, 763, 870])
  })

  test('with one free slope has the published likelihood, slope and difficulties (Rizopoulos 2006)', () => {
    expect(fit.logLikelihood).toBeCloseTo(-2466.938, 3)
    expect(-2 * fit.logLikelihood + 2 * fit.parameters).toBeCloseTo(4945.875, 3)
    expect(-2 * fit.logLikelihood + fit.parameters * Math.log(1000)).toBeCloseTo(4975.322, 2)
    expect(fit.items[0]!.parameters.a).toBeCloseTo(0.7551, 4)
    expect(fit.items[0]!.standardErrors!.a).toBeCloseTo(0.0694, 4)
    const difficulties = [-3.6153, -1.3224, -0.3176, -1.7301, -2.7802]
    const errors = [0.3266, 0.1422, 0.0977, 0.1691, 0.251]
    fit.items.forEach(({ parameters, standardErrors }, index) => {
      expect(Math.abs(parameters.b - difficulties[index]!)).toBeLessThan(1e-4)
      expect(standardErrors!.b).toBeCloseTo(errors[index]!, 3)
    })
  })

  test('with slopes of 1 has the log-likelihood -2473.054', () => {
    const unit = calibrated(lsat6, { items: { model: '1pl' }, slope: 1 })
    expect(unit.logLikelihood).toBeCloseTo(-2473.054, 3)
    expect(unit.parameters).toBe(5)
  })

  test('a common slope with N(0, 1) is slope 1 with a free standard deviation', () => {
    const free = calibrated(lsat6, {
      items: { model: '1pl' },
      slope: 1,
      latent: [{ mean: 0, sd: 'free' }],
      range: [-5, 5],
    })
    expect(free.logLikelihood).toBeCloseTo(fit.logLikelihood, 4)
    expect(free.groups[0]!.sd).toBeCloseTo(fit.items[0]!.parameters.a, 4)
    expect(free.groups[0]!.standardErrors!.sd).toBeCloseTo(0.0694, 3)
  })

  test.each([-1.91, -1.439, -0.959, -0.466, 0.049, 0.593])(
    'the mode of the posterior by raw score includes %f',
    (theta) => {
      const items = fit.items.map(({ parameters }) => parameters)
      const modes = Array.from(
        { length: 6 },
        (_, score) =>
          estimateMap(
            items.map((__, item) => (item < score ? 1 : 0)),
            items,
          ).theta,
      )
      expect(modes.some((mode) => Math.abs(mode - theta) < 1e-3)).toBe(true)
    },
  )
})
