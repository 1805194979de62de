import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { durationOf, jsonataMachine, machineOf, outputOf, run, runState, task } from './machine.fixture.ts'

describe('runExecution', () => {
  test('history counts its events and tells when they happen', async () => {
    const { history } = await runState({ Type: 'Wait', Seconds: 3, End: true }, { a: 1 })
    expect(history).toEqual([
      { id: 1, at: 0, type: 'ExecutionStarted', input: { a: 1 } },
      { id: 2, at: 0, type: 'WaitStateEntered', state: 'S', input: { a: 1 } },
      { id: 3, at: 3, type: 'WaitStateExited', state: 'S', output: { a: 1 } },
      { id: 4, at: 3, type: 'ExecutionSucceeded', output: { a: 1 } },
    ])
  })

  test('states follow each other, and Succeed ends them', async () => {
    const machine = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Result: { n: 1 }, Next: 'B' },
        B: { Type: 'Pass', Parameters: { 'm.$': '$.n' }, Next: 'C' },
        C: { Type: 'Succeed', OutputPath: '$.m' },
      },
    }
    expect(await run(machine)).toMatchObject({ status: 'SUCCEEDED', output: 1 })
  })

  test('the execution may have a time limit of its own', async () => {
    const machine = machineOf({ Type: 'Wait', Seconds: 10, End: true }, { TimeoutSeconds: 4 })
    const ended = await run(machine)
    expect(ended).toMatchObject({ status: 'TIMED_OUT', output: null, error: 'States.Timeout' })
    expect(durationOf(ended)).toBe(4)
    expect(ended.history.at(-1)?.type).toBe('ExecutionTimedOut')
    expect((await run({ ...machine, TimeoutSeconds: 10 })).status).toBe('SUCCEEDED')
  })

  test('a loop without end fills the history and fails', async () => {
    const machine = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } }
    const ended = await run(machine)
    expect(ended).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: expect.stringMatching(/25000 events/),
    })
    expect(ended.history).toHaveLength(25_001)
  })

  test('nothing catches a full history', async () => {
    const loop = { StartAt: 'B', States: { B: { Type: 'Pass', Next: 'B' } } }
    const state = {
      Type: 'Parallel',
      Branches: [loop],
      Next: 'C',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C' }],
    }
    const ended = await run({ StartAt: 'A', States: { A: state, C: { Type: 'Succeed' } } })
    expect(ended.status).toBe('FAILED')
  })

  test('a state whose output is too large fails, and States.ALL does not catch it', async () => {
    const big = [{ output: 'x'.repeat(262_143) }]
    const state = task({
      Next: 'C',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C' }],
    })
    const machine = { StartAt: 'S', States: { S: state, C: { Type: 'Succeed' } } }
    expect((await run(machine, {}, { responses: { S: big } })).error).toBe('States.DataLimitExceeded')
    expect((await run(machine, {}, { responses: { S: [{ output: 'x'.repeat(262_142) }] } })).status).toBe(
      'SUCCEEDED',
    )
    expect((await run(machine, {}, { responses: { S: [{ output: 'é'.repeat(131_072) }] } })).error).toBe(
      'States.DataLimitExceeded',
    )
  })

  test('the context object tells about execution, machine and state', async () => {
    const state = { Type: 'Pass', InputPath: '$$', End: true }
    const output = await outputOf(state, { a: 1 })
    expect(output).toMatchObject({
      Execution: { Input: { a: 1 }, StartTime: '2026-01-01T00:00:00.000Z', RedriveCount: 0 },
      StateMachine: { Name: 'machine' },
      State: { Name: 'S', EnteredTime: '2026-01-01T00:00:00.000Z' },
    })
  })

  test('the time of expressions is that of the virtual clock', async () => {
    const machine = {
      QueryLanguage: 'JSONata',
      StartAt: 'W',
      States: {
        W: { Type: 'Wait', Seconds: 61, Next: 'T' },
        T: { Type: 'Pass', Output: '{% [$now(), $states.context.State.EnteredTime] %}', End: true },
      },
    }
    const time = '2026-01-01T00:01:01.000Z'
    expect((await run(machine)).output).toEqual([time, time])
  })

  test('an execution repeats exactly, chance included, until the seed changes', async () => {
    const state: JsonObject = { Type: 'Pass', Output: '{% [$random(), $uuid()] %}', End: true }
    const property = fc.asyncProperty(fc.string(), async (seed) => {
      const [first, second] = [
        await run(jsonataMachine(state), {}, { seed }),
        await run(jsonataMachine(state), {}, { seed }),
      ]
      expect(second).toEqual(first)
    })
    await fc.assert(property, { numRuns: 10 })
    const other = await run(jsonataMachine(state), {}, { seed: 'other' })
    expect(other.output).not.toEqual((await run(jsonataMachine(state), {}, { seed: 'one' })).output)
  })

  test('a definition is not changed by running it', async () => {
    const machine = machineOf(task({ Parameters: { a: [1, { 'b.$': '$.x' }] } }))
    const before = JSON.stringify(machine)
    await run(machine, { x: 1 })
    expect(JSON.stringify(machine)).toBe(before)
  })
})
