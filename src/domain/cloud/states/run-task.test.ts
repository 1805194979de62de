import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { durationOf, run, runState, task, timeline } from './machine.fixture.ts'

const tokenTask = task({
  Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  HeartbeatSeconds: 10,
})

describe('runTask', () => {
  test('outcomes are taken call by call, and the last one holds on', async () => {
    const machine = {
      StartAt: 'A',
      States: {
        A: task({ Next: 'C', ResultPath: '$.n' }),
        C: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericLessThan: 3, Next: 'A' }], Default: 'D' },
        D: task({ ResultPath: '$.d' }),
      },
    }
    const ended = await run(machine, {}, { responses: { A: [{ output: 1 }, { output: 2 }, { output: 3 }] } })
    expect(ended.output).toEqual({ n: 3, d: { n: 3 } })
  })

  test('a Task without responses returns what it is given', async () => {
    expect((await runState(task({ Parameters: { 'a.$': '$.x' } }), { x: 1 })).output).toEqual({ a: 1 })
  })

  test.each([
    [
      'arn:aws:lambda:eu-west-1:111122223333:function:f',
      ['LambdaFunctionScheduled', 'LambdaFunctionStarted', 'LambdaFunctionSucceeded'],
    ],
    ['arn:aws:states:::dynamodb:putItem', ['TaskScheduled', 'TaskStarted', 'TaskSucceeded']],
    ['arn:aws:states:::ecs:runTask.sync', ['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded']],
    [
      'arn:aws:states:::states:startExecution.sync:2',
      ['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded'],
    ],
    [
      'arn:aws:states:eu-west-1:111122223333:activity:a',
      ['ActivityScheduled', 'ActivityStarted', 'ActivitySucceeded'],
    ],
  ])('%s has the events of its kind', async (Resource, types) => {
    const ended = await runState(task({ Resource }))
    expect(ended.history.map(({ type }) => type).slice(2, -2)).toEqual(types)
  })

  test('time passes while the work goes on', async () => {
    const ended = await runState(task(), {}, [{ output: 1, seconds: 7 }])
    expect(timeline(ended).slice(2)).toEqual([
      [0, 'LambdaFunctionScheduled'],
      [0, 'LambdaFunctionStarted'],
      [7, 'LambdaFunctionSucceeded'],
      [7, 'TaskStateExited'],
      [7, 'ExecutionSucceeded'],
    ])
  })

  test('work that takes longer than TimeoutSeconds times out then', async () => {
    const late = await runState(task({ TimeoutSeconds: 5 }), {}, [{ output: 1, seconds: 5.1 }])
    expect(late).toMatchObject({ status: 'FAILED', error: 'States.Timeout' })
    expect(durationOf(late)).toBe(5)
    expect((await runState(task({ TimeoutSeconds: 5 }), {}, [{ output: 1, seconds: 5 }])).status).toBe(
      'SUCCEEDED',
    )
    const error = await runState(task({ TimeoutSeconds: 5 }), {}, [{ error: 'Own', seconds: 9 }])
    expect(error.error).toBe('States.Timeout')
  })

  test('the timeout may stand at a path, in the data or in a variable', async () => {
    const ended = await runState(task({ TimeoutSecondsPath: '$.limit' }), { limit: 2 }, [
      { output: 1, seconds: 3 },
    ])
    expect(ended.error).toBe('States.Timeout')
    const broken = await runState(task({ TimeoutSecondsPath: '$.limit' }), { limit: -2 })
    expect(broken).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
  })

  test('work that sends no heartbeat in time has timed out, by both names', async () => {
    const silent = [{ output: 1, seconds: 30 }]
    const ended = await runState(tokenTask, {}, silent)
    expect(ended.error).toBe('States.Timeout')
    expect(durationOf(ended)).toBe(10)
    const retried = { ...tokenTask, Retry: [{ ErrorEquals: ['States.HeartbeatTimeout'], MaxAttempts: 1 }] }
    expect(durationOf(await runState(retried, {}, silent))).toBe(21)
  })

  test('heartbeats keep it alive, and quick work needs none', async () => {
    expect((await runState(tokenTask, {}, [{ output: 1, seconds: 30, heartbeatSeconds: 9 }])).status).toBe(
      'SUCCEEDED',
    )
    expect((await runState(tokenTask, {}, [{ output: 1, seconds: 30, heartbeatSeconds: 11 }])).error).toBe(
      'States.Timeout',
    )
    expect((await runState(tokenTask, {}, [{ output: 1, seconds: 9 }])).status).toBe('SUCCEEDED')
  })

  test('only work that can send heartbeats is asked for them', async () => {
    expect((await runState(task({ HeartbeatSeconds: 1 }), {}, [{ output: 1, seconds: 9 }])).status).toBe(
      'SUCCEEDED',
    )
  })

  test('a task token is in the context object of work that waits for it', async () => {
    const state: JsonObject = { ...tokenTask, Parameters: { 'token.$': '$$.Task.Token' } }
    const { output } = await runState(state)
    expect(output).toMatchObject({ token: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  })
})
