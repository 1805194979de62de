import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { compiling } from './patterns.fixture.ts'
import { compileWildcard, wildcardComplexity } from './wildcard.ts'

const compile = (operand: Json) => compiling((report) => compileWildcard(operand, 10, report))
const holds = (wildcard: string, value: Json): boolean => compile(wildcard).holds(value as string)

const complexityOf = (wildcard: string): number =>
  wildcardComplexity(
    wildcard.split('').map((text) => (text === '*' ? { kind: 'star' } : { kind: 'text', text })),
  )

describe('wildcard', () => {
  test.each([
    ['dir/*.png', 'dir/a/b.png', true],
    ['dir/*.png', 'dir/.png', true],
    ['dir/*.png', 'dir/a.PNG', false],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['/Users/*/doc.txt', '/Users/me/notdoc.txt', false],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['a\\\\b', 'a\\b', true],
    ['arn:aws:events:us-east-1:*:event-bus/*', 'arn:aws:events:us-east-1:1:event-bus/x', true],
  ])('%s on %s: %s', (wildcard, value, expected) => {
    expect(holds(wildcard, value)).toBe(expected)
  })

  test('only texts match', () => {
    expect([1, true, null].map((value) => holds('*', value))).toEqual([false, false, false])
  })

  test.each<[Json, RegExp]>([
    [123, /takes a text/],
    [['a*'], /takes a text/],
    ['a**b', /two stars in a row/],
    ['a\\b', /escapes neither/],
    ['a\\', /escapes neither/],
    ['*:*:*:*:*:event-bus/*', /too complex/],
  ])('%j is refused', (operand, reason) => {
    const { holds: never, faults } = compile(operand)
    expect(faults).toEqual([expect.stringMatching(reason)])
    expect(never('a')).toBe(false)
  })

  test('matching agrees with a regular expression', () => {
    const piece = fc.constantFrom('a', 'b', 'ab', '*')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), fc.stringMatching(/^[ab]{0,8}$/), (pieces, value) => {
        const wildcard = pieces.join('').replace(/\*+/g, '*')
        const expected = new RegExp(`^${wildcard.replaceAll('*', '.*')}$`).test(value)
        expect(holds(wildcard, value)).toBe(expected)
      }),
    )
  })
})

describe('wildcardComplexity', () => {
  test.each([
    ['', 1],
    ['abc', 1],
    ['*', 2],
    ['arn:aws:events:us-east-1:*:event-bus/*', 3],
    ['/Users/*/dir/dir/dir/dir/dir/doc.txt', 7],
    ['*:*:*:*:*:event-bus/*', 11],
  ])('%s has complexity %i', (wildcard, expected) => {
    expect(complexityOf(wildcard)).toBe(expected)
  })

  test('a further star never makes a wildcard simpler', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab]{1,6}$/), fc.nat(6), (text, at) => {
        const place = Math.min(at, text.length)
        const starred = `${text.slice(0, place)}*${text.slice(place)}`
        expect(complexityOf(starred)).toBeGreaterThanOrEqual(complexityOf(text))
      }),
    )
  })

  test('a wildcard beyond reason is infinitely complex, and soon so', () => {
    const started = performance.now()
    expect(complexityOf('*a*b*c*d*e*f*g*h*i*j*k*l*m*n*o*p'.repeat(3))).toBeGreaterThan(10)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
