import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject, Scalar } from '../json.ts'
import { compilePattern } from './compile-pattern.ts'
import { faultsOf, matches } from './patterns.fixture.ts'

const event = {
  source: 'aws.ec2',
  'detail-type': 'EC2 Instance State-change Notification',
  resources: ['arn:aws:ec2:eu-west-1:111122223333:instance/i-1'],
  detail: { state: 'stopped', 'c-count': 3, 'source-ip': '10.0.0.33', note: null },
}

describe('compilePattern', () => {
  test('every field of a pattern must match, and other fields do not count', () => {
    expect(matches({ source: ['aws.ec2'], detail: { state: ['stopped', 'terminated'] } }, event)).toBe(true)
    expect(matches({ source: ['aws.ec2'], detail: { state: ['running'] } }, event)).toBe(false)
    expect(matches({ Source: ['aws.ec2'] }, event)).toBe(false)
  })

  test('a list in the event matches when one of its values does', () => {
    expect(matches({ resources: [{ suffix: '/i-1' }] }, event)).toBe(true)
    expect(matches({ resources: [{ exists: true }] }, { resources: [] })).toBe(false)
    expect(matches({ resources: [null] }, { resources: [] })).toBe(false)
  })

  test('exists looks at values only, not at objects around them', () => {
    expect(matches({ detail: [{ exists: true }] }, event)).toBe(false)
    expect(matches({ detail: [{ exists: false }] }, event)).toBe(true)
    expect(matches({ detail: { note: [{ exists: true }] } }, event)).toBe(true)
    expect(matches({ detail: { other: { deep: [{ exists: false }] } } }, event)).toBe(true)
  })

  test('a text that holds JSON is a text', () => {
    expect(matches({ detail: { a: ['b'] } }, { detail: '{"a":"b"}' })).toBe(false)
  })

  test('a pattern is compiled once and asked often', () => {
    const compiled = compilePattern({ n: [{ numeric: ['>', 2] }] })
    const answers = compiled.ok ? [1, 2, 3].map((n) => compiled.value.matches({ n })) : []
    expect(answers).toEqual([false, false, true])
  })

  test.each([null, 'text', 3, ['not', 'an', 'object']])('%j is no pattern', (pattern) => {
    expect(faultsOf(pattern)).toEqual([{ at: 'the pattern', text: 'must be an object' }])
  })

  test('a refusal names every fault with its path', () => {
    expect(faultsOf({ detail: { a: [], b: [{ cidr: 'x' }] }, c: 1 })).toEqual([
      { at: 'detail.a', text: expect.stringContaining('empty list') },
      { at: 'detail.b', text: expect.stringContaining('"cidr"') },
      { at: 'c', text: expect.stringContaining('list of values') },
    ])
  })

  test('more than 1000 combinations of alternatives are refused before they are expanded', () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({ [`f${index}`]: [1] }))
    expect(faultsOf({ a: { $or: ten }, b: { $or: ten }, c: { $or: ten } })).toEqual([])
    expect(faultsOf({ a: { $or: ten }, b: { $or: ten }, c: { $or: [...ten, { g: [1] }] } })).toEqual([
      { at: 'the pattern', text: 'has 1100 combinations of "$or", and 1000 are allowed' },
    ])
  })
})

const scalar: fc.Arbitrary<Scalar> = fc.constantFrom<Scalar>('a', 'b', 'ab', '', 0, 1, 2, true, null)
const name = fc.constantFrom('p', 'q', 'r')
const { value: anyValue, object: anyObject } = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('object'), fc.array(tie('value'), { maxLength: 3 })),
  object: fc.dictionary(name, tie('value'), { maxKeys: 3 }),
}))
const entry: fc.Arbitrary<Json> = fc.oneof(
  scalar,
  fc.constantFrom<Json>(
    { prefix: 'a' },
    { suffix: 'b' },
    { exists: true },
    { exists: false },
    { 'anything-but': 'a' },
    { numeric: ['>', 0] },
    { wildcard: 'a*' },
  ),
)
const entries = fc.array(entry, { minLength: 1, maxLength: 3 })
const fields = fc.dictionary(name, entries, { minKeys: 1, maxKeys: 3 })
const pattern: fc.Arbitrary<JsonObject> = fc.oneof(
  fields,
  fc.record({ p: fields }),
  fc.record({ q: entries, r: fields }),
)

describe('laws of matching', () => {
  test('neither the order of fields nor of entries matters', () => {
    const turned = (value: Json): Json => {
      if (Array.isArray(value)) return value.toReversed() as Json
      const members = Object.entries(value as JsonObject).toReversed()
      return Object.fromEntries(members.map(([key, inner]) => [key, turned(inner)]))
    }
    fc.assert(
      fc.property(pattern, anyObject, (asked, given) => {
        expect(matches(turned(asked) as JsonObject, given)).toBe(matches(asked, given))
      }),
    )
  })

  test('a further entry never takes a match away', () => {
    fc.assert(
      fc.property(entries, entry, anyValue, (some, more, value) => {
        const before = matches({ p: some }, { p: value })
        expect(matches({ p: [...some, more] }, { p: value }) || !before).toBe(true)
      }),
    )
  })

  test('a further field never adds a match', () => {
    fc.assert(
      fc.property(entries, entries, anyObject, (first, second, given) => {
        const both = matches({ p: first, q: second }, given)
        expect(both && !matches({ p: first }, given)).toBe(false)
      }),
    )
  })

  test('fields without lists around them are judged one by one', () => {
    const flat = fc.dictionary(name, scalar, { maxKeys: 3 })
    fc.assert(
      fc.property(entries, entries, flat, (first, second, given) => {
        const each = matches({ p: first }, given) && matches({ q: second }, given)
        expect(matches({ p: first, q: second }, given)).toBe(each)
      }),
    )
  })

  test('$or is the disjunction of the patterns with each of its alternatives', () => {
    fc.assert(
      fc.property(pattern, pattern, entries, anyObject, (left, right, around, given) => {
        const either = matches({ s: around, ...left }, given) || matches({ s: around, ...right }, given)
        expect(matches({ s: around, $or: [left, right] }, given)).toBe(either)
      }),
    )
  })

  test('a list of objects matches two fields when one element does', () => {
    const element = fc.dictionary(name, scalar, { maxKeys: 3 })
    const present = fc.array(scalar, { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(present, present, fc.array(element, { maxLength: 4 }), (first, second, list) => {
        const inOne = list.some((one) => matches({ p: first, q: second }, one))
        expect(matches({ d: { p: first, q: second } }, { d: list })).toBe(inOne)
      }),
    )
  })

  test('a pattern made of the values of an event matches it', () => {
    fc.assert(
      fc.property(fc.dictionary(name, scalar, { minKeys: 1, maxKeys: 3 }), (given) => {
        const same = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, [value]]))
        expect(matches({ d: same }, { d: given })).toBe(true)
        expect(matches({ d: same }, { d: [{ other: 1 }, given] })).toBe(true)
      }),
    )
  })
})
