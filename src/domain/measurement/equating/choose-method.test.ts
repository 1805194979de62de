import { describe, expect, test } from 'vitest'
import { chooseEquatingMethod } from './choose-method.ts'

const situation = { candidates: 500, calibratedAnchor: false, anchorItems: 13, formItems: 65 }

describe('chooseEquatingMethod', () => {
  test.each([
    [0, 'identity'],
    [29, 'identity'],
    [30, 'circle-arc'],
    [99, 'circle-arc'],
    [100, 'linear-through-anchor'],
    [399, 'linear-through-anchor'],
    [400, 'equipercentile'],
  ])('for %i candidates without calibrated anchor: %s', (candidates, method) => {
    expect(chooseEquatingMethod({ ...situation, candidates }).method).toBe(method)
  })

  test('a calibrated anchor of a fifth of the form decides, whatever the number of candidates', () => {
    expect(chooseEquatingMethod({ ...situation, candidates: 5, calibratedAnchor: true }).method).toBe(
      'item-response',
    )
  })

  test('a short anchor is not relied on, and is reported', () => {
    const short = { ...situation, calibratedAnchor: true, anchorItems: 12 }
    expect(chooseEquatingMethod(short)).toEqual({ method: 'equipercentile', anchorSuffices: false })
  })
})
