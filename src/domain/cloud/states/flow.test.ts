import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { jsonataMachine, run, task } from './machine.fixture.ts'

const pass = (fields: JsonObject): JsonObject => ({ Type: 'Pass', End: true, ...fields })
const outputOf = async (state: JsonObject, input: Json = {}): Promise<Json> =>
  (await run(jsonataMachine(state), input)).output

describe('input and output with JSONata', () => {
  test.each<[string, Json, Json]>([
    ['a plain text', 'plain', 'plain'],
    ['an expression', '{% $states.input.n + 1 %}', 4],
    [
      'expressions at any depth',
      { a: ['{% $states.input.n %}', { b: '{% [1,2] %}' }], c: null },
      { a: [3, { b: [1, 2] }], c: null },
    ],
    ['the context object', '{% $states.context.State.Name %}', 'S'],
    ['delimiters inside a text', 'not {% 1 %}', 'not {% 1 %}'],
  ])('Output of %s', async (_, template, output) => {
    expect(await outputOf(pass({ Output: template }), { n: 3 })).toEqual(output)
  })

  test('without Output a Pass hands on its input, a Task its result', async () => {
    expect(await outputOf(pass({}), { n: 3 })).toEqual({ n: 3 })
    const ended = await run(jsonataMachine(task()), { n: 3 }, { responses: { S: [{ output: 'done' }] } })
    expect(ended.output).toBe('done')
  })

  test('Arguments make what a Task is given, and Output may use its result', async () => {
    const state = task({
      Arguments: { twice: '{% $states.input.n * 2 %}' },
      Output: '{% $states.result.ok & $string($states.input.n) %}',
    })
    const ended = await run(
      jsonataMachine(state),
      { n: 3 },
      { responses: { S: [{ output: { ok: 'yes' } }] } },
    )
    expect(ended.history.find(({ type }) => type === 'LambdaFunctionScheduled')).toMatchObject({
      input: { twice: 6 },
    })
    expect(ended.output).toBe('yes3')
  })

  test.each([
    ['{% $states.input.nothing %}', /'\$states.input.nothing'.*'Output\/deep\[0\]\/x' returned nothing/],
    ['{% 1 + "a" %}', /threw an error/],
    ['{% $sum %}', /unsupported result type/],
  ])('%s fails, and its event says where', async (expression, cause) => {
    const ended = await run(jsonataMachine(pass({ Output: { deep: [{ x: expression }] } })))
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' })
    expect(ended.cause).toMatch(cause)
    expect(ended.history.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'EvaluationFailed',
      'ExecutionFailed',
    ])
  })

  test('a failing expression of a Task can be caught, with the error in sight', async () => {
    const work = task({
      Arguments: '{% $states.input.nothing %}',
      Next: 'After',
      Catch: [
        {
          ErrorEquals: ['States.QueryEvaluationError'],
          Output: '{% $states.errorOutput.Error %}',
          Assign: { seen: '{% $states.input.n %}' },
          Next: 'After',
        },
      ],
    })
    const machine = {
      QueryLanguage: 'JSONata',
      StartAt: 'S',
      States: { S: work, After: pass({ Output: '{% [$states.input, $seen] %}' }) },
    }
    expect((await run(machine, { n: 3 })).output).toEqual(['States.QueryEvaluationError', 3])
  })

  test('a state may choose JSONata in a machine with JSONPath, and share its variables', async () => {
    const machine = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { 'v.$': '$.n' }, Next: 'B' },
        B: {
          Type: 'Pass',
          QueryLanguage: 'JSONata',
          Output: '{% $v + 1 %}',
          Assign: { w: '{% $v * 10 %}' },
          Next: 'C',
        },
        C: { Type: 'Pass', Parameters: { 'v.$': '$v', 'w.$': '$w', 'in.$': '$' }, End: true },
      },
    }
    expect((await run(machine, { n: 3 })).output).toEqual({ v: 3, w: 30, in: 4 })
  })
})
