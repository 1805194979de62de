import { describe, expect, test } from 'vitest'
import { runCloud } from './cloud.fixture.ts'

const definition = { StartAt: 'A', States: { A: { Type: 'Wait', Seconds: 5, End: true } } }
const run = (input: unknown, ...words: string[]) =>
  runCloud(['states', 'run', '-', ...words], JSON.stringify(input))

describe('cloud states run', () => {
  test('one case is answered by one answer, with its history', async () => {
    const { json, refusal } = await run({ id: 'a', definition, input: { x: 1 } })
    expect(json).toMatchObject({ id: 'a', status: 'SUCCEEDED', output: { x: 1 } })
    expect((json as { history: readonly unknown[] }).history.at(-1)).toMatchObject({
      at: 5,
      type: 'ExecutionSucceeded',
    })
    expect(refusal).toBe(undefined)
  })

  test('a list is answered by a list, with --json as without', async () => {
    const answers = [{ status: 'SUCCEEDED' }, { status: 'SUCCEEDED' }]
    expect((await run([{ definition }, { definition }])).json).toMatchObject(answers)
    expect((await run([{ definition }, { definition }], '--json')).json).toMatchObject(answers)
  })

  test('a definition that cannot run is refused with its reason', async () => {
    const { json, refusal } = await run({ definition: {} })
    expect(json).toEqual({ invalid: expect.stringContaining('/States') })
    expect(refusal?.code).toBe('cloud-case-invalid')
  })
})
