import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { durationOf, run, runState, task, timesOf } from './machine.fixture.ts'
import { errorMatches, retryDelay } from './retry.ts'
import { StateError } from './state-error.ts'

const failure = (error: string | undefined, alias?: string) => new StateError(error, undefined, alias)
const failing = (count: number) => [
  ...Array.from({ length: count }, () => ({ error: 'Busy' })),
  { output: 'done' },
]

describe('errorMatches', () => {
  test.each([
    [['Busy'], 'Busy', true],
    [['Idle', 'Busy'], 'Busy', true],
    [['busy'], 'Busy', false],
    [['States.ALL'], 'Busy', true],
    [['States.ALL'], 'States.Timeout', true],
    [['States.ALL'], 'States.Runtime', false],
    [['States.ALL'], 'States.DataLimitExceeded', false],
    [['States.DataLimitExceeded'], 'States.DataLimitExceeded', true],
    [['States.Runtime'], 'States.Runtime', false],
    [['States.TaskFailed'], 'Busy', true],
    [['States.TaskFailed'], 'States.Timeout', false],
    [['States.TaskFailed'], 'States.Runtime', false],
    [['States.Timeout'], 'States.Timeout', true],
    [[], 'Busy', false],
  ])('%j means %s: %s', (names, error, expected) => {
    expect(errorMatches(names, failure(error))).toBe(expected)
  })

  test('an error without a name is meant by the wildcards only', () => {
    expect(errorMatches(['States.ALL'], failure(undefined))).toBe(true)
    expect(errorMatches([''], failure(undefined))).toBe(false)
  })

  test('a second name matches as well', () => {
    const late = failure('States.Timeout', 'States.HeartbeatTimeout')
    expect(errorMatches(['States.HeartbeatTimeout'], late)).toBe(true)
    expect(errorMatches(['States.Timeout'], late)).toBe(true)
    expect(errorMatches(['States.HeartbeatTimeout'], failure('States.Timeout'))).toBe(false)
  })
})

describe('retryDelay', () => {
  test.each<[JsonObject, number, number]>([
    [{}, 0, 1],
    [{}, 2, 4],
    [{ IntervalSeconds: 3, BackoffRate: 1.5 }, 1, 4.5],
    [{ IntervalSeconds: 3, BackoffRate: 1 }, 5, 3],
    [{ IntervalSeconds: 2, MaxDelaySeconds: 5 }, 3, 5],
    [{ JitterStrategy: 'NONE' }, 3, 8],
    [{ JitterStrategy: 'FULL' }, 3, 2],
  ])('%j after %i retries is %d seconds', (retrier, retries, seconds) => {
    expect(retryDelay(retrier, retries, () => 0.25)).toBe(seconds)
  })
})

describe('Retry', () => {
  test('tries three times more by default, after 1, 2 and 4 seconds', async () => {
    const ended = await runState(task({ Retry: [{ ErrorEquals: ['Busy'] }] }), {}, failing(9))
    expect(ended).toMatchObject({ status: 'FAILED', error: 'Busy' })
    expect(timesOf(ended, 'LambdaFunctionScheduled')).toEqual([0, 1, 3, 7])
  })

  test('the time of each try counts before the delay', async () => {
    const outcomes = failing(2).map((outcome) => ({ ...outcome, seconds: 10 }))
    const ended = await runState(
      task({ Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 5 }] }),
      {},
      outcomes,
    )
    expect(timesOf(ended, 'LambdaFunctionScheduled')).toEqual([0, 15, 35])
    expect(durationOf(ended)).toBe(45)
  })

  test('zero attempts mean none', async () => {
    const ended = await runState(task({ Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 0 }] }), {}, failing(1))
    expect(ended).toMatchObject({ status: 'FAILED', error: 'Busy' })
  })

  test('each retrier counts for itself, and the first that means an error decides', async () => {
    const retry = [
      { ErrorEquals: ['Slow'], MaxAttempts: 1, IntervalSeconds: 10 },
      { ErrorEquals: ['States.ALL'], MaxAttempts: 2, IntervalSeconds: 1 },
    ]
    const outcomes = ['Busy', 'Slow', 'Busy', 'Slow'].map((error) => ({ error }))
    const ended = await runState(task({ Retry: retry }), {}, outcomes)
    expect(ended).toMatchObject({ status: 'FAILED', error: 'Slow' })
    expect(timesOf(ended, 'LambdaFunctionScheduled')).toEqual([0, 1, 11, 13])
  })

  test('retries come before Catch, and the retry count is in the context object', async () => {
    const state = task({
      Parameters: { 'retry.$': '$$.State.RetryCount' },
      Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.problem', Next: 'Caught' }],
      Next: 'Caught',
    })
    const machine = { StartAt: 'S', States: { S: state, Caught: { Type: 'Succeed' } } }
    const ended = await run(machine, { x: 1 }, { responses: { S: [{ error: 'Busy', cause: 'full' }] } })
    expect(ended.output).toEqual({ x: 1, problem: { Error: 'Busy', Cause: 'full' } })
    const given = ended.history
      .filter(({ type }) => type === 'LambdaFunctionScheduled')
      .map(({ input }) => input)
    expect(given).toEqual([{ retry: 0 }, { retry: 1 }, { retry: 2 }])
  })

  test('tries and times follow from the definition', async () => {
    const numbers = fc.record({
      IntervalSeconds: fc.integer({ min: 1, max: 9 }),
      MaxAttempts: fc.nat(5),
      BackoffRate: fc.constantFrom(1, 1.5, 2, 3),
      MaxDelaySeconds: fc.integer({ min: 10, max: 60 }),
    })
    const property = fc.asyncProperty(numbers, fc.nat(7), async (retrier, failures) => {
      const ended = await runState(
        task({ Retry: [{ ErrorEquals: ['Busy'], ...retrier }] }),
        {},
        failing(failures),
      )
      const retries = Math.min(failures, retrier.MaxAttempts)
      const waited = Array.from({ length: retries }, (_, made) =>
        Math.min(retrier.MaxDelaySeconds, retrier.IntervalSeconds * retrier.BackoffRate ** made),
      )
      expect(timesOf(ended, 'LambdaFunctionScheduled')).toHaveLength(retries + 1)
      expect(durationOf(ended)).toBeCloseTo(
        waited.reduce((sum, seconds) => sum + seconds, 0),
        2,
      )
      expect(ended.status).toBe(failures <= retrier.MaxAttempts ? 'SUCCEEDED' : 'FAILED')
    })
    await fc.assert(property, { numRuns: 50 })
  })

  test('full jitter stays below the delay and repeats with the seed', async () => {
    const machine = {
      StartAt: 'S',
      States: {
        S: task({ Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 100, JitterStrategy: 'FULL' }] }),
      },
    }
    const once = (seed: string) => run(machine, {}, { seed, responses: { S: failing(1) } })
    const first = durationOf(await once('a'))
    expect(first).toBeLessThan(100)
    expect(durationOf(await once('a'))).toBe(first)
    expect(durationOf(await once('b'))).not.toBe(first)
  })
})
