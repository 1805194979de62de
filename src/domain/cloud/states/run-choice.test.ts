import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { run } from './machine.fixture.ts'

const choice = (rules: readonly JsonObject[], fields: JsonObject = {}): JsonObject => ({
  StartAt: 'C',
  States: {
    C: { Type: 'Choice', Choices: rules.map((rule) => ({ ...rule, Next: 'Yes' })), Default: 'No', ...fields },
    Yes: { Type: 'Pass', Result: true, End: true },
    No: { Type: 'Pass', Result: false, End: true },
  },
})

const holds = async (rule: JsonObject, input: Json): Promise<Json> =>
  (await run(choice([rule]), input)).output

const above = (Variable: string, NumericGreaterThan: number): JsonObject => ({ Variable, NumericGreaterThan })

describe('rules with JSONPath', () => {
  test('the first rule that holds is followed, and the default when none does', async () => {
    const machine = choice([above('$.n', 5)])
    expect((await run(machine, { n: 6 })).output).toBe(true)
    expect((await run(machine, { n: 5 })).output).toBe(false)
    expect((await run(machine, { n: 'six' })).output).toBe(false)
  })

  test('the operand may stand at a path, in the context object too', async () => {
    expect(await holds({ Variable: '$.a', NumericEqualsPath: '$.b' }, { a: 1, b: 1 })).toBe(true)
    expect(await holds({ Variable: '$.a', StringEqualsPath: '$$.State.Name' }, { a: 'C' })).toBe(true)
    expect(await holds({ Variable: '$$.Execution.Input.a', IsNumeric: true }, { a: 1 })).toBe(true)
  })

  test('And, Or and Not nest', async () => {
    const rule = {
      And: [above('$.n', 1), { Or: [above('$.n', 9), { Not: { Variable: '$.s', IsNull: true } }] }],
    }
    expect(await holds(rule, { n: 5, s: null })).toBe(false)
    expect(await holds(rule, { n: 5, s: 'x' })).toBe(true)
    expect(await holds(rule, { n: 10, s: null })).toBe(true)
    expect(await holds(rule, { n: 0, s: 'x' })).toBe(false)
  })

  test('IsPresent may ask for what is not there, every other operator fails on it', async () => {
    expect(await holds({ Variable: '$.x', IsPresent: true }, {})).toBe(false)
    expect(await holds({ Variable: '$.x', IsPresent: false }, {})).toBe(true)
    expect(await holds({ Variable: '$.x', IsPresent: true }, { x: null })).toBe(true)
    const { status, error, cause } = await run(choice([{ Variable: '$.x', IsNull: true }]), {})
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'States.Runtime' })
    expect(cause).toMatch(/State 'C' .*'\$\.x'/)
    expect((await run(choice([{ Variable: '$.a', NumericEqualsPath: '$.x' }]), { a: 1 })).error).toBe(
      'States.Runtime',
    )
  })

  test('guards before it in an And keep a comparison from failing', async () => {
    const guarded = { And: [{ Variable: '$.x', IsPresent: true }, above('$.x', 1)] }
    expect(await holds(guarded, {})).toBe(false)
    expect(await holds(guarded, { x: 2 })).toBe(true)
  })

  test('without a default an unmatched input fails', async () => {
    const { Default: _, ...state } = (choice([above('$.n', 5)]).States as JsonObject).C as JsonObject
    const machine = choice([above('$.n', 5)])
    const ended = await run({ ...machine, States: { ...(machine.States as JsonObject), C: state } }, { n: 1 })
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' })
  })

  test('InputPath narrows what conditions see, and OutputPath what goes on', async () => {
    const machine = choice([above('$.n', 5)], { InputPath: '$.in', OutputPath: '$.n' })
    const ended = await run(machine, { in: { n: 6 } })
    expect(ended.history.find(({ type }) => type === 'PassStateEntered')).toMatchObject({
      state: 'Yes',
      input: 6,
    })
  })

  test('negation and De Morgan hold for any numbers', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      async (a, b) => {
        const input = { a, b }
        const [left, right] = [above('$.a', 1), above('$.b', 1)]
        expect(await holds({ Not: { Not: left } }, input)).toBe(await holds(left, input))
        expect(await holds({ Not: { And: [left, right] } }, input)).toBe(
          await holds({ Or: [{ Not: left }, { Not: right }] }, input),
        )
      },
    )
    await fc.assert(property, { numRuns: 20 })
  })
})

describe('rules with JSONata', () => {
  const machine = (fields: JsonObject): JsonObject => ({
    QueryLanguage: 'JSONata',
    StartAt: 'C',
    States: {
      C: { Type: 'Choice', Default: 'No', ...fields },
      Yes: { Type: 'Pass', Output: "{% ['yes', $states.input, $exists($v) ? $v : null] %}", End: true },
      No: { Type: 'Pass', Output: "{% ['no', $states.input, $exists($v) ? $v : null] %}", End: true },
    },
  })
  const rule = { Condition: '{% $states.input.n > 5 %}', Next: 'Yes' }

  test('a rule brings its own output and variables, the default those of the state', async () => {
    const both = machine({
      Choices: [{ ...rule, Output: '{% $states.input.n * 2 %}', Assign: { v: 'rule' } }],
      Output: 'state',
      Assign: { v: 'default' },
    })
    expect((await run(both, { n: 6 })).output).toEqual(['yes', 12, 'rule'])
    expect((await run(both, { n: 5 })).output).toEqual(['no', 'state', 'default'])
  })

  test('a condition may be plain, and must be true or false', async () => {
    expect((await run(machine({ Choices: [{ Condition: true, Next: 'Yes' }] }))).output).toEqual([
      'yes',
      {},
      null,
    ])
    const ended = await run(machine({ Choices: [{ ...rule, Condition: '{% 1 %}' }] }))
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' })
  })
})
