import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText, textOf } from './case-text.ts'

test('whatever an example holds is read again as it was', () => {
  fc.assert(
    fc.property(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), (input) => {
      expect(readText(textOf(input))).toEqual({ ok: true, value: JSON.parse(JSON.stringify(input)) })
    }),
  )
})

test('what fits into a line stands in one', () => {
  expect(textOf({ a: [1, 2] })).toBe('{ "a": [ 1, 2 ] }')
  expect(textOf({ name: 'x'.repeat(60), small: [1] })).toBe(
    `{\n  "name": "${'x'.repeat(60)}",\n  "small": [ 1 ]\n}`,
  )
})

test('text that is no JSON gives a finding, with its line where the engine names one', () => {
  const read = readText('{\n  "a": x\n}')
  expect(read).toMatchObject({ ok: false, finding: { level: 'error', text: expect.stringMatching(/./) } })
  expect(readText('')).toMatchObject({ ok: false, finding: { line: null } })
  const named = readText('{\n  "a": 1,\n  b\n}')
  expect(named).toMatchObject({ ok: false, finding: { line: 3 } })
})
