import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, isSpelling, wordsOf } from './spelling.ts'

const words = fc.string({ maxLength: 12 })

describe('editDistance', () => {
  test('known pairs', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3)
    expect(editDistance('', 'abc')).toBe(3)
  })

  test('is a metric: zero only for equals, symmetric, triangle inequality', () => {
    fc.assert(
      fc.property(words, words, words, (one, two, three) => {
        expect(editDistance(one, two) === 0).toBe(one === two)
        expect(editDistance(one, two)).toBe(editDistance(two, one))
        expect(editDistance(one, three)).toBeLessThanOrEqual(
          editDistance(one, two) + editDistance(two, three),
        )
      }),
    )
  })
})

describe('isSpelling', () => {
  test.each([
    ['architct', 'architect', true],
    ['arch', 'architect', true],
    ['ar', 'architect', false],
    ['c02', 'c03', false],
    ['data', 'beta', false],
    ['practioner', 'practitioner', true],
  ])('%s for %s: %s', (typed, word, expected) => {
    expect(isSpelling(typed, word)).toBe(expected)
  })
})

describe('wordsOf', () => {
  test.each([
    ['AWS Certified: SAP on AWS - Specialty', ['sap', 'on', 'aws', 'specialty']],
    ['the AWS Security exam', ['security']],
    ['Certified Developer', ['developer']],
    ['Développeur', ['de', 'veloppeur']],
    ['awsome', ['awsome']],
  ])('%s', (name, expected) => {
    expect(wordsOf(name)).toEqual(expected)
  })
})
