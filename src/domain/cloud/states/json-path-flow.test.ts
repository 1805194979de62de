import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { machineOf, outputOf, run, runState, task } from './machine.fixture.ts'

const pass = (fields: JsonObject): JsonObject => ({ Type: 'Pass', End: true, ...fields })
const order = { id: 7, customer: { name: 'Ada' }, lines: [{ sku: 'a' }, { sku: 'b' }] }

describe('input and output of a Pass', () => {
  test.each<[string, JsonObject, Json]>([
    ['nothing asked', {}, order],
    ['a result', { Result: { x: 1 } }, { x: 1 }],
    ['a result of null', { Result: null }, null],
    ['a result of false', { Result: false }, false],
    ['InputPath', { InputPath: '$.customer' }, { name: 'Ada' }],
    ['InputPath null', { InputPath: null }, {}],
    ['OutputPath', { OutputPath: '$.lines[*].sku' }, ['a', 'b']],
    ['OutputPath null', { OutputPath: null }, {}],
    ['ResultPath', { Result: 1, ResultPath: '$.r' }, { ...order, r: 1 }],
    ['ResultPath null', { Result: 1, ResultPath: null }, order],
    [
      'ResultPath into an object',
      { Result: 1, ResultPath: '$.customer.level' },
      { ...order, customer: { name: 'Ada', level: 1 } },
    ],
    [
      'InputPath with ResultPath',
      { InputPath: '$.customer', ResultPath: '$.c' },
      { ...order, c: { name: 'Ada' } },
    ],
    [
      'all of them',
      {
        InputPath: '$.customer',
        Parameters: { 'n.$': '$.name', k: 1 },
        ResultPath: '$.r',
        OutputPath: '$.r',
      },
      { n: 'Ada', k: 1 },
    ],
    ['the context object', { InputPath: '$$.Execution.Input.id' }, 7],
  ])('%s', async (_, fields, output) => {
    expect(await outputOf(pass(fields), order)).toEqual(output)
  })

  test.each<[string, JsonObject, string]>([
    ['InputPath', { InputPath: '$.nothing' }, 'States.Runtime'],
    ['OutputPath', { OutputPath: '$.nothing' }, 'States.Runtime'],
    ['Parameters', { Parameters: { 'x.$': '$.nothing' } }, 'States.Runtime'],
    [
      'an intrinsic function',
      { Parameters: { 'x.$': 'States.ArrayLength($.id)' } },
      'States.IntrinsicFailure',
    ],
    ['ResultPath', { Result: 1, ResultPath: '$.id.x' }, 'States.ResultPathMatchFailure'],
    ['an unknown variable', { Parameters: { 'x.$': '$nobody' } }, 'States.Runtime'],
  ])('%s that fits nothing fails', async (_, fields, error) => {
    const ended = await runState(pass(fields), order)
    expect(ended).toMatchObject({ status: 'FAILED', error, output: null })
    expect(ended.cause).toMatch(/^State 'S' \(entered at event 2\): /)
  })

  test('whatever is placed is found, and the rest of the input stays', async () => {
    const property = fc.asyncProperty(
      fc.dictionary(fc.constantFrom('a', 'b'), fc.integer()),
      fc.jsonValue(),
      async (input, value) => {
        const output = await outputOf(pass({ Result: value as Json, ResultPath: '$.placed' }), input)
        expect(output).toEqual({ ...input, placed: value })
      },
    )
    await fc.assert(property, { numRuns: 30 })
  })
})

describe('templates', () => {
  test('members that end in .$ are dynamic, at any depth, all others are plain', async () => {
    const template = {
      plain: '$.id',
      'path.$': '$.id',
      'call.$': "States.Format('{}!', $.customer.name)",
      'context.$': '$$.State.Name',
      deep: { list: [{ 'sku.$': '$.lines[0].sku' }, '$.id'] },
    }
    expect(await outputOf(pass({ Parameters: template }), order)).toEqual({
      plain: '$.id',
      path: 7,
      call: 'Ada!',
      context: 'S',
      deep: { list: [{ sku: 'a' }, '$.id'] },
    })
  })

  test('Result is no template', async () => {
    expect(await outputOf(pass({ Result: { 'x.$': '$.id' } }), order)).toEqual({ 'x.$': '$.id' })
  })
})

describe('the result of a Task', () => {
  const withResult = (fields: JsonObject, result: Json) => runState(task(fields), order, [{ output: result }])

  test('ResultSelector shapes it before ResultPath places it', async () => {
    const fields = {
      ResultSelector: { 'n.$': '$.Payload.length()' },
      ResultPath: '$.out',
      OutputPath: '$.out',
    }
    expect((await withResult(fields, { Payload: [1, 2, 3] })).output).toEqual({ n: 3 })
  })

  test('Parameters make what the Task is given', async () => {
    const { history } = await withResult({ InputPath: '$.customer', Parameters: { 'who.$': '$.name' } }, {})
    expect(history.find(({ type }) => type === 'LambdaFunctionScheduled')).toMatchObject({
      input: { who: 'Ada' },
    })
  })

  test('a path that leads nowhere in Parameters can be caught', async () => {
    const state = task({
      Parameters: { 'x.$': '$.nothing' },
      Next: 'Never',
      Catch: [{ ErrorEquals: ['States.ParameterPathFailure'], ResultPath: '$.problem', Next: 'Caught' }],
    })
    const machine = {
      StartAt: 'S',
      States: { S: state, Never: { Type: 'Fail' }, Caught: pass({ OutputPath: '$.problem.Error' }) },
    }
    expect((await run(machine, order)).output).toBe('States.ParameterPathFailure')
  })
})

describe('variables', () => {
  const chain = (...states: readonly JsonObject[]): JsonObject => ({
    StartAt: 'S0',
    States: Object.fromEntries(
      states.map((state, index) => {
        const { End: _, ...others } = state
        return [`S${index}`, index === states.length - 1 ? state : { ...others, Next: `S${index + 1}` }]
      }),
    ),
  })

  test('a state sees what earlier states assigned', async () => {
    const machine = chain(
      pass({ Assign: { total: 3, 'who.$': '$.customer.name' } }),
      pass({ Parameters: { 'a.$': '$total', 'b.$': '$who' } }),
    )
    expect((await run(machine, order)).output).toEqual({ a: 3, b: 'Ada' })
  })

  test('what a state assigns is not there before the next one', async () => {
    const swap = pass({ Assign: { 'x.$': '$y', 'y.$': '$x' } })
    const machine = chain(
      pass({ Assign: { x: 3, y: 6 } }),
      swap,
      pass({ Parameters: { 'x.$': '$x', 'y.$': '$y' } }),
    )
    expect((await run(machine)).output).toEqual({ x: 6, y: 3 })
  })

  test('a Task assigns from its result, and history shows it', async () => {
    const state = task({ Assign: { 'n.$': '$.Payload' }, ResultPath: null })
    const { history } = await run(machineOf(state), {}, { responses: { S: [{ output: { Payload: 5 } }] } })
    expect(history.find(({ type }) => type === 'TaskStateExited')).toMatchObject({
      assigned: { n: 5 },
      output: {},
    })
  })
})
