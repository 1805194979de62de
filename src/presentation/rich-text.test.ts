import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstWords, type Inline, parseInline, parseRichText, plainText } from './rich-text.ts'

const text = (value: string): Inline => ({ kind: 'text', text: value })

describe('inline marks', () => {
  test('code and bold are found among text', () => {
    expect(parseInline('Use `s3:GetObject` and **not** this')).toEqual([
      text('Use '),
      { kind: 'code', text: 's3:GetObject' },
      text(' and '),
      { kind: 'bold', children: [text('not')] },
      text(' this'),
    ])
  })

  test('code may stand inside bold, bold never inside code', () => {
    expect(parseInline('**a `b` c**')).toEqual([
      { kind: 'bold', children: [text('a '), { kind: 'code', text: 'b' }, text(' c')] },
    ])
    expect(parseInline('`**a**`')).toEqual([{ kind: 'code', text: '**a**' }])
  })

  test.each(['an `open tick', 'an **open star', '2 ** 3 ** 4', '``', '****'])('%s stays text', (source) => {
    expect(parseInline(source)).toEqual([text(source)])
  })

  test('markup is text, not elements', () => {
    expect(parseInline('<img src=x onerror=alert(1)>')).toEqual([text('<img src=x onerror=alert(1)>')])
    expect(parseInline('[a](javascript:b)')).toEqual([text('[a](javascript:b)')])
  })
})

describe('blocks', () => {
  test('blank lines part paragraphs and single line ends become spaces', () => {
    expect(parseRichText('one\ntwo\n\n\nthree')).toEqual([
      { kind: 'paragraph', children: [text('one two')] },
      { kind: 'paragraph', children: [text('three')] },
    ])
  })

  test('a list follows a paragraph without a blank line and takes wrapped lines', () => {
    expect(parseRichText('Needs:\n- first\n  goes on\n* second')).toEqual([
      { kind: 'paragraph', children: [text('Needs:')] },
      { kind: 'list', items: [[text('first goes on')], [text('second')]] },
    ])
  })

  test('fenced code keeps its lines, blanks and marks', () => {
    expect(parseRichText('```json\n{ "a": 1 }\n\n- **b**\n```\nafter')).toEqual([
      { kind: 'code', text: '{ "a": 1 }\n\n- **b**', language: 'json' },
      { kind: 'paragraph', children: [text('after')] },
    ])
  })

  test('a fence that is never closed runs to the end', () => {
    expect(parseRichText('```\na\nb')).toEqual([{ kind: 'code', text: 'a\nb', language: null }])
  })

  test('line ends of other systems do not matter', () => {
    expect(parseRichText('a\r\n\r\nb')).toEqual(parseRichText('a\n\nb'))
  })

  test('nothing gives no blocks', () => {
    expect(parseRichText(' \n\n')).toEqual([])
  })
})

describe('first words', () => {
  test('end at a word, without its punctuation', () => {
    expect(firstWords('A company, which **reads** data', 12)).toBe('A company…')
    expect(firstWords('one two three', 9)).toBe('one two…')
  })

  test('are the whole text where it is short, on one line', () => {
    expect(firstWords('one\n\ntwo', 20)).toBe('one two')
  })

  test('cut a single long word', () => {
    expect(firstWords('abcdefghij', 5)).toBe('abcd…')
  })
})

describe('plain text', () => {
  test('marks go, words and code stay', () => {
    expect(plainText('A **b** `c`\n\n- d\n- e\n\n```\nf\n```')).toBe('A b c\n\n- d\n- e\n\nf')
  })

  test('any input is parsed, and no letter is lost but the language of a fence', () => {
    const letters = (source: string): string => [...source.replaceAll(/\W/g, '')].sort().join('')
    const languages = (source: string): string =>
      source
        .split('\n')
        .map((line) => /^\s{0,3}```\s*([\w+-]*)\s*$/.exec(line)?.[1] ?? '')
        .join('')
    const marks = fc.constantFrom('a', 'Z', '9', ' ', '\n', '`', '```', '*', '**', '- ', '<', '&')
    fc.assert(
      fc.property(
        fc.array(marks, { maxLength: 60 }).map((parts) => parts.join('')),
        (source) => {
          expect(letters(plainText(source) + languages(source))).toBe(letters(source))
        },
      ),
    )
  })
})
