import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyItem, middleTheta } from './item.fixture.ts'
import { expectedScore, thetaAtExpectedScore } from './test-characteristic.ts'

const items = fc.array(anyItem, { minLength: 1, maxLength: 20 })

describe('expectedScore', () => {
  test('adds chances of a correct answer', () => {
    const two = [
      { a: 1, b: 0, c: 0, d: 1 },
      { a: 1, b: 0, c: 0.2, d: 1 },
    ]
    expect(expectedScore(0, two)).toBeCloseTo(1.1, 15)
    expect(expectedScore(0, [])).toBe(0)
  })
})

describe('thetaAtExpectedScore', () => {
  test('finds the theta that a score came from', () => {
    fc.assert(
      fc.property(middleTheta, items, (theta, some) => {
        expect(expectedScore(thetaAtExpectedScore(expectedScore(theta, some), some), some)).toBeCloseTo(
          expectedScore(theta, some),
          10,
        )
      }),
    )
  })

  test('gives the nearer bound for scores that no theta reaches', () => {
    const guessed = [{ a: 1, b: 0, c: 0.25, d: 0.9 }]
    expect(thetaAtExpectedScore(0.2, guessed, [-8, 8])).toBe(-8)
    expect(thetaAtExpectedScore(0.95, guessed, [-8, 8])).toBe(8)
  })

  test('refuses what is no score and what has no inverse', () => {
    expect(() => thetaAtExpectedScore(Number.NaN, [{ a: 1, b: 0, c: 0, d: 1 }])).toThrow(RangeError)
    expect(() => thetaAtExpectedScore(0.5, [{ a: -1, b: 0, c: 0, d: 1 }])).toThrow(RangeError)
  })
})
