import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { findOperator } from './choice-operators.ts'

function holds(name: string, value: Json, operand: Json = true): boolean {
  const operator = findOperator(name)?.operator
  if (operator === undefined || operator.kind === 'present') throw new Error(`${name} compares nothing`)
  return operator.kind === 'test' ? operator.holds(value) === operand : operator.holds(value, operand)
}

describe('comparisons', () => {
  test.each<[string, Json, Json, boolean]>([
    ['StringEquals', 'a', 'a', true],
    ['StringLessThan', 'B', 'a', true],
    ['StringGreaterThanEquals', 'b', 'b', true],
    ['NumericEquals', 0, -0, true],
    ['NumericLessThan', 1, 1, false],
    ['NumericLessThanEquals', 1, 1, true],
    ['NumericGreaterThan', 2.22, 2.2, true],
    ['BooleanEquals', false, false, true],
    ['BooleanEquals', 'true', true, false],
    ['TimestampEquals', '2026-01-01T01:00:00+01:00', '2026-01-01T00:00:00Z', true],
    ['TimestampLessThan', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5Z', true],
    ['TimestampGreaterThan', '2026-01-01', '2025-01-01T00:00:00Z', false],
    ['StringMatches', 'log-2026.txt', 'log-*.txt', true],
    ['StringMatches', 'a*b', 'a\\*b', true],
    ['StringMatches', 'axb', 'a\\*b', false],
    ['StringMatches', 'a\\b', 'a\\\\b', true],
    ['StringMatches', 'a', '*', true],
  ])('%s: %j with %j is %s', (name, value, operand, expected) => {
    expect(holds(name, value, operand)).toBe(expected)
  })

  test('values of another kind never compare, whatever the order asked', () => {
    const others: readonly Json[] = [null, 'x', true, [], [1], {}]
    for (const order of ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'])
      expect(others.some((value) => holds(`Numeric${order}`, value, 1))).toBe(false)
    expect([1, null, []].some((value) => holds('StringGreaterThan', value, ''))).toBe(false)
    expect(holds('StringMatches', 1, '*')).toBe(false)
  })

  test('of two numbers exactly one of less, equal and greater holds', () => {
    const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, min: -2, max: 2 }))
    fc.assert(
      fc.property(number, number, (left, right) => {
        const three = ['NumericLessThan', 'NumericEquals', 'NumericGreaterThan'].filter((name) =>
          holds(name, left, right),
        )
        expect(three).toHaveLength(1)
        expect(holds('NumericLessThanEquals', left, right)).toBe(three[0] !== 'NumericGreaterThan')
      }),
    )
  })

  test('timestamps are ordered as moments, not as texts', () => {
    const date = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
    fc.assert(
      fc.property(date, date, (left, right) => {
        const [one, other] = [left.toISOString(), right.toISOString()]
        expect(holds('TimestampLessThan', one, other)).toBe(left.getTime() < right.getTime())
        expect(holds('TimestampGreaterThanEquals', one, other)).toBe(left.getTime() >= right.getTime())
      }),
    )
  })
})

describe('questions about the kind of value', () => {
  test.each<[string, readonly Json[], readonly Json[]]>([
    ['IsNull', [null], [0, '', false, [], {}]],
    ['IsString', ['', 'a'], [1, null, ['a']]],
    ['IsNumeric', [0, 1.5], ['1', null, true]],
    ['IsBoolean', [true, false], ['true', 0, null]],
    ['IsTimestamp', ['2012-10-09T19:00:55Z'], ['2012-10-09', '2012-10-09T19:00:55', 1, null]],
  ])('%s', (name, yes, no) => {
    expect(yes.every((value) => holds(name, value))).toBe(true)
    expect(no.every((value) => holds(name, value, false))).toBe(true)
    expect(yes.some((value) => holds(name, value, false))).toBe(false)
  })
})

describe('names of operators', () => {
  test('comparisons may take a path, questions and StringMatches may not', () => {
    expect(findOperator('NumericLessThanEqualsPath')).toMatchObject({ takesPath: true })
    expect(findOperator('BooleanEqualsPath')).toMatchObject({ takesPath: true })
    expect(findOperator('IsNull')).toMatchObject({ takesPath: false })
    expect(['IsNullPath', 'IsPresentPath', 'StringMatchesPath'].map(findOperator)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('nothing else is an operator', () => {
    expect(['', 'Path', 'Equals', 'stringEquals', 'NumericMatches', 'And'].filter(findOperator)).toEqual([])
  })
})
