import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holm } from './holm.ts'

describe('holm', () => {
  test('matches the values that R gives for four tests', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005])
    expect(adjusted.map((p) => Number(p.toFixed(10)))).toEqual([0.03, 0.06, 0.06, 0.02])
  })

  test('never lowers a p-value and never exceeds 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (pValues) => {
        holm(pValues).forEach((adjusted, index) => {
          expect(adjusted).toBeGreaterThanOrEqual(pValues[index]!)
          expect(adjusted).toBeLessThanOrEqual(1)
        })
      }),
    )
  })
})
