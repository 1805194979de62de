import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../json.ts'
import { readFilter } from './read-filter.ts'
import { readPathAt } from './read-path.ts'
import { startScan, UnreadableText } from './scanner.ts'

const holds = (condition: string, element: Json, root: Json = null): boolean =>
  readFilter(startScan(condition), readPathAt)(element, root)

describe('a condition', () => {
  test.each<[string, Json, boolean]>([
    ['(@.n)', { n: null }, true],
    ['(@.n)', {}, false],
    ['(!@.n)', {}, true],
    ['( @.n == 1 )', { n: 1 }, true],
    ['(@.n==1.0)', { n: 1 }, true],
    ['(@.n == null)', { n: null }, true],
    ['(@.n == null)', {}, false],
    ['(@.n != 1)', {}, true],
    ['(@.n < 2)', { n: '1' }, false],
    ["(@.s < 'b')", { s: 'a' }, true],
    ['(@.n <= -1e1)', { n: -10 }, true],
    ['(@ > 1)', 2, true],
    ["('a' == @.s)", { s: 'a' }, true],
    ['(@.s == "it\'s")', { s: "it's" }, true],
    ['(@.l[-1] == 3)', { l: [1, 3] }, true],
    ['(@.l.length() > 1)', { l: [1, 3] }, true],
    ["(@.s in ['a', 'b'])", { s: 'b' }, true],
    ['(@.s in [])', { s: 'b' }, false],
    ['(@.s nin [1, true, null])', { s: null }, false],
    ['(1 in @.l)', { l: [1] }, true],
    ['(@.s =~ /a.c/)', { s: 'abc' }, true],
    ['(@.s =~ /b/)', { s: 'abc' }, false],
    ['(@.s =~ /a\\/B/i)', { s: 'A/b' }, true],
    ['(@.s =~ /1/)', { s: 1 }, false],
    ['(@.a && @.b || @.c)', { c: 0 }, true],
    ['(@.a && (@.b || @.c))', { c: 0 }, false],
  ])('%s of %j: %j', (condition, element, answer) => {
    expect(holds(condition, element)).toBe(answer)
  })

  test('may look at the whole data', () => {
    expect(holds('(@.n == $.limit)', { n: 3 }, { limit: 3 })).toBe(true)
    expect(holds('(@.n == $.limit)', { n: 3 }, { limit: 4 })).toBe(false)
  })

  test('two numbers are in one of three orders', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (left, right) => {
        const of = (sign: string): boolean => holds(`(@.l ${sign} @.r)`, { l: left, r: right })
        expect([of('<'), of('=='), of('>')].filter(Boolean)).toHaveLength(1)
        expect(of('<=')).toBe(!of('>'))
        expect(of('>=')).toBe(!of('<'))
        expect(of('!=')).toBe(!of('=='))
      }),
    )
  })
})

describe('what is no condition', () => {
  test.each([
    '',
    '@.a',
    '(',
    '()',
    '(@.a',
    '(@.a = 1)',
    '(@.a == )',
    '(@.a == plain)',
    "(@.a == 'open)",
    '(@.a in [1 2])',
    '(@.a in [1,)',
    '(@.a =~ a)',
    '(@.a =~ /[/)',
    '(@.a &&)',
    '(@.a & @.b)',
    '(!)',
    '($$.a)',
    '($name == 1)',
  ])('%j cannot be read', (condition) => {
    expect(() => readFilter(startScan(condition), readPathAt)).toThrow(UnreadableText)
  })
})
