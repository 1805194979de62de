import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemParameters } from '../model/item-parameters.ts'
import { expectedScore } from '../model/test-characteristic.ts'
import {
  abilityAt,
  rawCutAt,
  rawCutThrough,
  reportingScale,
  scaleAbility,
  scaleRawScore,
} from './reporting-scale.ts'

const scale = reportingScale(720, 0.2)
const form = Array.from({ length: 65 }, (_, index) => itemParameters({ a: 1, b: -2 + index / 16, c: 0.2 }))

describe('scaleAbility', () => {
  test.each([
    [0.2, 720],
    [1.2, 860],
    [2.2, 1000],
    [5, 1000],
    [-0.8, 520],
    [-2.9, 100],
    [Number.NEGATIVE_INFINITY, 100],
    [Number.POSITIVE_INFINITY, 1000],
  ])('ability %f is worth %f', (theta, scaled) => {
    expect(scaleAbility(theta, scale)).toBeCloseTo(scaled, 9)
  })

  test('never falls', () => {
    const theta = fc.double({ min: -6, max: 6, noNaN: true })
    fc.assert(
      fc.property(theta, theta, (a, b) => {
        expect(
          Math.sign(scaleAbility(a, scale) - scaleAbility(b, scale)) * Math.sign(a - b),
        ).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test.each([
    [{ ...scale, cutScore: 1000 }],
    [{ ...scale, cutScore: 720.5 }],
    [{ ...scale, spanAbove: 0 }],
    [{ ...scale, cutTheta: Number.NaN }],
  ])('refuses the scale %j', (broken) => {
    expect(() => scaleAbility(0, broken)).toThrow(RangeError)
  })
})

describe('raw scores on the scale', () => {
  test('the ability of a raw score expects that score', () => {
    for (const raw of [14, 30, 41.6, 60])
      expect(expectedScore(abilityAt(raw, form), form)).toBeCloseTo(raw, 9)
  })

  test('what guessing alone gives is the lowest score, a perfect paper the highest', () => {
    expect(scaleRawScore(13, form, scale)).toBe(100)
    expect(scaleRawScore(0, form, scale)).toBe(100)
    expect(scaleRawScore(65, form, scale)).toBe(1000)
  })

  test('the cut is the lowest whole score at or above the one expected at the standard', () => {
    const expected = expectedScore(0.2, form)
    expect(rawCutAt(0.2, form)).toBe(Math.ceil(expected))
    const exact = [itemParameters({ b: 0 }), itemParameters({ b: 0 })]
    expect(rawCutAt(0, exact)).toBe(1)
  })

  test('a harder form has a lower cut', () => {
    const harder = form.map((item) => ({ ...item, b: item.b + 0.4 }))
    expect(rawCutAt(0.2, harder)).toBeLessThan(rawCutAt(0.2, form))
    expect(rawCutThrough((raw) => raw + 3, { baseCut: 41.6, maximum: 65 })).toBe(39)
  })

  test('refuses an equating by which nobody could reach the cut', () => {
    expect(() => rawCutThrough((raw) => raw / 2, { baseCut: 40, maximum: 65 })).toThrow(RangeError)
  })
})
