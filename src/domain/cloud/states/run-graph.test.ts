import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { functionArn, outputOf, run, runState, task } from './machine.fixture.ts'

const contextState = async (state: JsonObject): Promise<JsonObject> =>
  (await outputOf({ End: true, ...state }, { a: 1 })) as JsonObject

describe('the context object of a state', () => {
  test('names it, and says when it was entered', async () => {
    const machine = {
      StartAt: 'A',
      States: {
        A: { Type: 'Wait', Seconds: 90, Next: 'B' },
        B: { Type: 'Pass', InputPath: '$$.State', End: true },
      },
    }
    expect((await run(machine)).output).toEqual({ Name: 'B', EnteredTime: '2026-01-01T00:01:30.000Z' })
  })

  test('counts retries', async () => {
    const state = task({
      Parameters: { 'count.$': '$$.State.RetryCount' },
      Retry: [{ ErrorEquals: ['E'], MaxAttempts: 2 }],
    })
    const { history } = await runState(state, {}, [{ error: 'E' }, { error: 'E' }, { output: 1 }])
    const given = history.filter(({ type }) => type === 'LambdaFunctionScheduled').map(({ input }) => input)
    expect(given).toEqual([{ count: 0 }, { count: 1 }, { count: 2 }])
  })

  test('has a token only where a task waits for one', async () => {
    const parameters = { Parameters: { 'token.$': '$$.Task.Token' } }
    const waiting = task({ ...parameters, Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken' })
    expect((await runState(waiting)).output).toEqual({ token: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect((await runState(task({ ...parameters, Resource: functionArn }))).status).toBe('FAILED')
  })

  test('has the item inside a Map only', async () => {
    const inner = { Type: 'Pass', Parameters: { 'i.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value' } }
    const map = { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: { ...inner, End: true } } } }
    expect(await outputOf({ ...map, End: true }, ['x', 'y'])).toEqual([
      { i: 0, v: 'x' },
      { i: 1, v: 'y' },
    ])
    expect(await contextState({ Type: 'Pass', InputPath: '$$' })).not.toHaveProperty('Map')
  })
})

describe('the query language of a state', () => {
  test('is its own before that of the machine', async () => {
    const machine = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: { n: '{% $states.input.n + 1 %}' }, Next: 'B' },
        B: { Type: 'Pass', Parameters: { 'm.$': '$.n' }, End: true },
      },
    }
    expect((await run(machine, { n: 1 })).output).toEqual({ m: 2 })
  })
})

describe('variables', () => {
  test('are told in the history when they are assigned', async () => {
    const { history } = await runState({ Type: 'Pass', Assign: { x: 1 }, End: true })
    expect(history.find(({ type }) => type === 'PassStateExited')).toMatchObject({ assigned: { x: 1 } })
    const plain = await runState({ Type: 'Pass', End: true })
    expect(plain.history.find(({ type }) => type === 'PassStateExited')).not.toHaveProperty('assigned')
  })

  test('of a branch end with it, and do not change those around it', async () => {
    const branch = {
      StartAt: 'B',
      States: {
        B: { Type: 'Pass', Assign: { inner: 1 }, Next: 'C' },
        C: { Type: 'Pass', Parameters: { 'outer.$': '$outer', 'inner.$': '$inner' }, End: true },
      },
    }
    const machine = (after: JsonObject): JsonObject => ({
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { outer: 2 }, Next: 'P' },
        P: { Type: 'Parallel', Branches: [branch], Next: 'Z' },
        Z: { Type: 'Pass', ...after, End: true },
      },
    })
    expect((await run(machine({}))).output).toEqual([{ outer: 2, inner: 1 }])
    expect((await run(machine({ Parameters: { 'x.$': '$inner' } }))).error).toBe('States.Runtime')
  })
})
