import { describe, expect, test } from 'vitest'
import { matches } from './patterns.fixture.ts'

const bothThere = { d: { a: [{ exists: true }], b: [{ exists: true }] } }

describe('elements of lists', () => {
  test('two fields must come from the same element', () => {
    expect(matches(bothThere, { d: [{ a: 1 }, { b: 2 }] })).toBe(false)
    expect(matches(bothThere, { d: [{ a: 1 }, { b: 2 }, { a: 3, b: 4 }] })).toBe(true)
  })

  test('so must fields at different depths', () => {
    const pattern = { d: { name: ['x'], info: { size: [1] } } }
    expect(matches(pattern, { d: [{ name: 'x' }, { info: { size: 1 } }] })).toBe(false)
    expect(matches(pattern, { d: [{ name: 'x', info: [{ size: 2 }, { size: 1 }] }] })).toBe(true)
    const nested = { u: { t: { k: ['color'], v: ['blue'] } } }
    expect(matches(nested, { u: [{ t: [{ k: 'color' }, { v: 'blue' }] }] })).toBe(false)
    expect(matches(nested, { u: [{ t: [{ k: 'size' }, { k: 'color', v: 'blue' }] }] })).toBe(true)
  })

  test('different lists do not bind each other', () => {
    const pattern = { x: { a: [1] }, y: { b: [2] } }
    expect(matches(pattern, { x: [{ a: 0 }, { a: 1 }], y: [{ b: 2 }, { b: 0 }] })).toBe(true)
  })

  test('plain values of a list go with anything', () => {
    const pattern = { d: { tags: ['admin'], type: ['group'] } }
    expect(matches(pattern, { d: { tags: ['user', 'admin'], type: 'group' } })).toBe(true)
    expect(matches({ 'a.b': [2], a: [1] }, { a: [1, { b: 2 }] })).toBe(true)
    expect(matches({ 'a.b': [2], a: [1] }, { a: [[1], { b: 2 }] })).toBe(false)
  })

  test('a field may be absent from the element that is chosen', () => {
    const pattern = { d: { a: [{ exists: true }], b: [{ exists: false }] } }
    expect(matches(pattern, { d: [{ a: 1 }] })).toBe(true)
    expect(matches(pattern, { d: [{ a: 1, b: 2 }] })).toBe(false)
    expect(matches(pattern, { d: [{ a: 1 }, { b: 2 }] })).toBe(true)
  })

  test('a field that comes first in order must be absent everywhere', () => {
    const pattern = { d: { a: [{ exists: false }], b: [{ exists: true }] } }
    expect(matches(pattern, { d: [{ a: 1 }, { b: 2 }] })).toBe(false)
    expect(matches(pattern, { d: [{ c: 1 }, { b: 2 }] })).toBe(true)
  })

  test('long lists are searched in reasonable time', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({ a: index, b: index % 7 }))
    const started = performance.now()
    expect(matches({ d: { a: [{ numeric: ['>=', 0] }], b: [9] } }, { d: many })).toBe(false)
    expect(matches({ d: { a: [1_999], b: [1_999 % 7] } }, { d: many })).toBe(true)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
