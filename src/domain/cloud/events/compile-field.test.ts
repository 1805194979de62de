import { describe, expect, test } from 'vitest'
import type { Json, Scalar } from '../json.ts'
import { compileField } from './compile-field.ts'
import { eventBridgeDialect, snsDialect } from './dialect.ts'

function compile(entries: readonly Json[], dialect = eventBridgeDialect) {
  const faults: string[] = []
  return { ...compileField(entries, dialect, (text) => faults.push(text)), faults }
}

const accepts = (entries: readonly Json[], value: Scalar): boolean => compile(entries).accepts(value)

describe('entries of a field', () => {
  test('values match exactly, by type and case', () => {
    expect(accepts(['a'], 'a')).toBe(true)
    expect(accepts(['a'], 'A')).toBe(false)
    expect(accepts([300], 3e2)).toBe(true)
    expect(accepts([1], '1')).toBe(false)
    expect(accepts([null], null)).toBe(true)
    expect(accepts([null], 'null')).toBe(false)
    expect(accepts([''], '')).toBe(true)
    expect(accepts([true], 'true')).toBe(false)
  })

  test('one entry that holds is enough', () => {
    expect(accepts(['a', { prefix: 'b' }], 'bc')).toBe(true)
    expect(accepts([{ numeric: ['>', 100] }, { 'anything-but': '101' }], '42')).toBe(true)
    expect(accepts([{ numeric: ['>', 100] }, { 'anything-but': '101' }], '101')).toBe(false)
  })

  test('exists asks for any value, or lets the field be absent', () => {
    expect(compile([{ exists: true }])).toMatchObject({ mayBeAbsent: false, entries: 1 })
    expect(accepts([{ exists: true }], null)).toBe(true)
    expect(compile([{ exists: false }])).toMatchObject({ mayBeAbsent: true })
    expect(accepts([{ exists: false }], 'x')).toBe(false)
    expect(compile(['a', { exists: false }])).toMatchObject({ mayBeAbsent: true, entries: 2 })
    expect(accepts(['a', { exists: false }], 'a')).toBe(true)
  })

  test.each<[readonly Json[], RegExp]>([
    [[], /an empty list matches nothing/],
    [[['value']], /a list may not stand inside/],
    [[{}], /exactly one operator/],
    [[{ suffix: 'a', prefix: 'b' }], /exactly one operator/],
    [[{ EXISTS: true }], /"EXISTS" is no operator of EventBridge/],
    [[{ NUMERIC: ['=', 5] }], /"NUMERIC" is no operator/],
    [[{ exactly: 'a' }], /"exactly" is no operator/],
    [[{ exists: null }], /"exists" takes true or false/],
    [[{ exists: 'no' }], /"exists" takes true or false/],
    [[{ numeric: 10 }], /^"numeric": takes a list/],
  ])('%j is refused', (entries, reason) => {
    expect(compile(entries).faults).toEqual([expect.stringMatching(reason)])
  })

  test('every fault of a field is reported', () => {
    expect(compile([{ prefix: 1 }, { suffix: null }, 'a', { nope: 1 }]).faults).toHaveLength(3)
  })

  test('SNS has no wildcard', () => {
    expect(compile([{ wildcard: 'a*' }]).faults).toEqual([])
    expect(compile([{ wildcard: 'a*' }], snsDialect).faults).toEqual([
      expect.stringMatching(/"wildcard" is no operator of SNS/),
    ])
  })
})
