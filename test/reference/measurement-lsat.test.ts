import { describe, expect, test } from 'vitest'
import { calibrate } from '../../src/domain/measurement/calibration/calibrate.ts'
import { findDrift } from '../../src/domain/measurement/calibration/find-drift.ts'
import { defaultPriors } from '../../src/domain/measurement/calibration/priors.ts'
import { withGaps } from '../../src/domain/measurement/calibration/simulated.fixture.ts'
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

  test('loadings a / √(a² + 1.702²), as published (Chalmers 2012)', () => {
    // The published third loading comes from a search that stopped short, at a = 1.7058.
    const published = [0.502, 0.536, 0.708, 0.41, 0.397]
    fit.items.forEach(({ parameters: { a } }, index) => {
      expect(Math.abs(a / Math.hypot(a, 1.702) - published[index]!)).toBeLessThan(1e-3)
    })
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

  test.each([-1.91, -1.439, -0.959, -0.466, 0.049, 0.593].map((theta, score) => [score, theta] as const))(
    'the mode of the posterior for %i right is %f',
    (score, theta) => {
      const items = fit.items.map(({ parameters }) => parameters)
      const { theta: mode } = estimateMap(
        items.map((_, item) => (item < score ? 1 : 0)),
        items,
      )
      expect(Math.abs(mode - theta)).toBeLessThan(1e-3)
    },
  )
})

describe('LSAT 6: slopes of their own and guessing add next to nothing (Rizopoulos 2006)', () => {
  const rasch = calibrated(lsat6, { items: { model: '1pl' }, standardErrors: 'none' })
  const two = calibrated(lsat6, { items: { model: '2pl' } })

  test('the two-parameter model has log-likelihood -2466.65, AIC 4953.31, BIC 5002.38', () => {
    expect(two.converged).toBe(true)
    expect(two.logLikelihood).toBeCloseTo(-2466.653, 2)
    expect(-2 * two.logLikelihood + 2 * two.parameters).toBeCloseTo(4953.31, 1)
    expect(-2 * two.logLikelihood + two.parameters * Math.log(1000)).toBeCloseTo(5002.38, 1)
    expect(2 * (two.logLikelihood - rasch.logLikelihood)).toBeCloseTo(0.57, 2)
  })

  test('the three-parameter model, on its flat ridge, is no worse, and finite everywhere', () => {
    const three = calibrated(lsat6, { items: { model: '3pl' } })
    expect(three.converged).toBe(true)
    expect(three.logLikelihood).toBeGreaterThan(two.logLikelihood - 1e-6)
    expect(three.logLikelihood - two.logLikelihood).toBeLessThan(0.02)
    for (const { parameters, standardErrors } of three.items)
      expect([...Object.values(parameters), ...Object.values(standardErrors!)].every(Number.isFinite)).toBe(
        true,
      )
  })

  test('priors hold a three-parameter model to a sensible place', () => {
    const held = calibrated(lsat6, { items: { model: '3pl', priors: defaultPriors }, standardErrors: 'none' })
    for (const { parameters } of held.items) {
      expect(parameters.c).toBeGreaterThan(0.05)
      expect(parameters.c).toBeLessThan(0.35)
      expect(parameters.a).toBeGreaterThan(0.5)
    }
  })
})

describe('LSAT 7 under harder conditions', () => {
  const people = spreadOut(lsat7)
  const whole = calibrated(lsat7, { items: { model: '2pl' } })

  test('a fifth of the answers missing at random moves no estimate by three standard errors', () => {
    const gaps = withGaps(people, 0.2, 'lsat')
    const found = calibrate(gaps, { items: { model: '2pl' } })
    if (!found.ok) throw new Error(found.error.code)
    found.value.items.forEach(({ parameters, standardErrors }, index) => {
      expect(Math.abs(parameters.b - whole.items[index]!.parameters.b)).toBeLessThan(3 * standardErrors!.b)
      expect(standardErrors!.b).toBeGreaterThan(0.75 * whole.items[index]!.standardErrors!.b)
    })
  })

  test('two halves of the people as two groups: the second is free and found alike', () => {
    const groups = Array.from({ length: people.persons }, (_, person) => person % 2)
    const found = calibrate(people, { items: { model: '2pl' }, groups })
    if (!found.ok) throw new Error(found.error.code)
    const [first, second] = found.value.groups
    expect(first).toMatchObject({ mean: 0, sd: 1 })
    expect(Math.abs(second!.mean)).toBeLessThan(3 * second!.standardErrors!.mean)
    expect(Math.abs(second!.sd - 1)).toBeLessThan(3 * second!.standardErrors!.sd)
  })

  test('anchors at their estimates bring back the group and the item that is not fixed', () => {
    const items = whole.items.map(({ parameters }, index) =>
      index === 4 ? { model: '2pl' as const } : { model: '2pl' as const, fixed: parameters },
    )
    const anchored = calibrated(lsat7, { items })
    expect(anchored.groups[0]!.mean).toBeCloseTo(0, 3)
    expect(anchored.groups[0]!.sd).toBeCloseTo(1, 3)
    expect(anchored.items[4]!.parameters.a).toBeCloseTo(whole.items[4]!.parameters.a, 3)
    expect(anchored.items[0]!.parameters).toEqual(whole.items[0]!.parameters)
    expect(anchored.logLikelihood).toBeCloseTo(whole.logLikelihood, 5)
  })

  test('an anchor that moved is found to drift', () => {
    const bank = whole.items.map(({ parameters }, index) => ({
      parameters: { ...parameters, b: parameters.b + (index === 2 ? 0.8 : 0) },
      standardErrors: { a: 0, b: 0, c: 0, d: 0 },
      covarianceAB: 0,
    }))
    const report = findDrift(people, { items: { model: '2pl' } }, bank)
    if (!report.ok) throw new Error(report.error.code)
    expect(report.value.anchors.filter(({ drifted }) => drifted).map(({ item }) => item)).toEqual([2])
  })
})
