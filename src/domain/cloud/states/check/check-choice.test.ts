import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../json.ts'
import { checkDefinition } from './check-definition.ts'

function faultsOf(Choices: Json, fields: JsonObject = {}): readonly string[] {
  const States = { C: { Type: 'Choice', Choices, Default: 'N' }, N: { Type: 'Succeed' } }
  const found = checkDefinition({ StartAt: 'C', States, ...fields })
  return found.map(({ at, text }) => `${at.replace('/States/C/Choices', '')} ${text}`)
}

const rule = (fields: JsonObject): Json => [{ Variable: '$.a', Next: 'N', ...fields }]

describe('rules with JSONPath', () => {
  const sound: readonly Json[] = [
    rule({ StringEquals: '' }),
    rule({ NumericLessThan: 1.5 }),
    rule({ TimestampEquals: '2026-11-24T09:00:00Z' }),
    rule({ BooleanEqualsPath: '$.b' }),
    rule({ IsPresent: false }),
    rule({ StringMatches: 'a*' }),
    rule({ IsNull: true, Comment: 'c', Assign: { x: 1 } }),
    [{ Not: { Variable: '$.a', IsNull: true }, Next: 'N' }],
    [
      {
        And: [{ Variable: '$.a', IsNull: true }, { Or: [{ Variable: '$$.State.Name', IsString: true }] }],
        Next: 'N',
      },
    ],
  ]

  test.each(sound.map((choices) => ({ choices })))('$choices is well', ({ choices }) => {
    expect(faultsOf(choices)).toEqual([])
  })

  test.each<[Json, RegExp]>([
    [[], /^ must be a list of at least one rule/],
    ['x', /^ must be a list/],
    [['x'], /^\[0\] must be an object/],
    [[{ Variable: '$.a', IsNull: true }], /^\[0\] needs Next/],
    [[{ IsNull: true, Next: 'N' }], /^\[0\] needs Variable/],
    [rule({}), /exactly one comparison, but has none/],
    [rule({ IsNull: true, IsString: true }), /exactly one comparison, but has IsNull, IsString/],
    [rule({ Equals: 1 }), /^\[0\]\/Equals is no comparison/],
    [rule({ StringEquals: 1 }), /must be a string/],
    [rule({ NumericEquals: '1' }), /must be a number/],
    [rule({ BooleanEquals: 'true' }), /must be a boolean/],
    [rule({ TimestampEquals: '2026-11-24' }), /must be a timestamp/],
    [rule({ IsNull: 'yes' }), /must be a boolean/],
    [rule({ NumericEqualsPath: 5 }), /must be a text/],
    [rule({ NumericEqualsPath: 'b' }), /is no path/],
    [rule({ Variable: 'a', IsNull: true }), /^\[0\]\/Variable .*is no path/],
    [rule({ IsNull: true, Output: 1 }), /exactly one comparison, but has IsNull, Output/],
    [rule({ IsNull: true, Assign: { 'a-b': 1 } }), /^\[0\]\/Assign\/a-b is no name of a variable/],
    [[{ And: [], Next: 'N' }], /^\[0\]\/And must be a list of at least one rule/],
    [[{ Or: ['x'], Next: 'N' }], /^\[0\]\/Or\[0\] must be a rule/],
    [[{ Not: [], Next: 'N' }], /^\[0\]\/Not must be a rule/],
    [[{ Not: { Variable: '$.a', IsNull: true, Next: 'N' }, Next: 'N' }], /has IsNull, Next/],
    [[{ Condition: '{% true %}', Next: 'N' }], /Condition is no comparison|needs Variable/],
  ])('%j is refused', (choices, fault) => {
    expect(faultsOf(choices)[0]).toMatch(fault)
  })
})

describe('rules with JSONata', () => {
  const inJsonata = { QueryLanguage: 'JSONata' }

  test.each<[JsonObject, RegExp | null]>([
    [{ Condition: '{% $states.input.a > 1 %}' }, null],
    [{ Condition: true, Output: '{% 1 %}', Assign: { x: '{% 2 %}' }, Comment: 'c' }, null],
    [{}, /needs Condition/],
    [{ Condition: 'true' }, /must be an expression/],
    [{ Condition: '{% 1 + %}' }, /cannot be read as JSONata/],
    [{ Condition: true, Variable: '$.a' }, /Variable is no field of a rule/],
    [{ Condition: true, Output: '{% ) %}' }, /Output cannot be read/],
  ])('%j', (fields, fault) => {
    expect(faultsOf([{ Next: 'N', ...fields }], inJsonata)).toEqual(
      fault === null ? [] : [expect.stringMatching(fault)],
    )
  })
})
