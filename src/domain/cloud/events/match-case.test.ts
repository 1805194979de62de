import { describe, expect, test } from 'vitest'
import { matchCase } from './match-case.ts'

const refused = (text: string | RegExp) => ({
  ok: false,
  error: { code: 'event-case-refused', text: expect.stringMatching(text) },
})

describe('matchCase', () => {
  test('a pattern with an event', () => {
    expect(matchCase({ pattern: { a: [1] }, event: { a: 1 } })).toEqual({ ok: true, value: true })
    expect(matchCase({ pattern: { a: [1] }, event: { a: 2 } })).toEqual({ ok: true, value: false })
  })

  test('a policy looks at the attributes unless its scope says otherwise', () => {
    const message = { attributes: { a: { DataType: 'String', StringValue: 'x' } }, body: '{"a":"y"}' }
    const ask = (value: string, scope?: string) =>
      matchCase({ policy: { a: [value] }, ...(scope === undefined ? {} : { scope }), ...message })
    expect(ask('x')).toEqual({ ok: true, value: true })
    expect(ask('y')).toEqual({ ok: true, value: false })
    expect(ask('x', 'MessageAttributes')).toEqual({ ok: true, value: true })
    expect(ask('y', 'MessageBody')).toEqual({ ok: true, value: true })
  })

  test('a missing attribute passes only where it may be absent', () => {
    expect(matchCase({ policy: { a: [{ 'anything-but': 'x' }] } })).toEqual({ ok: true, value: false })
    expect(matchCase({ policy: { a: [{ exists: false }] } })).toEqual({ ok: true, value: true })
  })

  test('a body that is no object matches no policy', () => {
    const ask = (body: unknown) =>
      matchCase({ policy: { a: [{ exists: false }] }, scope: 'MessageBody', body })
    expect(ask('plain')).toEqual({ ok: true, value: false })
    expect(ask('{}')).toEqual({ ok: true, value: true })
  })

  test.each([
    [null, /a case is an object/],
    ['text', /a case is an object/],
    [{}, /a case is an object/],
    [{ pattern: { a: [1] }, policy: { a: [1] } }, /a case is an object/],
    [{ pattern: { a: [] }, event: {} }, /^a: an empty list/],
    [{ pattern: { a: [1] } }, /"event" must be an object/],
    [{ pattern: { a: [1] }, event: ['x'] }, /"event" must be an object/],
    [{ policy: { a: [1] }, scope: 'Body' }, /"scope" must be/],
    [{ policy: { a: 1 } }, /^a: must be a list/],
    [{ policy: { a: [1] }, attributes: { a: 1 } }, /attribute "a"/],
  ])('%j is refused', (asked, text) => {
    expect(matchCase(asked)).toEqual(refused(text))
  })
})
