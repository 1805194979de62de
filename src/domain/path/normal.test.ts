import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCdf, normalQuantile } from './normal.ts'

/** Simpson's rule over the density: slow, and independent of the series. */
function integrate(upTo: number): number {
  const [from, steps] = [-9, 2000]
  const width = (upTo - from) / steps
  const density = (z: number): number => Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)
  let sum = density(from) + density(upTo)
  for (let step = 1; step < steps; step++) sum += density(from + step * width) * (step % 2 === 1 ? 4 : 2)
  return (sum * width) / 3
}

describe('the standard normal distribution', () => {
  test('its function agrees with numerical integration of the density', () => {
    for (const z of [-5, -2.5, -1, -0.3, 0, 0.7, 1.6448536, 3, 6]) {
      expect(normalCdf(z)).toBeCloseTo(integrate(z), 9)
    }
  })

  test('its tails are 0 and 1 to double precision', () => {
    expect(normalCdf(-9)).toBe(0)
    expect(normalCdf(9)).toBe(1)
  })

  test('its quantiles are the published ones', () => {
    const published = [
      [0.5, 0],
      [0.8, 0.8416212335729143],
      [0.9, 1.2815515655446004],
      [0.975, 1.959963984540054],
      [0.1, -1.2815515655446004],
      [1e-10, -6.361340902404056],
      [0.999999, 4.753424308817087],
    ] as const
    for (const [p, z] of published) expect(normalQuantile(p)).toBeCloseTo(z, 9)
  })

  test('quantile and function undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-12)
      }),
    )
  })

  test.each([0, 1, -0.2, Number.NaN])('%d is no probability with a quantile', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError)
  })
})
