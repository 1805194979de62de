import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import type { Json } from '../json.ts'
import { checkJsonata, evaluateJsonata } from './jsonata.ts'

const noon = Date.UTC(2026, 10, 24, 12)
const states = { input: { a: 1, items: [{ n: 1 }, { n: 2 }] }, context: {} }

const evaluate = (expression: string, seed = 'x') =>
  evaluateJsonata(expression, { states, count: 3, list: [1] }, { now: noon, random: seededRandom(seed).next })

const resultOf = async (expression: string): Promise<Json | string> => {
  const evaluated = await evaluate(expression)
  return evaluated.ok ? evaluated.value : evaluated.error.code
}

describe('evaluateJsonata', () => {
  test.each<[string, Json]>([
    ['$states.input.a + $count', 4],
    ['$states.input.items.n', [1, 2]],
    ['$states.input.items[n > 1].n', 2],
    ['$sum($states.input.items.n)', 3],
    ["'a' & 'b'", 'ab'],
    ['null', null],
    ['$list', [1]],
    ['{ "x": $states.input.a }', { x: 1 }],
    ['($y := 2; $y * $y)', 4],
  ])('%s', async (expression, value) => {
    expect(await resultOf(expression)).toEqual(value)
  })

  test.each<[string, Json]>([
    ['$partition([1,2,3], 2)', [[1, 2], [3]]],
    ['$partition([0], 1)', [[0]]],
    ['$range(0, 9, 3)', [0, 3, 6, 9]],
    ['$range(1, 9, 9)', 1],
    ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ['$parse(\'{"a":[1]}\')', { a: [1] }],
    ['$now()', '2026-11-24T12:00:00.000Z'],
    ["$now('[Y0001]')", '2026'],
    ['$millis()', noon],
  ])('of the service: %s', async (expression, value) => {
    expect(await resultOf(expression)).toEqual(value)
  })

  test('chance comes from the seed alone', async () => {
    const draws = ['$random()', '$uuid()', '$shuffle([1,2,3,4,5,6])', '$random(7)']
    for (const draw of draws) expect(await evaluate(draw, 'same')).toEqual(await evaluate(draw, 'same'))
    expect(await evaluate('$random()', 'a')).not.toEqual(await evaluate('$random()', 'b'))
    expect(await evaluate('$random(7)', 'a')).toEqual(await evaluate('$random(7)', 'b'))
  })

  test.each([
    ['$states.input.nothing', 'jsonata-undefined'],
    ['$unknown', 'jsonata-undefined'],
    ["$hash('a', 'SHA-3')", 'jsonata-undefined'],
    ['function($x) { $x }', 'jsonata-unsupported'],
    ['$sum', 'jsonata-unsupported'],
    ['1 + "a"', 'jsonata-failed'],
    ['1 / 0', 'jsonata-failed'],
    ["$eval('1')", 'jsonata-failed'],
    ["$parse('{')", 'jsonata-failed'],
    ['1 +', 'jsonata-failed'],
    ['($f := function($n) { $f($n) + 1 }; $f(1))', 'jsonata-failed'],
  ])('%s gives no value: %s', async (expression, code) => {
    expect(await resultOf(expression)).toBe(code)
  })

  test('what is given to an expression stays as it was', async () => {
    const before = JSON.stringify(states)
    await evaluate('$sort($states.input.items, function($l, $r) { $l.n < $r.n })')
    expect(JSON.stringify(states)).toBe(before)
  })
})

test('the syntax of an expression can be checked without running it', () => {
  expect(checkJsonata('$unknown.anything')).toBe(null)
  expect(checkJsonata('1 +')).toMatch(/end of expression/)
  expect(checkJsonata('(1')).toMatch(/\)/)
})
