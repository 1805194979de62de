import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { expressionIn, queryFailure } from './jsonata-template.ts'
import { jsonataMachine, run } from './machine.fixture.ts'

const outputOf = async (Output: Json, input: Json = {}): Promise<Json> =>
  (await run(jsonataMachine({ Type: 'Pass', Output, End: true }), input)).output

const failureOf = (Output: Json) => run(jsonataMachine({ Type: 'Pass', Output, End: true }))

test.each<[string, string | null]>([
  ['{% 1 %}', ' 1 '],
  ['{%%}', ''],
  ['{%}', null],
  ['plain', null],
  ['{% 1', null],
  [' {% 1 %}', null],
])('the expression in %j is %j', (text, expression) => {
  expect(expressionIn(text)).toBe(expression)
})

test('a failed query has a name of its own', () => {
  expect(queryFailure('why')).toMatchObject({ error: 'States.QueryEvaluationError', cause: 'why' })
})

describe('templates', () => {
  test('expressions stand anywhere, and whatever is none stays', async () => {
    const template = {
      a: '{% $states.input.n %}',
      b: ['{% 1 + 1 %}', 'plain', null, { c: '{% [] %}' }],
      d: 5,
    }
    expect(await outputOf(template, { n: 7 })).toEqual({ a: 7, b: [2, 'plain', null, { c: [] }], d: 5 })
  })

  test('members that end in .$ mean nothing here', async () => {
    expect(await outputOf({ 'a.$': '$.n' }, { n: 1 })).toEqual({ 'a.$': '$.n' })
  })

  test('the names of $states are input, context and, where there is one, result or errorOutput', async () => {
    expect(await outputOf('{% $sort($keys($states)) %}')).toEqual(['context', 'input'])
    const state = {
      Type: 'Parallel',
      Branches: [{ StartAt: 'B', States: { B: { Type: 'Pass', End: true } } }],
      Output: '{% $sort($keys($states)) %}',
      End: true,
    }
    expect((await run(jsonataMachine(state))).output).toEqual(['context', 'input', 'result'])
    const failing = { StartAt: 'B', States: { B: { Type: 'Fail', Error: 'E' } } }
    const catching = {
      ...state,
      Branches: [failing],
      Catch: [{ ErrorEquals: ['E'], Output: '{% $states.errorOutput %}', Next: 'Z' }],
    }
    const machine: JsonObject = {
      QueryLanguage: 'JSONata',
      StartAt: 'S',
      States: { S: catching, Z: { Type: 'Succeed' } },
    }
    expect((await run(machine)).output).toEqual({ Error: 'E', Cause: '' })
  })
})

describe('an expression that gives nothing', () => {
  test.each<[Json, RegExp]>([
    ['{% $states.input.nothing %}', /for the field 'Output' returned nothing \(undefined\)/],
    [{ a: [1, '{% $nobody %}'] }, /'\$nobody' specified for the field 'Output\/a\[1\]'/],
    ['{% $sum %}', /unsupported result type/],
    ["{% 1 + 'a' %}", /threw an error during evaluation\. ./],
  ])('%j fails, and says where', async (output, cause) => {
    const ended = await failureOf(output)
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' })
    expect(ended.cause).toMatch(cause)
    expect(ended.history.map(({ type }) => type)).toContain('EvaluationFailed')
  })
})
