import { describe, expect, test } from 'vitest'
import type { SheetItem } from '../../../domain/item/review-sheet.ts'
import { emptySolution, isComplete, lettersAsked, match, press } from './solution.ts'

const item = (changes: Partial<SheetItem> = {}): SheetItem => ({
  item: 'tst-0001',
  hash: 'h',
  kind: 'multiple-choice',
  stem: 'Which?',
  options: { A: 'a', B: 'b', C: 'c', D: 'd' },
  answer: [],
  reason: '',
  alternatives: [],
  ...changes,
})

describe('lettersAsked', () => {
  test('one for a choice, the number stated for several, every option of an order, one for each prompt', () => {
    expect(lettersAsked(item())).toBe(1)
    expect(lettersAsked(item({ kind: 'multiple-response', select: 2 }))).toBe(2)
    expect(lettersAsked(item({ kind: 'ordering' }))).toBe(4)
    expect(lettersAsked(item({ kind: 'ordering', select: 3 }))).toBe(3)
    expect(lettersAsked(item({ kind: 'matching', prompts: ['p', 'q', 'r'] }))).toBe(3)
  })
})

describe('press', () => {
  test('a choice is replaced', () => {
    expect(press(item(), ['A'], 'B')).toEqual(['B'])
  })

  test('one of several is added, taken back, and refused beyond the number asked', () => {
    const several = item({ kind: 'multiple-response', select: 2 })
    expect(press(several, ['A'], 'B')).toEqual(['A', 'B'])
    expect(press(several, ['A', 'B'], 'A')).toEqual(['B'])
    expect(press(several, ['A', 'B'], 'C')).toEqual(['A', 'B'])
  })

  test('an order grows in the order of the presses', () => {
    const order = item({ kind: 'ordering', select: 3 })
    expect(press(order, press(order, [], 'C'), 'A')).toEqual(['C', 'A'])
  })
})

describe('match', () => {
  test('sets one prompt and leaves the others', () => {
    expect(match(['A', 'B'], 1, 'C')).toEqual(['A', 'C'])
    expect(match([], 2, 'D')).toEqual(['', '', 'D'])
  })
})

describe('isComplete', () => {
  test('needs every letter and a reason', () => {
    const matching = item({ kind: 'matching', prompts: ['p', 'q'] })
    expect(isComplete(item(), emptySolution)).toBe(false)
    expect(isComplete(item(), { ...emptySolution, answer: ['A'] })).toBe(false)
    expect(isComplete(item(), { ...emptySolution, answer: ['A'], reason: 'It decides.' })).toBe(true)
    expect(isComplete(matching, { ...emptySolution, answer: ['', 'B'], reason: 'It decides.' })).toBe(false)
  })
})
