import { describe, expect, test } from 'vitest'
import { type KeyContext, type KeyPress, readKey } from './keyboard.ts'

const context: KeyContext = {
  focus: 'page',
  singleKeys: true,
  striking: false,
  optionCount: 4,
  onReview: false,
  study: false,
}
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  repeat: false,
  ...more,
})
const read = (key: string, change: Partial<KeyContext> = {}, more: Partial<KeyPress> = {}) =>
  readKey(press(key, more), { ...context, ...change })

describe('single keys', () => {
  test.each([
    ['n', 'next'],
    ['J', 'next'],
    ['p', 'previous'],
    ['k', 'previous'],
    ['f', 'flag'],
    ['x', 'strike-next'],
    ['r', 'review'],
    ['t', 'say-time'],
    ['?', 'help'],
  ])('%s means %s', (key, kind) => {
    expect(read(key)).toEqual({ kind })
  })

  test.each([
    ['a', 0],
    ['D', 3],
    ['1', 0],
    ['4', 3],
  ])('%s chooses option %s', (key, index) => {
    expect(read(key)).toEqual({ kind: 'choose', index })
  })

  test('a letter or digit beyond the options does nothing', () => {
    expect(read('e')).toBeNull()
    expect(read('5')).toBeNull()
    expect(read('9')).toBeNull()
    expect(read('0')).toBeNull()
  })

  test('F flags even where a sixth option exists, which 6 chooses', () => {
    expect(read('f', { optionCount: 6 })).toEqual({ kind: 'flag' })
    expect(read('6', { optionCount: 6 })).toEqual({ kind: 'choose', index: 5 })
  })

  test('none is read in a text field, when switched off, with Ctrl or Meta, or from a held key', () => {
    expect(read('n', { focus: 'text' })).toBeNull()
    expect(read('n', { singleKeys: false })).toBeNull()
    expect(read('n', {}, { ctrlKey: true })).toBeNull()
    expect(read('r', {}, { metaKey: true })).toBeNull()
    expect(read('n', {}, { repeat: true })).toBeNull()
  })
})

describe('striking', () => {
  test('after X a letter strikes, F included', () => {
    expect(read('b', { striking: true })).toEqual({ kind: 'strike', index: 1 })
    expect(read('f', { striking: true, optionCount: 6 })).toEqual({ kind: 'strike', index: 5 })
  })

  test('any other key, Escape too, gives it up', () => {
    expect(read('z', { striking: true })).toEqual({ kind: 'cancel' })
    expect(read('Escape', { striking: true })).toEqual({ kind: 'cancel' })
    expect(read('Escape')).toBeNull()
  })
})

describe('access keys', () => {
  test('Alt+N and Alt+P work with single keys off and in a text field, whatever letter the layout makes', () => {
    expect(read('˜', { singleKeys: false, focus: 'text' }, { altKey: true, code: 'KeyN' })).toEqual({
      kind: 'next',
    })
    expect(read('π', {}, { altKey: true, code: 'KeyP' })).toEqual({ kind: 'previous' })
    expect(read('f', {}, { altKey: true, code: 'KeyF' })).toBeNull()
  })
})

describe('study', () => {
  test('Enter and Space check where no control uses them', () => {
    expect(read('Enter', { study: true })).toEqual({ kind: 'check' })
    expect(read(' ', { study: true })).toEqual({ kind: 'check' })
    expect(read('Enter', { study: true, focus: 'control' })).toBeNull()
    expect(read('Enter', { study: true, focus: 'choice' })).toEqual({ kind: 'check' })
    expect(read(' ', { study: true, focus: 'choice' })).toBeNull()
    expect(read('Enter')).toBeNull()
  })
})

describe('the review screen', () => {
  test('takes time and help only', () => {
    expect(read('t', { onReview: true })).toEqual({ kind: 'say-time' })
    expect(read('?', { onReview: true })).toEqual({ kind: 'help' })
    expect(read('n', { onReview: true })).toBeNull()
    expect(read('a', { onReview: true })).toBeNull()
    expect(read('n', { onReview: true }, { altKey: true, code: 'KeyN' })).toBeNull()
  })
})
