import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { compiling } from './patterns.fixture.ts'
import { compileEqualsIgnoreCase, compilePrefix, compileSuffix } from './text-operators.ts'

const prefix = (operand: Json) => compiling((report) => compilePrefix(operand, report))
const suffix = (operand: Json) => compiling((report) => compileSuffix(operand, report))
const equal = (operand: Json) => compiling((report) => compileEqualsIgnoreCase(operand, report))
const ignoringCase = (text: string): Json => ({ 'equals-ignore-case': text })

describe('prefix and suffix', () => {
  test('a prefix stands at the start, a suffix at the end, with their case', () => {
    expect(prefix('us-').holds('us-east-1')).toBe(true)
    expect(prefix('us-').holds('US-east-1')).toBe(false)
    expect(suffix('.png').holds('a.png')).toBe(true)
    expect(suffix('.png').holds('a.png.txt')).toBe(false)
  })

  test('the empty text is a prefix and a suffix of every text, and of nothing else', () => {
    expect(prefix('').holds('')).toBe(true)
    expect(suffix('').holds('x')).toBe(true)
    expect([1, true, null].map((value) => prefix('').holds(value))).toEqual([false, false, false])
  })

  test('either may ignore case', () => {
    expect(prefix(ignoringCase('EventB')).holds('eVENTbridge')).toBe(true)
    expect(suffix(ignoringCase('.png')).holds('A.PNG')).toBe(true)
    expect(suffix(ignoringCase('.png')).holds('A.JPG')).toBe(false)
  })

  test.each<Json>([
    1,
    null,
    ['a'],
    {},
    { prefix: 'a' },
    { 'equals-ignore-case': 1 },
    { 'equals-ignore-case': 'a', b: 1 },
  ])('%j is refused', (operand) => {
    expect(prefix(operand).faults).toHaveLength(1)
    expect(suffix(operand).faults).toHaveLength(1)
    expect(prefix(operand).holds('a')).toBe(false)
  })

  test('every text has all its own beginnings and ends', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(20), (text, at) => {
        expect(prefix(text.slice(0, at)).holds(text)).toBe(true)
        expect(suffix(text.slice(at)).holds(text)).toBe(true)
      }),
    )
  })
})

describe('equals-ignore-case', () => {
  test('case does not count, anything else does', () => {
    expect(equal('Alice').holds('aLICE')).toBe(true)
    expect(equal('École').holds('éCOLE')).toBe(true)
    expect(equal('Alice').holds('Alice ')).toBe(false)
    expect(equal('').holds('')).toBe(true)
    expect(equal('1').holds(1)).toBe(false)
  })

  test.each<Json>([1, null, ['a'], { prefix: 'a' }])('%j is refused', (operand) => {
    expect(equal(operand).faults).toEqual(['takes a text'])
    expect(equal(operand).holds('a')).toBe(false)
  })
})
