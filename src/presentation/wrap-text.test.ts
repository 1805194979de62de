import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wrapText } from './wrap-text.ts'

const word = fc.stringMatching(/^[a-z]{1,12}$/)

describe('wrapText', () => {
  test('keeps every word in order and no line too long', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 12, max: 40 }), (words, width) => {
        const lines = wrapText(words.join(' '), width)
        expect(lines.join(' ')).toBe(words.join(' '))
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('lets a word that is too long stand alone', () => {
    expect(wrapText('a https://example.org/long b', 8)).toEqual(['a', 'https://example.org/long', 'b'])
  })

  test('gives one empty line for no text', () => {
    expect(wrapText('', 10)).toEqual([''])
  })
})
