import { describe, expect, test } from 'vitest'
import { estimateWidth, fitText, shorten } from './text-fit.ts'

describe('fitText', () => {
  test('breaks at words and stays within the lines', () => {
    expect(fitText('Machine Learning Engineer', { size: 13, width: 90, lines: 3 })).toEqual([
      'Machine',
      'Learning',
      'Engineer',
    ])
    expect(fitText('Machine Learning Engineer', { size: 13, width: 200, lines: 3 })).toEqual([
      'Machine Learning Engineer',
    ])
  })

  test('shortens what does not fit in the last line', () => {
    expect(fitText('Machine Learning Engineer', { size: 13, width: 90, lines: 2 })).toEqual([
      'Machine',
      'Learning E…',
    ])
    expect(fitText('Incomprehensibilities', { size: 10, width: 58, lines: 1 })).toEqual(['Incompreh…'])
  })

  test('always leaves at least a letter', () => {
    expect(fitText('abc', { size: 20, width: 1, lines: 1 })).toEqual(['a…'])
  })
})

test('shorten keeps a text that fits', () => {
  expect([shorten('four', 4), shorten('fives', 4)]).toEqual(['four', 'fiv…'])
})

test('estimateWidth grows with length and size', () => {
  expect(estimateWidth('ab', 10)).toBeCloseTo(11.6)
  expect(estimateWidth('ab', 20)).toBeCloseTo(23.2)
})
