import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../json.ts'
import { machineOf, task } from '../machine.fixture.ts'
import { checkDefinition } from './check-definition.ts'

const faultsOf = (fields: JsonObject, top: JsonObject = {}): readonly string[] =>
  checkDefinition(machineOf(task(fields), top)).map(
    ({ at, text }) => `${at.replace('/States/S/', '')} ${text}`,
  )

describe('Retry', () => {
  test('may use all its fields', () => {
    const Retry: Json = [
      {
        ErrorEquals: ['A', 'States.Timeout'],
        IntervalSeconds: 2,
        MaxAttempts: 0,
        BackoffRate: 1,
        Comment: 'c',
      },
      { ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxDelaySeconds: 3, JitterStrategy: 'FULL' },
    ]
    expect(faultsOf({ Retry })).toEqual([])
  })

  test.each<[Json, RegExp]>([
    [{}, /^Retry must be a list/],
    [['x'], /^Retry\[0\] must be an object/],
    [[{}], /ErrorEquals must be a list of at least one error name/],
    [[{ ErrorEquals: [] }], /at least one error name/],
    [[{ ErrorEquals: [1] }], /at least one error name/],
    [[{ ErrorEquals: 'A' }], /at least one error name/],
    [[{ ErrorEquals: ['States.ALL', 'A'] }], /must stand alone/],
    [[{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }], /must come last/],
    [[{ ErrorEquals: ['A'], IntervalSeconds: 0 }], /IntervalSeconds must be a whole number from 1/],
    [[{ ErrorEquals: ['A'], MaxAttempts: -1 }], /MaxAttempts must be/],
    [[{ ErrorEquals: ['A'], BackoffRate: 0.5 }], /BackoffRate must be a number, at least 1.0/],
    [[{ ErrorEquals: ['A'], MaxDelaySeconds: 31_622_401 }], /MaxDelaySeconds must be a whole number/],
    [[{ ErrorEquals: ['A'], IntervalSeconds: 5, MaxDelaySeconds: 5 }], /must be more than IntervalSeconds/],
    [[{ ErrorEquals: ['A'], JitterStrategy: 'HALF' }], /JitterStrategy must be FULL or NONE/],
    [[{ ErrorEquals: ['A'], Interval: 5 }], /Interval is no field of a retrier/],
  ])('%j is refused', (Retry, fault) => {
    expect(faultsOf({ Retry })).toEqual([expect.stringMatching(fault)])
  })
})

describe('Catch', () => {
  const catcher = { ErrorEquals: ['A'], Next: 'S' }

  test('may use the fields of its query language', () => {
    expect(faultsOf({ Catch: [{ ...catcher, ResultPath: '$.e', Assign: { 'x.$': '$.Error' } }] })).toEqual([])
    const own = { ...catcher, Output: '{% $states.errorOutput %}', Assign: { x: 1 } }
    expect(faultsOf({ Catch: [own] }, { QueryLanguage: 'JSONata' })).toEqual([])
  })

  test.each<[JsonObject, RegExp]>([
    [{ Next: undefined as never }, /^Catch\[0\] needs Next/],
    [{ ResultPath: '$$.x' }, /must name one place in the data/],
    [{ Output: 1 }, /Output is no field of a catcher with JSONPath/],
    [{ Assign: { 'x.$': 'nowhere' } }, /Assign\/x.\$ .* is no intrinsic function/],
  ])('%j is refused', (fields, fault) => {
    expect(faultsOf({ Catch: [{ ...catcher, ...fields }] })).toEqual([expect.stringMatching(fault)])
  })

  test('with JSONata it has no ResultPath', () => {
    expect(faultsOf({ Catch: [{ ...catcher, ResultPath: '$' }] }, { QueryLanguage: 'JSONata' })).toEqual([
      'Catch[0]/ResultPath is no field of a catcher with JSONata',
    ])
  })
})
