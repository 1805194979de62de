import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { durationOf, run, task, timesOf } from './machine.fixture.ts'

const wait = (Seconds: number): JsonObject => ({ Type: 'Wait', Seconds, End: true })
const branch = (name: string, state: JsonObject): JsonObject => ({ StartAt: name, States: { [name]: state } })
const parallel = (branches: readonly JsonObject[], fields: JsonObject = {}): JsonObject => ({
  StartAt: 'P',
  States: { P: { Type: 'Parallel', Branches: branches, End: true, ...fields }, Caught: { Type: 'Succeed' } },
})

describe('runParallel', () => {
  test('every branch gets the same input, and outputs come in the order of the branches', async () => {
    const machine = parallel([branch('A', wait(5)), branch('B', { Type: 'Pass', Result: 2, End: true })], {
      Parameters: { 'v.$': '$.x' },
    })
    const ended = await run(machine, { x: 1 })
    expect(ended.output).toEqual([{ v: 1 }, 2])
    expect(durationOf(ended)).toBe(5)
  })

  test('it takes as long as its longest branch', async () => {
    const seconds = fc.array(fc.nat(50), { minLength: 1, maxLength: 5 })
    const property = fc.asyncProperty(seconds, async (times) => {
      const branches = times.map((time, index) => branch(`W${index}`, wait(time)))
      expect(durationOf(await run(parallel(branches)))).toBe(Math.max(...times))
    })
    await fc.assert(property, { numRuns: 25 })
  })

  test('the first failure fails it at once and stops the others', async () => {
    const first = task({ Next: 'Late' })
    const slow = { StartAt: 'Slow', States: { Slow: first, Late: { Type: 'Pass', End: true } } }
    const machine = parallel([slow, branch('Bad', task())])
    const responses = {
      Slow: [{ output: 1, seconds: 9 }],
      Bad: [{ error: 'Broken', cause: 'why', seconds: 2 }],
    }
    const ended = await run(machine, {}, { responses })
    expect(ended).toMatchObject({ status: 'FAILED', error: 'Broken', cause: 'why' })
    expect(durationOf(ended)).toBe(2)
    expect(ended.history.some(({ state }) => state === 'Late')).toBe(false)
  })

  test('Retry runs all branches again', async () => {
    const machine = parallel([branch('A', task()), branch('B', task())], {
      Retry: [{ ErrorEquals: ['Broken'] }],
    })
    const ended = await run(
      machine,
      {},
      { responses: { A: [{ output: 'a' }], B: [{ error: 'Broken' }, { output: 'b' }] } },
    )
    expect(ended.output).toEqual(['a', 'b'])
    expect(timesOf(ended, 'ParallelStateStarted')).toEqual([0, 1])
    expect(timesOf(ended, 'LambdaFunctionScheduled')).toEqual([0, 0, 1, 1])
  })

  test('Catch takes the failure of a branch', async () => {
    const fail = { Type: 'Fail', Error: 'Broken' }
    const machine = parallel([branch('Bad', fail)], {
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
    })
    const ended = await run(machine)
    expect(ended.output).toEqual({ Error: 'Broken', Cause: '' })
    expect(ended.history.map(({ type }) => type)).toContain('ParallelStateFailed')
  })

  test('branches read outer variables and keep their own', async () => {
    const inner = (name: string): JsonObject => ({
      StartAt: name,
      States: {
        [name]: { Type: 'Pass', Assign: { own: name }, Next: `${name}2` },
        [`${name}2`]: { Type: 'Pass', Parameters: { 'own.$': '$own', 'outer.$': '$outer' }, End: true },
      },
    })
    const machine = {
      StartAt: 'Init',
      States: {
        Init: { Type: 'Pass', Assign: { outer: 1 }, Next: 'P' },
        P: { Type: 'Parallel', Branches: [inner('A'), inner('B')], Next: 'After' },
        After: { Type: 'Pass', Parameters: { 'own.$': '$own' }, End: true },
      },
    }
    const ended = await run(machine)
    expect(ended.error).toBe('States.Runtime')
    expect(ended.history.find(({ type }) => type === 'ParallelStateExited')).toMatchObject({
      output: [
        { own: 'A', outer: 1 },
        { own: 'B', outer: 1 },
      ],
    })
  })
})
