import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { durationOf, run, task, timesOf } from './machine.fixture.ts'
import type { TaskOutcome } from './types.ts'

const map = (
  fields: JsonObject = {},
  state: JsonObject = { Type: 'Pass', End: true },
  top: JsonObject = {},
): JsonObject => ({
  StartAt: 'M',
  States: { M: { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: state } }, End: true, ...fields } },
  ...top,
})
const distributed = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } }
const overTasks = (fields: JsonObject, outcomes: readonly TaskOutcome[], items: Json) =>
  run(map(fields, task()), items, { responses: { I: outcomes } })

describe('items', () => {
  test('are the input, or what ItemsPath leads to', async () => {
    expect((await run(map(), [1, 2])).output).toEqual([1, 2])
    expect((await run(map({ ItemsPath: '$.l' }), { l: [3] })).output).toEqual([3])
    expect((await run(map({ InputPath: '$.l' }), { l: [3] })).output).toEqual([3])
    expect((await run(map(), [])).output).toEqual([])
  })

  test('must be a list with JSONPath', async () => {
    expect((await run(map(), { a: 1 })).error).toBe('States.Runtime')
    expect((await run(map({ ItemsPath: '$.x' }), {})).error).toBe('States.Runtime')
  })

  test('ItemSelector shapes each of them from the data and the context object', async () => {
    const ItemSelector = { 'i.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value.n', 'all.$': '$.sum' }
    const ended = await run(map({ ItemsPath: '$.l', ItemSelector }), { l: [{ n: 5 }, { n: 6 }], sum: 11 })
    expect(ended.output).toEqual([
      { i: 0, v: 5, all: 11 },
      { i: 1, v: 6, all: 11 },
    ])
  })

  test('older names still work', async () => {
    const machine = {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          Parameters: { 'v.$': '$$.Map.Item.Value' },
          Iterator: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } },
          End: true,
        },
      },
    }
    expect((await run(machine, [7])).output).toEqual([{ v: 7 }])
  })

  test('states inside see their item in the context object', async () => {
    const state = {
      Type: 'Pass',
      Parameters: { 'i.$': '$$.Map.Item.Index', 's.$': '$$.State.Name' },
      End: true,
    }
    expect((await run(map({}, state), ['a', 'b'])).output).toEqual([
      { i: 0, s: 'I' },
      { i: 1, s: 'I' },
    ])
  })

  test('with JSONata they may be an expression, a template or an object', async () => {
    const jsonata = (Items: Json | undefined, input: Json) =>
      run(
        map(Items === undefined ? {} : { Items }, { Type: 'Pass', End: true }, { QueryLanguage: 'JSONata' }),
        input,
      )
    expect((await jsonata('{% $states.input.l %}', { l: [1, 2] })).output).toEqual([1, 2])
    expect((await jsonata([1, '{% 1 + 1 %}'], {})).output).toEqual([1, 2])
    expect((await jsonata(undefined, [5])).output).toEqual([5])
    expect((await jsonata(undefined, { a: 1, b: 2 })).output).toEqual([1, 2])
    expect((await jsonata('{% 1 %}', {})).error).toBe('States.QueryEvaluationError')
  })

  test('the member of an object that is iterated has its key', async () => {
    const fields = {
      ItemSelector: { k: '{% $states.context.Map.Item.Key %}', v: '{% $states.context.Map.Item.Value %}' },
    }
    const ended = await run(map(fields, { Type: 'Pass', End: true }, { QueryLanguage: 'JSONata' }), { a: 1 })
    expect(ended.output).toEqual([{ k: 'a', v: 1 }])
  })
})

describe('concurrency in virtual time', () => {
  const timed = (seconds: readonly number[], fields: JsonObject = {}) =>
    overTasks(
      fields,
      seconds.map((time) => ({ output: time, seconds: time })),
      seconds as Json,
    )

  test('all items run at once, or as many as MaxConcurrency allows', async () => {
    expect(durationOf(await timed([3, 1, 2]))).toBe(3)
    expect(durationOf(await timed([3, 1, 2], { MaxConcurrency: 1 }))).toBe(6)
    expect(timesOf(await timed([3, 1, 2, 5], { MaxConcurrency: 2 }), 'MapIterationStarted')).toEqual([
      0, 0, 1, 3,
    ])
    expect(durationOf(await timed([3, 1], { MaxConcurrency: 0 }))).toBe(3)
  })

  test('inline, no more than 40 run at once', async () => {
    const ended = await timed(Array.from({ length: 41 }, () => 10))
    expect(durationOf(ended)).toBe(20)
  })

  test('outputs do not depend on it, and more of it is never slower', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      async (seconds, most) => {
        const narrow = await timed(seconds, { MaxConcurrency: most })
        const wide = await timed(seconds)
        expect(narrow.output).toEqual(wide.output)
        expect(durationOf(narrow)).toBeGreaterThanOrEqual(durationOf(wide))
        expect(durationOf(await timed(seconds, { MaxConcurrency: 1 }))).toBe(
          seconds.reduce((sum, time) => sum + time, 0),
        )
      },
    )
    await fc.assert(property, { numRuns: 25 })
  })
})

describe('failures', () => {
  const outcomes: readonly TaskOutcome[] = [
    { output: 1, seconds: 1 },
    { error: 'Bad', cause: 'why', seconds: 2 },
    { output: 3, seconds: 9 },
  ]

  test('the first one fails the Map at once', async () => {
    const ended = await overTasks({}, outcomes, [1, 2, 3])
    expect(ended).toMatchObject({ status: 'FAILED', error: 'Bad', cause: 'why' })
    expect(durationOf(ended)).toBe(2)
    expect(
      ended.history
        .filter(({ type }) => /Iteration(Succeeded|Failed)/.test(type))
        .map(({ type, index }) => [type, index]),
    ).toEqual([
      ['MapIterationSucceeded', 0],
      ['MapIterationFailed', 1],
    ])
  })

  test('as many as are tolerated leave their error in the output', async () => {
    const ended = await overTasks({ ToleratedFailureCount: 1 }, outcomes, [1, 2, 3])
    expect(ended.output).toEqual([1, { Error: 'Bad', Cause: 'why' }, 3])
    expect(durationOf(ended)).toBe(9)
  })

  test.each([
    [{ ToleratedFailureCount: 0 }, 'FAILED'],
    [{ ToleratedFailureCount: 1 }, 'SUCCEEDED'],
    [{ ToleratedFailurePercentage: 33 }, 'FAILED'],
    [{ ToleratedFailurePercentage: 34 }, 'SUCCEEDED'],
    [{ ToleratedFailureCount: 3, ToleratedFailurePercentage: 10 }, 'FAILED'],
    [{ ToleratedFailureCountPath: '$.most', ItemsPath: '$.l' }, 'SUCCEEDED'],
  ])('with %j one failure of three ends %s', async (fields, status) => {
    const items = 'ItemsPath' in fields ? { l: [1, 2, 3], most: 1 } : [1, 2, 3]
    const ended = await overTasks(fields, outcomes, items)
    expect(ended.status).toBe(status)
    expect(ended.error).toBe(status === 'FAILED' ? 'States.ExceedToleratedFailureThreshold' : undefined)
  })

  test('a number that is none fails', async () => {
    expect(
      (await run(map({ MaxConcurrencyPath: '$.m', ItemsPath: '$.l' }), { l: [1], m: 'many' })).error,
    ).toBe('States.Runtime')
    expect(
      (await run(map({ MaxConcurrencyPath: '$.m', ItemsPath: '$.l' }), { l: [1], m: '2' })).output,
    ).toEqual([1])
  })

  test('Retry and Catch of the Map see the failure of an iteration', async () => {
    const machine = map({ Retry: [{ ErrorEquals: ['Bad'], MaxAttempts: 1 }] }, task())
    const ended = await run(machine, [1], { responses: { I: [{ error: 'Bad' }, { output: 'ok' }] } })
    expect(ended.output).toEqual(['ok'])
    expect(timesOf(ended, 'MapStateStarted')).toEqual([0, 1])
  })
})

describe('a distributed Map', () => {
  const processor = { ...distributed, StartAt: 'I', States: { I: { Type: 'Pass', End: true } } }

  test('keeps its iterations out of the history', async () => {
    const ended = await run(map({ ItemProcessor: processor }), [1, 2])
    expect(ended.output).toEqual([1, 2])
    expect(ended.history.map(({ type }) => type).slice(2, -2)).toEqual([
      'MapStateStarted',
      'MapRunStarted',
      'MapRunSucceeded',
      'MapStateSucceeded',
    ])
  })

  test('fails by the threshold, and its iterations see no outer variables', async () => {
    const States = { I: { Type: 'Pass', Parameters: { 'v.$': '$outer' }, End: true } }
    const machine = {
      StartAt: 'Init',
      States: {
        Init: { Type: 'Pass', Assign: { outer: 1 }, Next: 'M' },
        M: { Type: 'Map', ItemProcessor: { ...processor, States }, End: true },
      },
    }
    const ended = await run(machine, [1])
    expect(ended.error).toBe('States.ExceedToleratedFailureThreshold')
    expect(ended.history.map(({ type }) => type)).toContain('MapRunFailed')
  })
})
