import { describe, expect, test } from 'vitest'
import { probabilityCorrect } from '../model/probability.ts'
import { expectedCurve } from '../readiness/uncertain-item.ts'
import { attenuate, coldStart } from './item-estimate.ts'

describe('coldStart', () => {
  test('a judgement like its domain is taken at its word: P at the standard is the judged value', () => {
    for (const p of [0.35, 0.5, 0.62, 0.9])
      expect(probabilityCorrect(0, coldStart(p, p).parameters)).toBeCloseTo(p, 10)
  })

  test('a judgement away from its domain is drawn towards it: 0.49 of the one, 0.51 of the other', () => {
    const logit = (p: number): number => Math.log(p / (1 - p))
    expect(coldStart(0.9, 0.6).parameters.b).toBeCloseTo(-(0.49 * logit(0.9) + 0.51 * logit(0.6)), 10)
  })

  test('it is uncertain, rests on nobody, and certainties of judges are held off the ends', () => {
    expect(coldStart(0.7, 0.6)).toMatchObject({ state: 'uncalibrated', responses: 0, difficultySd: 0.7 })
    expect(Number.isFinite(coldStart(1, 1).parameters.b)).toBe(true)
    expect(Number.isFinite(coldStart(0, 0.5).parameters.b)).toBe(true)
  })

  test('a number that is no probability is refused', () => {
    expect(() => coldStart(1.2, 0.5)).toThrow(RangeError)
    expect(() => coldStart(0.5, Number.NaN)).toThrow(RangeError)
  })
})

describe('attenuate', () => {
  const item = { parameters: { a: 1.3, b: -0.4, c: 0, d: 1 }, logDiscriminationSd: 0, difficultySd: 0.7 }

  test('keeps the difficulty, flattens the slope, and leaves a known item alone', () => {
    expect(attenuate(item).b).toBe(-0.4)
    expect(attenuate(item).a).toBeLessThan(1.3)
    expect(attenuate({ ...item, difficultySd: 0 })).toEqual(item.parameters)
  })

  test('lies within one and a half per cent of the curve with the uncertainty integrated out', () => {
    const nodes = Float64Array.from({ length: 61 }, (_, index) => -3 + index / 10)
    const exact = expectedCurve(item, nodes)
    const flat = attenuate(item)
    nodes.forEach((theta, q) => {
      expect(Math.abs(probabilityCorrect(theta, flat) - exact[q]!)).toBeLessThan(0.015)
    })
  })

  test('a negative standard error is refused', () => {
    expect(() => attenuate({ ...item, difficultySd: -1 })).toThrow(RangeError)
  })
})
