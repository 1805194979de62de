import { describe, expect, test } from 'vitest'
import { runCloud } from './cloud.fixture.ts'

const asked = { id: 'a', pattern: { source: ['shop.orders'] }, event: { source: 'shop.orders' } }

describe('cloud events match', () => {
  test('one case is answered by one answer', async () => {
    expect(await runCloud(['events', 'match', '-'], JSON.stringify(asked))).toEqual({
      json: { id: 'a', match: true },
    })
  })

  test('a list is answered by a list, with --json as without', async () => {
    const input = JSON.stringify([asked, { ...asked, event: {} }])
    const answers = [
      { id: 'a', match: true },
      { id: 'a', match: false },
    ]
    expect((await runCloud(['events', 'match', '-'], input)).json).toEqual(answers)
    expect((await runCloud(['events', 'match', '-', '--json'], input)).json).toEqual(answers)
  })

  test('an invalid pattern is an answer, not a failure of the command', async () => {
    const { json, refusal } = await runCloud(['events', 'match', '-'], '{"pattern":{"a":[]},"event":{}}')
    expect(json).toEqual({ invalid: expect.stringContaining('empty list') })
    expect(refusal).toBe(undefined)
  })

  test('text that is no JSON and a file that is not there are refused', async () => {
    expect((await runCloud(['events', 'match', '-'], '{')).refusal?.code).toBe('json-malformed')
    expect((await runCloud(['events', 'match', '/no/such/file'])).refusal?.code).toBe('file-unreadable')
  })
})
