import { expect, test } from 'vitest'
import { readText, textOf } from './case-text.ts'

test('what an example writes is read again', () => {
  expect(readText(textOf({ a: [1] }))).toEqual({ ok: true, value: { a: [1] } })
})

test('text that is no JSON gives a finding, with its line where the engine names one', () => {
  const read = readText('{\n  "a": x\n}')
  expect(read).toMatchObject({ ok: false, finding: { level: 'error', text: expect.stringMatching(/./) } })
  expect(readText('')).toMatchObject({ ok: false, finding: { line: null } })
  const named = readText('{\n  "a": 1,\n  b\n}')
  expect(named).toMatchObject({ ok: false, finding: { line: 3 } })
})
