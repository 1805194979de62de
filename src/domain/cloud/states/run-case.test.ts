import { describe, expect, test } from 'vitest'
import { machineOf, task } from './machine.fixture.ts'
import { runCase } from './run-case.ts'

const definition = machineOf(task())

describe('runCase', () => {
  test('an input may be left out, and null is one', async () => {
    expect(await runCase({ definition })).toMatchObject({ ok: true, value: { output: {} } })
    expect(await runCase({ definition, input: null })).toMatchObject({ ok: true, value: { output: null } })
    expect(await runCase({ definition, input: [1] })).toMatchObject({ ok: true, value: { output: [1] } })
  })

  test('responses, start time and seed reach the execution', async () => {
    const state = {
      Type: 'Pass',
      Parameters: { 'at.$': '$$.Execution.StartTime', 'id.$': 'States.UUID()' },
      End: true,
    }
    const asked = { definition: machineOf(state), startTime: '2026-11-24T09:00:00Z', seed: 7 }
    const first = await runCase(asked)
    expect(first).toMatchObject({ ok: true, value: { output: { at: '2026-11-24T09:00:00.000Z' } } })
    expect(await runCase({ ...asked, seed: '7' })).toEqual(first)
    expect(await runCase({ ...asked, seed: 8 })).not.toEqual(first)
    const answered = await runCase({ definition, responses: { S: { output: 'hi' } } })
    expect(answered).toMatchObject({ ok: true, value: { output: 'hi' } })
  })

  test.each([
    [null, /a case is an object/],
    [{ input: {} }, /a case is an object/],
    [{ definition: {} }, /\/States must be an object/],
    [{ definition: machineOf(task({ Nxt: 'X' })) }, /\/States\/S\/Nxt is no field of a Task/],
    [{ definition, responses: { X: { output: 1 } } }, /responses\/X/],
    [{ definition, startTime: 'noon' }, /"startTime"/],
    [{ definition, startTime: 0 }, /"startTime"/],
    [{ definition, seed: {} }, /"seed"/],
  ])('%j is refused', async (asked, text) => {
    expect(await runCase(asked)).toEqual({
      ok: false,
      error: { code: 'states-case-refused', text: expect.stringMatching(text) },
    })
  })
})
