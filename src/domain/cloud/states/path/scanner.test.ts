import { describe, expect, test } from 'vitest'
import {
  accept,
  atEnd,
  looksAt,
  expect as mustFollow,
  readPattern,
  readQuoted,
  skipSpace,
  startScan,
  UnreadableText,
} from './scanner.ts'

describe('scanner', () => {
  test('reads on only past what it accepts', () => {
    const scan = startScan('ab c')
    expect(accept(scan, 'x')).toBe(false)
    expect(accept(scan, 'ab')).toBe(true)
    expect(looksAt(scan, ' ')).toBe(true)
    skipSpace(scan)
    expect(readPattern(scan, /[a-z]+/y, 'a word')).toBe('c')
    expect(atEnd(scan)).toBe(true)
  })

  test('says what was expected and where', () => {
    const scan = startScan('ab')
    accept(scan, 'a')
    expect(() => mustFollow(scan, ')')).toThrow('expected ")" at position 1')
    expect(() => readPattern(scan, /\d+/y, 'a number')).toThrow(UnreadableText)
    expect(() => readPattern(scan, /\d*/y, 'a number')).toThrow('expected a number at position 1')
    expect(scan.at).toBe(1)
  })

  test.each([
    ["'abc'", 'abc'],
    ['"abc"', 'abc'],
    ["''", ''],
    ["'it\\'s'", "it's"],
    ['"it\'s"', "it's"],
    ["'a\\\\b'", 'a\\b'],
    ["'a\\nb'", 'a\\nb'],
    ["'Test\\\"x'", 'Test\\"x'],
  ])('%s is the text %s', (written, text) => {
    const scan = startScan(written)
    expect(readQuoted(scan)).toBe(text)
    expect(atEnd(scan)).toBe(true)
  })

  test.each(['abc', "'abc", "'abc\\'", ''])('%s is no text in quotes', (written) => {
    expect(() => readQuoted(startScan(written))).toThrow(UnreadableText)
  })
})
