import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../kernel/seeded-random.ts'
import type { Json, JsonObject } from '../../json.ts'
import { evaluateSteps } from '../path/evaluate-path.ts'
import { StateError } from '../state-error.ts'
import { evaluateIntrinsic, makeUuid } from './evaluate-intrinsic.ts'
import { readIntrinsic } from './read-intrinsic.ts'

function evaluate(text: string, data: JsonObject = {}): Json {
  const call = readIntrinsic(text)
  if (!call.ok) throw new Error(call.error.text)
  return evaluateIntrinsic(call.value, {
    resolve: (path) => evaluateSteps(path.steps, data) ?? null,
    random: seededRandom('test').next,
  })
}

function failureOf(text: string, data: JsonObject = {}): string | undefined {
  try {
    return `gave ${JSON.stringify(evaluate(text, data))}`
  } catch (failure) {
    return failure instanceof StateError ? failure.error : String(failure)
  }
}

describe('lists', () => {
  test.each<[string, Json]>([
    ['States.Array(1, States.Array())', [1, []]],
    ['States.ArrayPartition($.l, 2)', [[1, 2], [3]]],
    ['States.ArrayPartition($.l, 1.6)', [[1, 2], [3]]],
    ['States.ArrayContains($.l, 3)', true],
    ["States.ArrayContains($.l, '3')", false],
    ['States.ArrayContains($.objects, $.object)', true],
    ['States.ArrayRange(1, 9, 2)', [1, 3, 5, 7, 9]],
    ['States.ArrayRange(0, 10, 3)', [0, 3, 6, 9]],
    ['States.ArrayRange(5, 1, -2)', [5, 3, 1]],
    ['States.ArrayRange(5, 1, 1)', []],
    ['States.ArrayGetItem($.l, 2)', 3],
    ['States.ArrayLength($.l)', 3],
    ['States.ArrayUnique($.twice)', [1, 2, { a: 1, b: 2 }]],
  ])('%s', (text, value) => {
    const object = { b: 2, a: 1 }
    const data = {
      l: [1, 2, 3],
      object,
      objects: [{ a: 1, b: 2 }],
      twice: [1, 2, 1, { a: 1, b: 2 }, object, 2],
    }
    expect(evaluate(text, data)).toEqual(value)
  })

  test.each([
    'States.ArrayPartition($.l, 0)',
    'States.ArrayPartition(1, 2)',
    'States.ArrayGetItem($.l, 3)',
    'States.ArrayGetItem($.l, -1)',
    "States.ArrayGetItem($.l, '0')",
    'States.ArrayRange(1, 9, 0)',
    'States.ArrayRange(1, 2000, 1)',
    'States.ArrayLength(1)',
    'States.ArrayUnique(null)',
    'States.ArrayContains($.o, 1)',
  ])('%s fails', (text) => {
    expect(failureOf(text, { l: [1, 2, 3], o: {} })).toBe('States.IntrinsicFailure')
  })
})

describe('texts', () => {
  test.each<[string, Json]>([
    ["States.Format('Hello, {} {}!', 'Ada', 3)", 'Hello, Ada 3!'],
    ["States.Format('{}', $.o)", '{a=1, b=[true, null]}'],
    ["States.Format('{}', $.template)", '{} and {}'],
    ['States.Format($.template, 1, 2)', '1 and 2'],
    ["States.Format('\\{\\} \\'{}\\' \\\\', 1)", "{} '1' \\"],
    ["States.Format('{ } plain')", '{ } plain'],
    ["States.StringSplit('a.b+c', '.+')", ['a', 'b', 'c']],
    ["States.StringSplit(',a,,b,', ',')", ['a', 'b']],
    ["States.StringSplit('abc', '')", ['abc']],
    ["States.StringToJson('')", null],
    ['States.StringToJson(\'[1, {"a": null}]\')', [1, { a: null }]],
    ['States.JsonToString($.o)', '{"a":1,"b":[true,null]}'],
    ["States.JsonToString('x')", '"x"'],
    ["States.Base64Encode('é')", 'w6k='],
    ["States.Base64Decode('w6k=')", 'é'],
    ["States.Hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ['States.JsonMerge($.o, $.p, false)', { a: 2, b: [true, null], c: 3 }],
  ])('%s', (text, value) => {
    const data = { o: { a: 1, b: [true, null] }, p: { a: 2, c: 3 }, template: '{} and {}' }
    expect(evaluate(text, data)).toEqual(value)
  })

  test.each([
    "States.Format('{}')",
    "States.Format('{}', 1, 2)",
    'States.Format(1)',
    "States.StringToJson('{')",
    'States.StringToJson(1)',
    "States.StringSplit(1, ',')",
    "States.Base64Decode('*')",
    'States.Base64Encode($.long)',
    'States.Hash($.long, $.md5)',
    "States.Hash('a', 'SHA-3')",
    'States.Hash(1, $.md5)',
    'States.JsonMerge($.o, $.o, true)',
    'States.JsonMerge($.o, 1, false)',
  ])('%s fails', (text) => {
    expect(failureOf(text, { o: {}, long: 'x'.repeat(10_001), md5: 'MD5' })).toBe('States.IntrinsicFailure')
  })

  test('encoding and decoding give every text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const encoded = evaluate('States.Base64Encode($.x)', { x: text })
        expect(evaluate('States.Base64Decode($.x)', { x: encoded })).toBe(text)
        expect(encoded).toBe(Buffer.from(text).toString('base64'))
      }),
    )
  })

  test('writing and reading JSON give every value back', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const given = JSON.parse(JSON.stringify(value)) as Json
        const text = evaluate('States.JsonToString($.x)', { x: given })
        expect(evaluate('States.StringToJson($.x)', { x: text })).toEqual(given === 0 ? 0 : given)
      }),
    )
  })
})

describe('numbers and chance', () => {
  test.each([
    ['States.MathAdd(1.5, 1.51)', 4],
    ['States.MathAdd(-1.5, -1.51)', -3],
    ['States.MathAdd(-0.4, 0)', 0],
  ])('%s rounds its arguments first', (text, sum) => {
    expect(evaluate(text)).toBe(sum)
  })

  test.each(["States.MathAdd('1', 1)", 'States.MathRandom(5, 5)', 'States.MathRandom(1, null)'])(
    '%s fails',
    (text) => {
      expect(failureOf(text)).toBe('States.IntrinsicFailure')
    },
  )

  test('a random number lies between its bounds, the end excluded, and a seed repeats it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: 1, max: 50 }),
        fc.nat(),
        (from, size, seed) => {
          const data = { from, to: from + size, seed }
          const drawn = evaluate('States.MathRandom($.from, $.to, $.seed)', data)
          expect(drawn).toBeGreaterThanOrEqual(from)
          expect(drawn).toBeLessThan(from + size)
          expect(evaluate('States.MathRandom($.from, $.to, $.seed)', data)).toBe(drawn)
        },
      ),
    )
  })

  test('an identifier has the form of version 4', () => {
    expect(evaluate('States.UUID()')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(makeUuid(() => 0)).toBe('00000000-0000-4000-8000-000000000000')
  })
})
