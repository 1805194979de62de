import { describe, expect, test } from 'vitest'
import { itemParameters } from '../model/item-parameters.ts'
import { normalQuadrature, type Quadrature } from '../model/quadrature.ts'
import { expectAfterGrowth, usualGrowth } from './growth.ts'
import { passCurve, predictPass } from './predict-pass.ts'
import { expectedCurve } from './uncertain-item.ts'

const { nodes } = normalQuadrature({ count: 121 })
const form = Array.from({ length: 20 }, (_, index) => itemParameters({ a: 1.2, b: -1 + index / 10 })).map(
  (parameters) => expectedCurve({ parameters, logDiscriminationSd: 0, difficultySd: 0 }, nodes),
)
const normal = (mean: number, sd: number): Quadrature =>
  normalQuadrature({ count: 121, mean, sd, low: -6, high: 6 })
const certain = (theta: number): Quadrature => ({
  nodes,
  weights: nodes.map((node) => (Math.abs(node - theta) < 1e-9 ? 1 : 0)),
})

describe('passCurve', () => {
  test('adds up the chances of every way to reach the cut', () => {
    const [p, q, r] = [0.3, 0.6, 0.8]
    const two = p * q * (1 - r) + p * (1 - q) * r + (1 - p) * q * r
    const [chance] = passCurve([Float64Array.of(p), Float64Array.of(q), Float64Array.of(r)], 2)
    expect(chance).toBeCloseTo(two + p * q * r, 12)
  })

  test('rises with ability from 0 to 1, and falls with the cut', () => {
    const [lenient, strict] = [passCurve(form, 10), passCurve(form, 14)]
    expect(lenient[0]).toBeLessThan(0.001)
    expect(lenient[120]).toBeGreaterThan(0.999)
    lenient.forEach((chance, q) => {
      expect(strict[q]).toBeLessThanOrEqual(chance + 1e-12)
      expect(chance).toBeGreaterThanOrEqual((lenient[q - 1] ?? 0) - 1e-12)
    })
    expect(passCurve(form, 0).every((chance) => Math.abs(chance - 1) < 1e-12)).toBe(true)
  })

  test('refuses a cut beyond the form, and a form without items', () => {
    expect(() => passCurve(form, 21)).toThrow(RangeError)
    expect(() => passCurve(form, 10.5)).toThrow(RangeError)
    expect(() => passCurve([], 0)).toThrow(RangeError)
  })
})

describe('predictPass', () => {
  const pass = passCurve(form, 12)

  test('of a known ability is the pass curve, without an interval', () => {
    const { probability, low, high, shown } = predictPass(certain(0.5), pass)
    const exact = pass[65]!
    expect(probability).toBeCloseTo(exact, 12)
    expect(low).toBeLessThanOrEqual(exact)
    expect(high).toBeGreaterThanOrEqual(exact)
    expect(high - low).toBeLessThan(0.15)
    expect(shown).toBe(true)
  })

  test('averages the pass curve over the posterior, and spans the chances of its middle 80 %', () => {
    const ability = normal(0.2, 0.5)
    const { probability, low, high } = predictPass(ability, pass)
    expect(probability).toBeCloseTo(
      ability.weights.reduce((sum, weight, q) => sum + weight * pass[q]!, 0),
      12,
    )
    const at = (theta: number): number => {
      const place = (theta + 6) * 10
      const left = Math.floor(place)
      return pass[left]! * (1 - place + left) + pass[left + 1]! * (place - left)
    }
    expect(low).toBeCloseTo(at(0.2 - 1.2815516 * 0.5), 2)
    expect(high).toBeCloseTo(at(0.2 + 1.2815516 * 0.5), 2)
  })

  test('is hidden while the interval is wider than one half', () => {
    const vague = predictPass(normal(0.1, 0.8), pass)
    expect(vague.high - vague.low).toBeGreaterThan(0.5)
    expect(vague.shown).toBe(false)
    expect(predictPass(normal(2.5, 0.4), pass).shown).toBe(true)
  })

  test('the further the exam, the nearer to one half the chance of a candidate who would pass today', () => {
    const [today, soon, late] = [0, 20, 200].map((days) =>
      predictPass(normal(1, 0.3), expectAfterGrowth(nodes, pass, usualGrowth, days)),
    )
    expect(today!.probability).toBeGreaterThan(soon!.probability)
    expect(soon!.probability).toBeGreaterThan(late!.probability)
  })

  test('refuses a pass curve on another grid', () => {
    expect(() => predictPass(normal(0, 1), Float64Array.of(0.5))).toThrow(RangeError)
  })
})
