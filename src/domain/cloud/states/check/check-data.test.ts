import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../json.ts'
import { machineOf } from '../machine.fixture.ts'
import { checkDefinition } from './check-definition.ts'

const faultsOf = (fields: JsonObject, top: JsonObject = {}): readonly string[] =>
  checkDefinition(machineOf({ Type: 'Pass', End: true, ...fields }, top)).map(
    ({ at, text }) => `${at.replace('/States/S/', '')} ${text}`,
  )

describe('paths and templates', () => {
  test.each<JsonObject>([
    { InputPath: '$$.Execution.Input', OutputPath: '$.a[*].b', ResultPath: '$.r[0].x' },
    { InputPath: null, OutputPath: null, ResultPath: null },
    { InputPath: '$order.id' },
    { Parameters: { 'a.$': "States.Format('{}', $.x)", b: { 'c.$': '$$' }, d: ['$.not-a-path['] } },
    { Result: { 'x.$': 'not a path' } },
    { Assign: { x: 1, 'y.$': '$.a', größe: 2 } },
  ])('%j is well', (fields) => {
    expect(faultsOf(fields)).toEqual([])
  })

  test.each<[JsonObject, RegExp]>([
    [{ InputPath: 'a' }, /^InputPath "a" is no path/],
    [{ InputPath: 5 }, /^InputPath must be a text/],
    [{ OutputPath: '$.a[' }, /^OutputPath .*is no path/],
    [{ ResultPath: '$.a[*]' }, /^ResultPath .*must name one place in the data/],
    [{ ResultPath: '$order' }, /must name one place in the data/],
    [{ ResultPath: '$$.x' }, /must name one place in the data/],
    [{ Parameters: { 'a.$': 'plain' } }, /^Parameters\/a.\$ "plain" is no intrinsic function/],
    [{ Parameters: { 'a.$': { b: 1 } } }, /^Parameters\/a.\$ must be a text/],
    [{ Parameters: { l: [{ 'a.$': '$.' }] } }, /^Parameters\/l\[0\]\/a.\$ /],
    [{ Parameters: { a: 1, 'a.$': '$.b' } }, /^Parameters\/a stands twice/],
    [{ Parameters: { 'a.$': "States.StringToJson('\\\"')" } }, /after a backslash/],
    [{ Assign: [] }, /^Assign must be an object/],
    [{ Assign: { 'a.b': 1 } }, /^Assign\/a.b is no name of a variable/],
    [{ Assign: { states: 1 } }, /is no name of a variable/],
    [{ Assign: { ['x'.repeat(81)]: 1 } }, /is no name of a variable/],
  ])('%j is refused', (fields, fault) => {
    expect(faultsOf(fields)).toEqual([expect.stringMatching(fault)])
  })
})

describe('expressions', () => {
  const inJsonata = (Output: Json) => faultsOf({ Output }, { QueryLanguage: 'JSONata' })

  test.each<Json>(['plain', '{% 1 %}', '{%1%}', { a: ['{% $states.input %}'] }, null, 5])(
    '%j is well',
    (output) => {
      expect(inJsonata(output)).toEqual([])
    },
  )

  test.each<[Json, RegExp]>([
    ['{% 1 + %}', /^Output cannot be read as JSONata/],
    [{ a: [{ b: '{% ( %}' }] }, /^Output\/a\[0\]\/b cannot be read/],
    ['{% 10 %', /must start with {% and end with %}/],
    ['10 %}', /must start with {% and end with %}/],
    [' {% 1 %}', /must start with {% and end with %}/],
  ])('%j is refused', (output, fault) => {
    expect(inJsonata(output)).toEqual([expect.stringMatching(fault)])
  })

  test('with JSONata a dollar in a name means nothing', () => {
    expect(inJsonata({ 'a.$': 'plain' })).toEqual([])
  })
})
