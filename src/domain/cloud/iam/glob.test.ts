import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileGlob, type GlobToken } from './glob.ts'

/** Reads `*` and `?` as wildcards, `[` and `.` as their forms that stop at a colon. */
const tokensOf = (pattern: string): GlobToken[] =>
  pattern.split('').map((character): GlobToken => {
    if (character === '*') return { kind: 'star' }
    if (character === '?') return { kind: 'one' }
    if (character === '[') return { kind: 'star-within' }
    return character === '.' ? { kind: 'one-within' } : { kind: 'text', text: character }
  })

const matches = (pattern: string, value: string): boolean => compileGlob(tokensOf(pattern))(value)

const expressionOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll('.', '<one>')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')
      .replaceAll('[', '[^:]*')
      .replaceAll('<one>', '[^:]')}$`,
  )

describe('compileGlob', () => {
  test('plain text matches itself alone', () => {
    expect(matches('abc', 'abc')).toBe(true)
    expect(matches('abc', 'abcd')).toBe(false)
    expect(matches('abc', 'ABC')).toBe(false)
    expect(matches('', '')).toBe(true)
    expect(matches('', 'a')).toBe(false)
  })

  test('a star takes any text, none included, and a question mark one character', () => {
    expect(matches('a*', 'a')).toBe(true)
    expect(matches('*', '')).toBe(true)
    expect(matches('a*c', 'abbbc')).toBe(true)
    expect(matches('a*c', 'abbb')).toBe(false)
    expect(matches('a?c', 'abc')).toBe(true)
    expect(matches('a?c', 'ac')).toBe(false)
    expect(matches('**a**', 'a')).toBe(true)
  })

  test('prefix and suffix may not overlap in the value', () => {
    expect(matches('aba*aba', 'aba')).toBe(false)
    expect(matches('aba*aba', 'abaaba')).toBe(true)
    expect(matches('a*b*b', 'ab')).toBe(false)
  })

  test('the confined forms stop at a colon, the others do not', () => {
    expect(matches('a[b', 'a::b')).toBe(false)
    expect(matches('a*b', 'a::b')).toBe(true)
    expect(matches('a.b', 'a:b')).toBe(false)
    expect(matches('a?b', 'a:b')).toBe(true)
    expect(matches('a[b', 'axyb')).toBe(true)
  })

  test('agrees with regular expressions on every short pattern', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 8 })
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?', '[', '.'), maxLength: 6 })
    fc.assert(
      fc.property(pattern, text, (own, value) => {
        expect(matches(own, value)).toBe(expressionOf(own).test(value))
      }),
      { numRuns: 2000 },
    )
  })

  test('a pattern made to hang is answered at once', () => {
    const before = performance.now()
    expect(matches(`${'*a'.repeat(40)}b`, 'a'.repeat(2000))).toBe(false)
    expect(matches(`${'[a?'.repeat(20)}b`, 'a'.repeat(500))).toBe(false)
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
