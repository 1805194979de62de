import { describe, expect, test } from 'vitest'
import { parameterDrift } from './parameter-drift.ts'

const estimate = (a: number, b: number, seA = 0.1, seB = 0.1, covarianceAB = 0) => ({
  parameters: { a, b, c: 0, d: 1 },
  standardErrors: { a: seA, b: seB, c: 0, d: 0 },
  covarianceAB,
})

describe('parameterDrift', () => {
  test('compares with the errors of both calibrations', () => {
    const drift = parameterDrift(estimate(1, 0), estimate(1.2, 0.5))
    expect(drift.changeA).toBeCloseTo(0.2, 14)
    expect(drift.zB).toBeCloseTo(0.5 / Math.sqrt(0.02), 12)
    expect(drift.chiSquare).toBeCloseTo((0.2 ** 2 + 0.5 ** 2) / 0.02, 10)
    expect(drift.p).toBeCloseTo(Math.exp(-drift.chiSquare / 2), 12)
  })

  test('takes the covariance of a and b into account', () => {
    const along = parameterDrift(estimate(1, 0), estimate(1.1, -0.1, 0.1, 0.1, -0.008))
    const against = parameterDrift(estimate(1, 0), estimate(1.1, 0.1, 0.1, 0.1, -0.008))
    expect(along.chiSquare).toBeLessThan(against.chiSquare)
  })

  test('has one degree of freedom when no slope was estimated', () => {
    const drift = parameterDrift(estimate(1, 0, 0), estimate(1, 0.3, 0))
    expect(drift.chiSquare).toBeCloseTo(drift.zB ** 2, 12)
  })

  test.each([
    [0.5, 0.1, true],
    [-0.5, 0.1, true],
    [0.25, 0.01, false],
    [0.5, 0.2, false],
  ])('calls a change of %f with error %f drift: %s', (change, error, drifted) => {
    expect(parameterDrift(estimate(1, 0, 0.1, error), estimate(1, change, 0.1, error)).drifted).toBe(drifted)
  })
})
