import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { findingsOf, resolved } from './template.fixture.ts'

type Expression =
  | boolean
  | { readonly and: Expression[] }
  | { readonly or: Expression[] }
  | { readonly not: Expression }

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    fc.boolean(),
    fc.record({ and: fc.array(tie('expression'), { minLength: 2, maxLength: 4 }) }),
    fc.record({ or: fc.array(tie('expression'), { minLength: 2, maxLength: 4 }) }),
    fc.record({ not: tie('expression') }),
  ),
}))

const written = (given: Expression): Json => {
  if (typeof given === 'boolean') return { 'Fn::Equals': [{ Ref: 'Flag' }, given ? 'on' : 'off'] }
  if ('and' in given) return { 'Fn::And': given.and.map(written) }
  return 'or' in given ? { 'Fn::Or': given.or.map(written) } : { 'Fn::Not': [written(given.not)] }
}

const truthOf = (given: Expression): boolean => {
  if (typeof given === 'boolean') return given
  if ('and' in given) return given.and.every(truthOf)
  return 'or' in given ? given.or.some(truthOf) : !truthOf(given.not)
}

const around = (conditions: Readonly<Record<string, Json>>) => ({
  Parameters: { Flag: { Type: 'String', Default: 'on' } },
  Conditions: conditions,
  Resources: { Always: { Type: 'T' }, Sometimes: { Type: 'T', Condition: 'C' } },
})

describe('conditions', () => {
  test('follow the rules of logic at any depth, and decide what exists', () => {
    fc.assert(
      fc.property(expression, (given) => {
        const result = resolved({ template: around({ C: written(given) }) })
        expect(result.conditions.C).toBe(truthOf(given))
        expect(result.resources).toHaveLength(truthOf(given) ? 2 : 1)
      }),
    )
  })

  test('may name each other in any order', () => {
    const conditions = {
      C: { 'Fn::And': [{ Condition: 'Late' }, { Condition: 'Later' }] },
      Late: { 'Fn::Equals': ['a', 'a'] },
      Later: { 'Fn::Not': [{ Condition: 'Never' }] },
      Never: {
        'Fn::Equals': [
          ['a', 'b'],
          ['b', 'a'],
        ],
      },
    }
    expect(resolved({ template: around(conditions) }).conditions).toEqual({
      C: true,
      Late: true,
      Later: true,
      Never: false,
    })
  })

  test.each<[Json, string]>([
    [{ 'Fn::Equals': ['a'] }, 'Fn::Equals takes two values'],
    [{ 'Fn::Not': [] }, 'Fn::Not takes one condition'],
    [{ 'Fn::Or': 'x' }, 'Fn::Or takes two to ten conditions'],
    [{ Condition: 'Lost' }, 'there is no condition "Lost"'],
    [{ 'Fn::If': ['C', 1, 2] }, 'a condition is one of'],
  ])('that are none are findings: %j', (condition, text) => {
    expect(findingsOf({ template: around({ C: condition }) }).join()).toContain(text)
  })
})
