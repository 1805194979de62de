import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { bootstrapErrors, resampleFrequencies } from './bootstrap.ts'
import { applyLine } from './line.ts'
import { equateLinearly, equateMeans, linearStandardError } from './random-groups.ts'
import { momentsOf } from './score-frequencies.ts'

const x = { lowest: 0, counts: [2, 9, 24, 40, 52, 41, 22, 8, 2] }
const y = { lowest: 0, counts: [6, 20, 40, 50, 38, 24, 14, 6, 2] }

describe('equating of random groups', () => {
  test('a form equated to itself is itself', () => {
    const moments = momentsOf(x)
    expect(equateMeans(moments, moments)).toEqual({ slope: 1, intercept: 0 })
    expect(equateLinearly(moments, moments)).toEqual({ slope: 1, intercept: 0 })
  })

  test('linear equating there and back is no change', () => {
    const there = equateLinearly(momentsOf(x), momentsOf(y))
    const back = equateLinearly(momentsOf(y), momentsOf(x))
    for (const score of [0, 3, 8]) expect(applyLine(back, applyLine(there, score))).toBeCloseTo(score, 10)
  })

  test('the standard error of a linear equivalent is what drawing anew shows', () => {
    const random = seededRandom('linear')
    const sample = () => {
      const line = equateLinearly(
        momentsOf(resampleFrequencies(x, random)),
        momentsOf(resampleFrequencies(y, random)),
      )
      return (score: number) => applyLine(line, score)
    }
    const scores = [1, 4, 7]
    const drawn = bootstrapErrors(sample, { scores, replications: 1500 })
    scores.forEach((score, index) => {
      const formula = linearStandardError(score, momentsOf(x), momentsOf(y))
      expect(drawn[index]! / formula).toBeGreaterThan(0.93)
      expect(drawn[index]! / formula).toBeLessThan(1.07)
    })
  })
})
