import { describe, expect, test } from 'vitest'
import { checkResponse, isComplete, type ResponseFrame } from './check-response.ts'
import type { Response } from './types.ts'

const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))
const single: ResponseFrame = { kind: 'multiple-choice', options }
const several: ResponseFrame = { kind: 'multiple-response', select: 2, options }
const ordering: ResponseFrame = { kind: 'ordering', select: 3, options }
const matching: ResponseFrame = { kind: 'matching', options, prompts: [{ id: 'p' }, { id: 'q' }] }

describe('checkResponse', () => {
  test.each<[string, ResponseFrame, Response]>([
    ['one option of a multiple-choice item', single, { selected: ['c'] }],
    ['no option at all', single, { selected: [] }],
    ['fewer options than asked', several, { selected: ['e'] }],
    ['as many options as asked', several, { selected: ['e', 'a'] }],
    ['a partial order', ordering, { ordered: ['d', 'a'] }],
    ['one option for two prompts', matching, { matched: { p: 'a', q: 'a' } }],
    ['some prompts only', matching, { matched: { q: 'b' } }],
  ])('takes %s as it is', (_, frame, response) => {
    expect(checkResponse(frame, response)).toEqual({ ok: true, value: response })
  })

  test.each<[string, ResponseFrame, Response, string, string | undefined]>([
    ['an order for a multiple-choice item', single, { ordered: ['a'] }, 'wrong-shape', undefined],
    ['a selection for an ordering item', ordering, { selected: ['a'] }, 'wrong-shape', undefined],
    ['a selection for a matching item', matching, { selected: ['a'] }, 'wrong-shape', undefined],
    ['pairs for a multiple-response item', several, { matched: { p: 'a' } }, 'wrong-shape', undefined],
    ['an option of another item', several, { selected: ['a', 'z'] }, 'not-an-option', 'z'],
    ['an option twice', several, { selected: ['a', 'a'] }, 'given-twice', 'a'],
    ['an option twice in an order', ordering, { ordered: ['a', 'b', 'a'] }, 'given-twice', 'a'],
    ['two options where one is asked', single, { selected: ['a', 'b'] }, 'too-many', undefined],
    ['three options where two are asked', several, { selected: ['a', 'b', 'c'] }, 'too-many', undefined],
    ['a prompt of another item', matching, { matched: { z: 'a' } }, 'not-a-prompt', 'z'],
    ['a pair with a foreign option', matching, { matched: { p: 'z' } }, 'not-an-option', 'z'],
    [
      'a prompt named like a built-in',
      matching,
      { matched: { constructor: 'a' } },
      'not-a-prompt',
      'constructor',
    ],
  ])('refuses %s', (_, frame, response, reason, id) => {
    const checked = checkResponse(frame, response)
    expect(checked).toEqual({ ok: false, error: { code: 'response-invalid', reason, ...(id ? { id } : {}) } })
  })

  test('drops what does not belong to the response', () => {
    const smuggled = { selected: ['a'], ordered: ['b'], note: 'x' } as Response
    expect(checkResponse(single, smuggled)).toEqual({ ok: true, value: { selected: ['a'] } })
  })

  test('asks an ordering item without select for all its options', () => {
    const all: ResponseFrame = { kind: 'ordering', options: options.slice(0, 3) }
    expect(checkResponse(all, { ordered: ['c', 'a', 'b'] }).ok).toBe(true)
    expect(isComplete(all, { ordered: ['c', 'a'] })).toBe(false)
  })
})

describe('isComplete', () => {
  test.each<[string, ResponseFrame, Response | null, boolean]>([
    ['no response', single, null, false],
    ['an empty selection', single, { selected: [] }, false],
    ['one option where one is asked', single, { selected: ['a'] }, true],
    ['one option where two are asked', several, { selected: ['a'] }, false],
    ['two options where two are asked', several, { selected: ['a', 'b'] }, true],
    ['two places of three', ordering, { ordered: ['a', 'b'] }, false],
    ['three places of three', ordering, { ordered: ['a', 'b', 'c'] }, true],
    ['one prompt of two', matching, { matched: { p: 'a' } }, false],
    ['both prompts', matching, { matched: { p: 'a', q: 'b' } }, true],
  ])('judges %s', (_, frame, response, complete) => {
    expect(isComplete(frame, response)).toBe(complete)
  })
})
