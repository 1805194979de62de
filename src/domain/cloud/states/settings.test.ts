import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { durationOf, jsonataMachine, run, runState, task } from './machine.fixture.ts'

const wait = (fields: JsonObject): JsonObject => ({ Type: 'Wait', End: true, ...fields })

describe('a number at a path', () => {
  test.each<[Json, number]>([
    [0, 0],
    [3, 3],
    ['3', 3],
  ])('%j waits %i seconds', async (s, seconds) => {
    expect(durationOf(await runState(wait({ SecondsPath: '$.s' }), { s }))).toBe(seconds)
  })

  test.each<Json>([-1, 1.5, '1.5', 'three', '', true, null, [3], {}])(
    '%j ends the execution, and nothing catches that',
    async (s) => {
      const { status, error, cause } = await runState(wait({ SecondsPath: '$.s' }), { s })
      expect({ status, error }).toEqual({ status: 'FAILED', error: 'States.Runtime' })
      expect(cause).toContain(`Seconds must be a whole number, at least 0, but was ${JSON.stringify(s)}.`)
    },
  )

  test('may stand in a variable or the context object', async () => {
    const machine = (SecondsPath: string): JsonObject => ({
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { pause: { long: 7 } }, Next: 'W' },
        W: wait({ SecondsPath }),
      },
    })
    expect(durationOf(await run(machine('$pause.long')))).toBe(7)
    expect(durationOf(await run(machine('$$.Execution.Input.s'), { s: 2 }))).toBe(2)
    expect((await run(machine('$pause.short'))).error).toBe('States.Runtime')
  })
})

describe('a number from an expression', () => {
  const waitOf = (Seconds: Json, input: Json = {}) => run(jsonataMachine(wait({ Seconds })), input)

  test('is one, not a text of digits', async () => {
    expect(durationOf(await waitOf('{% $states.input.s * 2 %}', { s: 4 }))).toBe(8)
    expect(durationOf(await waitOf(5))).toBe(5)
    expect((await waitOf("{% '5' %}")).error).toBe('States.QueryEvaluationError')
  })

  test('that is out of range can be caught where a state has Catch', async () => {
    const machine = {
      QueryLanguage: 'JSONata',
      StartAt: 'S',
      States: {
        S: task({
          TimeoutSeconds: '{% $states.input.t %}',
          Next: 'Done',
          Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Output: 'caught', Next: 'Done' }],
        }),
        Done: { Type: 'Succeed' },
      },
    }
    expect((await run(machine, { t: 0 })).output).toBe('caught')
    expect((await run(machine, { t: 1 })).output).toEqual({ t: 1 })
  })
})

describe('a percentage', () => {
  const failing = {
    StartAt: 'F',
    States: { F: { Type: 'Fail', Error: 'E' } },
  }

  test.each<[Json, string]>([
    [100, 'SUCCEEDED'],
    ['100', 'SUCCEEDED'],
    [99.5, 'FAILED'],
    [101, 'FAILED'],
    [-1, 'FAILED'],
  ])('of %j: %s', async (p, status) => {
    const map = {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: failing,
      ToleratedFailurePercentagePath: '$.p',
      End: true,
    }
    expect((await runState(map, { items: [1, 2], p })).status).toBe(status)
  })
})

describe('a text', () => {
  test('at a path must be one', async () => {
    const state = { Type: 'Wait', TimestampPath: '$.t', End: true }
    expect(durationOf(await runState(state, { t: '2026-01-01T00:00:09Z' }))).toBe(9)
    expect((await runState(state, { t: 9 })).cause).toContain('Timestamp must be a text, but was 9.')
  })
})
