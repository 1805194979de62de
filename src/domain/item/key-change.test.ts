import { describe, expect, test } from 'vitest'
import { calendarDate } from '../kernel/calendar-date.ts'
import { makeItem, makeMatching, makeOrdering, optionsOf } from './item.fixture.ts'
import { changeId, changeOf, changesNothing, isPossibleKey, type KeyChange, withKey } from './key-change.ts'
import { keyInFile } from './standing.ts'

const change = (changes: Partial<KeyChange> = {}): KeyChange => ({
  item: 'tst-0001',
  hash: 'tst-0001-hash',
  key: [2],
  reason: 'The page says otherwise.',
  on: calendarDate('2026-11-24'),
  ...changes,
})

describe('withKey', () => {
  test('gives a choice another key, and leaves hash and text alone', () => {
    const item = makeItem()
    const changed = withKey(item, [2])
    expect(keyInFile(changed)).toEqual([2])
    expect(changed.hash).toBe(item.hash)
    expect(changed.options.map(({ text }) => text)).toEqual(item.options.map(({ text }) => text))
  })

  test('gives several', () => {
    const item = makeItem({ kind: 'multiple-response', select: 2, options: optionsOf(5, [0, 1]) })
    expect(keyInFile(withKey(item, [1, 4]))).toEqual([1, 4])
  })

  test('puts an ordering item in another order', () => {
    const item = makeOrdering()
    const reversed = keyInFile(item).reverse()
    expect(keyInFile(withKey(item, reversed))).toEqual(reversed)
  })

  test('matches prompts anew; an option may serve twice', () => {
    const item = makeMatching()
    const all = item.prompts.map(() => 0)
    expect(keyInFile(withKey(item, all))).toEqual(all)
  })

  test('refuses what cannot be a key', () => {
    expect(() => withKey(makeItem(), [9])).toThrow(RangeError)
  })
})

describe('isPossibleKey', () => {
  test.each([
    ['too few', []],
    ['too many', [0, 1]],
    ['no option', [4]],
    ['no whole number', [0.5]],
    ['below zero', [-1]],
  ])('refuses %s', (_, key) => {
    expect(isPossibleKey(makeItem(), key)).toBe(false)
  })

  test('refuses an option twice, where several are asked for', () => {
    const item = makeItem({ kind: 'multiple-response', select: 2, options: optionsOf(5, [0, 1]) })
    expect(isPossibleKey(item, [1, 1])).toBe(false)
    expect(isPossibleKey(item, [1, 2])).toBe(true)
  })
})

describe('changes', () => {
  test('a change speaks of one content only', () => {
    expect(changeOf(makeItem(), [change({ hash: 'other' })])).toBeUndefined()
    expect(changeOf(makeItem(), [change({ hash: 'other' }), change()])).toEqual(change())
    expect(changeId(change())).toBe('tst-0001@tst-0001-hash')
  })

  test('the key that stands is no change; a withdrawal is one', () => {
    expect(changesNothing(makeItem(), { key: [1] })).toBe(true)
    expect(changesNothing(makeItem(), { key: [2] })).toBe(false)
    expect(changesNothing(makeItem(), { key: null })).toBe(false)
  })
})
