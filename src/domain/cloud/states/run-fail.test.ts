import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { jsonataMachine, run, runState } from './machine.fixture.ts'

const fail = (fields: JsonObject): JsonObject => ({ Type: 'Fail', ...fields })

describe('runFail', () => {
  test.each<[JsonObject, JsonObject]>([
    [
      { Error: 'E', Cause: 'C' },
      { error: 'E', cause: 'C' },
    ],
    [{ Error: 'E' }, { error: 'E' }],
    [{ Cause: 'C' }, { cause: 'C' }],
    [{}, {}],
    [
      { ErrorPath: '$.e', CausePath: "States.Format('because {}', $.c)" },
      { error: 'own', cause: 'because x' },
    ],
    [{ ErrorPath: '$$.State.Name' }, { error: 'S' }],
  ])('%j ends the execution with %j', async (fields, reason) => {
    const { status, output, history, ...ended } = await runState(fail(fields), { e: 'own', c: 'x' })
    expect({ status, output }).toEqual({ status: 'FAILED', output: null })
    expect(ended).toEqual(reason)
    expect(history.at(-1)).toMatchObject({ type: 'ExecutionFailed', ...reason })
  })

  test.each<JsonObject>([{ ErrorPath: '$.none' }, { CausePath: '$.n' }, { ErrorPath: 'States.Array(1)' }])(
    '%j gives no text and fails for that',
    async (fields) => {
      expect((await runState(fail(fields), { n: 1 })).error).toBe('States.Runtime')
    },
  )

  test('with JSONata both may be expressions', async () => {
    const state = fail({ Error: "{% 'E' & $string($states.input.n) %}", Cause: 'plain' })
    expect(await run(jsonataMachine(state), { n: 4 })).toMatchObject({ error: 'E4', cause: 'plain' })
    expect((await run(jsonataMachine(fail({ Error: '{% 4 %}' })))).error).toBe('States.QueryEvaluationError')
  })
})
