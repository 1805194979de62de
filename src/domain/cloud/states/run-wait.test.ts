import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { durationOf, jsonataMachine, run, runState } from './machine.fixture.ts'

const wait = (fields: JsonObject): JsonObject => ({ Type: 'Wait', End: true, ...fields })
const later = { at: '2026-01-01T00:01:30Z', seconds: 12 }

describe('runWait', () => {
  test.each([
    [{ Seconds: 10 }, 10],
    [{ Seconds: 0 }, 0],
    [{ SecondsPath: '$.seconds' }, 12],
    [{ Timestamp: '2026-01-01T01:00:00+00:30' }, 1800],
    [{ TimestampPath: '$.at' }, 90],
    [{ Timestamp: '2020-01-01T00:00:00Z' }, 0],
  ])('%j takes %d seconds', async (fields, seconds) => {
    const ended = await runState(wait(fields), later)
    expect(ended.output).toEqual(later)
    expect(durationOf(ended)).toBe(seconds)
  })

  test('a timestamp counts from the start of the execution', async () => {
    const ended = await run({ StartAt: 'S', States: { S: wait({ TimestampPath: '$.at' }) } }, later, {
      startTime: Date.UTC(2026, 0, 1, 0, 1),
    })
    expect(durationOf(ended)).toBe(30)
  })

  test.each([
    [{ SecondsPath: '$.x' }, { x: -1 }],
    [{ SecondsPath: '$.x' }, { x: 1.5 }],
    [{ SecondsPath: '$.x' }, {}],
    [{ SecondsPath: '$.x' }, { x: 100_000_000 }],
    [{ TimestampPath: '$.x' }, { x: '2026-01-01 00:00:00Z' }],
    [{ TimestampPath: '$.x' }, { x: 5 }],
  ])('%j with %j fails', async (fields, input) => {
    expect(await runState(wait(fields), input)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
  })

  test('with JSONata either may be an expression', async () => {
    expect(
      durationOf(await run(jsonataMachine(wait({ Seconds: '{% $states.input.seconds * 2 %}' })), later)),
    ).toBe(24)
    expect(durationOf(await run(jsonataMachine(wait({ Timestamp: '{% $states.input.at %}' })), later))).toBe(
      90,
    )
    const broken = await run(jsonataMachine(wait({ Timestamp: '{% "soon" %}' })), later)
    expect(broken.error).toBe('States.QueryEvaluationError')
  })
})
