import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { task } from './machine.fixture.ts'
import { readResponses } from './task-responses.ts'

const inner = (name: string): JsonObject => ({ StartAt: name, States: { [name]: task() } })
const definition: JsonObject = {
  States: {
    A: task(),
    P: { Type: 'Parallel', Branches: [inner('B')] },
    M: { Type: 'Map', ItemProcessor: inner('C') },
    N: { Type: 'Map', Iterator: inner('D') },
    Q: { Type: 'Pass' },
  },
}
const faultsOf = (responses: Json): readonly string[] => readResponses(responses, definition).faults

describe('readResponses', () => {
  test('one outcome stands for a list of one', () => {
    const { responses, faults } = readResponses(
      { A: { output: 1 }, B: [{ error: 'E', cause: 'c', seconds: 2 }] },
      definition,
    )
    expect(faults).toEqual([])
    expect(responses).toEqual({ A: [{ output: 1 }], B: [{ error: 'E', cause: 'c', seconds: 2 }] })
  })

  test('Tasks inside branches and iterations may respond, other states may not', () => {
    const answer = { output: null }
    expect(faultsOf({ A: answer, B: answer, C: answer, D: answer })).toEqual([])
    expect(faultsOf({ Q: answer, X: answer })).toEqual([
      'responses/Q: the definition has no Task of this name',
      'responses/X: the definition has no Task of this name',
    ])
  })

  test.each<[Json, RegExp]>([
    [{ A: [] }, /at least one outcome/],
    [{ A: ['done'] }, /A\[0\]: must be an object/],
    [{ A: {} }, /either "output" or "error"/],
    [{ A: { output: 1, error: 'E' } }, /either "output" or "error"/],
    [{ A: { error: 1 } }, /must be texts/],
    [{ A: { error: 'E', cause: {} } }, /must be texts/],
    [{ A: { output: 1, seconds: -1 } }, /must be numbers/],
    [{ A: { output: 1, heartbeatSeconds: '5' } }, /must be numbers/],
    [{ A: { output: 1, delay: 5 } }, /"delay" is no member/],
    ['none', /must be an object/],
  ])('%j is refused', (responses, fault) => {
    expect(faultsOf(responses)).toEqual([expect.stringMatching(fault)])
  })

  test('no responses are none', () => {
    expect(readResponses(undefined, definition)).toEqual({ responses: {}, faults: [] })
  })
})
