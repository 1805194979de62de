import { describe, expect, test } from 'vitest'
import {
  contentWordsOf,
  dice,
  median,
  ngramsOf,
  questionOf,
  sentencesOf,
  sharedCount,
  wordsOf,
} from './words.ts'

describe('words', () => {
  test('are lower case and keep hyphens and digits', () => {
    expect(wordsOf("Use the firm's read-only S3 bucket, e.g. 12 GB!")).toEqual([
      'use',
      'the',
      "firm's",
      'read-only',
      's3',
      'bucket',
      'e',
      'g',
      '12',
      'gb',
    ])
    expect(wordsOf('  … ')).toEqual([])
  })

  test('that carry meaning lose plural s and leave common words out', () => {
    expect([...contentWordsOf('The queues of a queue class use Amazon access')].sort()).toEqual([
      'access',
      'class',
      'queue',
    ])
  })

  test('are counted where two sets share them', () => {
    expect(
      sharedCount(contentWordsOf('copy objects nightly'), contentWordsOf('objects are copied nightly')),
    ).toBe(2)
  })
})

describe('sentences', () => {
  test('end where a new one begins', () => {
    expect(sentencesOf('It costs 1.5 USD. Who pays? (Select TWO.)')).toEqual([
      'It costs 1.5 USD.',
      'Who pays?',
      '(Select TWO.)',
    ])
  })

  test('the question is the last that asks, or the last', () => {
    expect(questionOf('Why so? It broke. What now? (Select TWO.)')).toBe('What now?')
    expect(questionOf('It broke. Choose a remedy.')).toBe('Choose a remedy.')
    expect(questionOf('')).toBe('')
  })
})

describe('figures', () => {
  test('median of odd, even and no values', () => {
    expect([median([9, 1, 5]), median([4, 1, 3, 2]), median([])]).toEqual([5, 2.5, 0])
  })

  test('n-grams are windows of n words', () => {
    expect([...ngramsOf(['a', 'b', 'c', 'd'], 3)]).toEqual(['a b c', 'b c d'])
    expect(ngramsOf(['a', 'b'], 3).size).toBe(0)
  })

  test("Dice's coefficient runs from 0 to 1", () => {
    expect(dice(new Set(['a', 'b']), new Set(['b', 'c']))).toBe(0.5)
    expect(dice(new Set(['a']), new Set(['a']))).toBe(1)
    expect(dice(new Set(), new Set())).toBe(0)
  })
})
