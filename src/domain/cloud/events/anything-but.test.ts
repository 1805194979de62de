import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, Scalar } from '../json.ts'
import { compileAnythingBut } from './anything-but.ts'
import { eventBridgeDialect, snsDialect } from './dialect.ts'
import { compiling, fieldMatches } from './patterns.fixture.ts'

const compile = (operand: Json, dialect = eventBridgeDialect) =>
  compiling((report) => compileAnythingBut(operand, dialect, report))
const holds = (operand: Json, value: Scalar): boolean => compile(operand).holds(value)

describe('anything-but', () => {
  test.each<[Json, Scalar, boolean]>([
    ['stopped', 'stopped', false],
    ['stopped', 'running', true],
    [123, 123, false],
    [123, 0, true],
    [['a', 'b'], 'b', false],
    [['a', 'b'], 'c', true],
    [[100, 200], 200, false],
    [{ prefix: 'init' }, 'initializing', false],
    [{ prefix: 'init' }, 'running', true],
    [{ prefix: ['init', 'err'] }, 'error', false],
    [{ suffix: ['.txt', '.jpg'] }, 'a.jpg', false],
    [{ suffix: '.txt' }, 'a.png', true],
    [{ 'equals-ignore-case': ['Stopped', 'Over'] }, 'OVER', false],
    [{ wildcard: '*/bin/*.jar' }, '/x/bin/a.jar', false],
    [{ wildcard: ['*/bin/*', '*/lib/*'] }, '/x/src/a', true],
    [{ wildcard: '' }, 'a', true],
  ])('but %j: %j is %s', (operand, value, expected) => {
    expect(holds(operand, value)).toBe(expected)
  })

  test('null, booleans and values of another type are not excluded', () => {
    const others: readonly Scalar[] = [null, true, 5]
    expect(others.map((value) => holds('a', value))).toEqual([true, true, true])
    expect(others.map((value) => holds({ prefix: 'a' }, value))).toEqual([true, true, true])
    expect(holds([5], '5')).toBe(true)
  })

  test.each<[Json, RegExp]>([
    [null, /takes a text, a number, or a list/],
    [true, /takes a text, a number, or a list/],
    [[], /takes a text, a number, or a list/],
    [['a', null], /takes a text, a number, or a list/],
    [['a', 1], /takes a text, a number, or a list/],
    [{}, /cannot be negated/],
    [{ exists: false }, /"exists" cannot be negated: only prefix, suffix/],
    [{ numeric: ['>', 1] }, /cannot be negated/],
    [{ prefix: 'a', suffix: 'b' }, /one operator/],
    [{ prefix: '' }, /of nothing/],
    [{ suffix: ['a', ''] }, /of nothing/],
    [{ prefix: [] }, /takes a text or a list of texts/],
    [{ prefix: [1, 'a'] }, /takes a text or a list of texts/],
    [{ prefix: { 'equals-ignore-case': 'a' } }, /takes a text or a list of texts/],
    [{ 'equals-ignore-case': 123 }, /takes a text or a list of texts/],
    [{ wildcard: ['a**'] }, /two stars/],
  ])('but %j is refused', (operand, reason) => {
    expect(compile(operand).faults).toEqual([expect.stringMatching(reason)])
  })

  test('SNS negates one prefix only', () => {
    expect(compile({ prefix: 'a' }, snsDialect).faults).toEqual([])
    expect(compile({ prefix: ['a'] }, snsDialect).faults).toEqual(['"prefix" takes a text'])
    expect(compile({ suffix: 'a' }, snsDialect).faults).toEqual([
      '"suffix" cannot be negated: only prefix can',
    ])
  })

  test('for a single value it is the opposite of the value itself', () => {
    const scalar = fc.oneof(fc.constantFrom('a', 'b', ''), fc.constantFrom(0, 1, 2.5))
    fc.assert(
      fc.property(scalar, scalar, (excluded, value) => {
        expect(fieldMatches([{ 'anything-but': excluded }], value)).toBe(!fieldMatches([excluded], value))
      }),
    )
  })
})
