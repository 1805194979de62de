import { describe, expect, test } from 'vitest'
import { runStates } from './run-states.ts'

const definition = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }

describe('runStates', () => {
  test('answers come in order, with the ids that were given', async () => {
    const answers = await runStates([
      { id: 'one', definition, input: 1 },
      { definition: {} },
      { id: 2, definition },
    ])
    expect(answers).toEqual([
      { id: 'one', status: 'SUCCEEDED', output: 1, history: expect.any(Array) },
      { invalid: expect.stringMatching(/States/) },
      { id: 2, status: 'SUCCEEDED', output: {}, history: expect.any(Array) },
    ])
  })

  test('a failure is an answer with error and cause', async () => {
    const failing = { StartAt: 'A', States: { A: { Type: 'Fail', Error: 'E', Cause: 'C' } } }
    expect(await runStates({ definition: failing })).toMatchObject([
      { status: 'FAILED', output: null, error: 'E', cause: 'C' },
    ])
  })
})
