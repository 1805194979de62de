import { describe, expect, test } from 'vitest'
import { benchmarkData } from '../../bench/measurement-data.ts'
import { calibrate } from '../../src/domain/measurement/calibration/calibrate.ts'
import type { KernelName } from '../../src/domain/measurement/calibration/types.ts'
import { summarisePosterior } from '../../src/domain/measurement/scoring/estimate-ability.ts'
import { makePosterior } from '../../src/domain/measurement/scoring/posterior-grid.ts'

const rmse = (x: readonly number[], y: readonly number[]): number =>
  Math.sqrt(x.reduce((sum, value, index) => sum + (value - y[index]!) ** 2, 0) / x.length)

function calibrated(persons: number, items: number, kernel?: KernelName) {
  const { responses, truth, abilities } = benchmarkData(persons, items)
  const calibration = calibrate(responses, {
    items: { model: '2pl' },
    standardErrors: 'none',
    ...(kernel && { kernel }),
  })
  if (!calibration.ok) throw new Error(calibration.error.code)
  const found = calibration.value
  const error = (name: 'a' | 'b') =>
    rmse(
      found.items.map(({ parameters }) => parameters[name]),
      truth.map((item) => item[name]),
    )
  return { found, responses, abilities, rmseA: error('a'), rmseB: error('b') }
}

/** The data that other programs were given: their log-likelihoods and recoveries stand in the rows. */
describe('the benchmark data, as other programs calibrate them', () => {
  test.each([
    [1_000, 50, -26979.861218, 0.1114, 0.1373],
    [10_000, 65, -352140.140529, 0.0381, 0.0384],
  ])('%i x %i: log-likelihood %f, RMSE of a %f and of b %f', (persons, items, logLikelihood, a, b) => {
    const { found, rmseA, rmseB } = calibrated(persons, items)
    expect(found.logLikelihood).toBeGreaterThan(logLikelihood - 1e-5)
    expect(found.logLikelihood - logLikelihood).toBeLessThan(1e-2)
    expect(rmseA).toBeCloseTo(a, 3)
    expect(rmseB).toBeCloseTo(b, 3)
  })

  test('the byte table and the s-grid agree on 1,000 x 50', () => {
    const [exact, fast] = [calibrated(1_000, 50, 'byte-table'), calibrated(1_000, 50, 's-grid')]
    expect(fast.found.logLikelihood).toBeCloseTo(exact.found.logLikelihood, 5)
  })

  test('EAP of the persons has the error that its posterior SD promises', () => {
    const { found, responses, abilities } = calibrated(1_000, 50)
    const posterior = makePosterior(found.items.map(({ parameters }) => parameters))
    const estimates = abilities.map((_, person) =>
      summarisePosterior(posterior([...responses.cells.subarray(person * 50, (person + 1) * 50)])),
    )
    const promised = Math.sqrt(estimates.reduce((sum, { se }) => sum + se ** 2, 0) / estimates.length)
    expect(
      rmse(
        estimates.map(({ theta }) => theta),
        abilities,
      ) / promised,
    ).toBeCloseTo(1, 1)
  })
})
