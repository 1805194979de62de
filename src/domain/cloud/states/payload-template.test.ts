import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import type { Json } from '../json.ts'
import { evaluateText, fillTemplate, type TemplatePlace } from './payload-template.ts'
import { StateError } from './state-error.ts'
import type { Visit } from './types.ts'

const outer = { variables: new Map<string, Json>([['far', 1]]), outer: null }
const scope = { variables: new Map<string, Json>([['near', { n: 2 }]]), outer }

/** Templates look at the scope, the context object and the world's chance only. */
const visit = {
  scope,
  context: { State: { Name: 'S' } },
  world: { random: seededRandom('x').next },
} as unknown as Visit

const place = (data: Json): TemplatePlace => ({ data, visit, missing: 'Missing' })

function failureOf(template: Json, data: Json): StateError {
  try {
    fillTemplate(template, place(data))
  } catch (failure) {
    if (failure instanceof StateError) return failure
    throw failure
  }
  throw new Error('The template was filled.')
}

describe('fillTemplate', () => {
  test('takes values from the data, the context object and the variables of all scopes', () => {
    const template = {
      'data.$': '$.a[0]',
      'all.$': '$.a[*]',
      'whole.$': '$',
      'context.$': '$$.State.Name',
      'near.$': '$near.n',
      'far.$': '$far',
      'call.$': 'States.MathAdd($far, $near.n)',
    }
    expect(fillTemplate(template, place({ a: [5, 6] }))).toEqual({
      data: 5,
      all: [5, 6],
      whole: { a: [5, 6] },
      context: 'S',
      near: 2,
      far: 1,
      call: 3,
    })
  })

  test('a path that can lead to several places gives a list, though it be empty', () => {
    expect(fillTemplate({ 'x.$': '$..nothing' }, place({ a: 1 }))).toEqual({ x: [] })
  })

  test.each<[string, Json, string, RegExp]>([
    ['a path that leads nowhere', { 'x.$': '$.b' }, 'Missing', /'\$\.b' .* 'x\.\$' .*\{"a":1\}/],
    ['one inside a call', { 'x.$': 'States.Array($.b)' }, 'Missing', /'\$\.b'/],
    ['an unknown variable', { 'x.$': '$nobody' }, 'Missing', /'\$nobody'/],
    ['a text that is no path', { 'x.$': '$.' }, 'States.Runtime', /is no path/],
    ['a text that is no call', { 'x.$': 'plain' }, 'States.Runtime', /is no intrinsic function/],
    ['no text at all', { 'x.$': 5 }, 'States.Runtime', /"x\.\$" must be a path/],
    ['a call that fails', { 'x.$': 'States.ArrayLength($.a)' }, 'States.IntrinsicFailure', /must be a list/],
  ])('%s fails', (_, template, error, cause) => {
    const failure = failureOf(template, { a: 1 })
    expect(failure.error).toBe(error)
    expect(failure.cause).toMatch(cause)
  })

  test('without dynamic members a template is what it gives', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const template = JSON.parse(JSON.stringify(value).replaceAll('.$', '')) as Json
        expect(fillTemplate(template, place({}))).toEqual(template)
      }),
    )
  })
})

test('evaluateText reads a path or a call', () => {
  expect(evaluateText('$.a', 'f', place({ a: 1 }))).toBe(1)
  expect(evaluateText("States.Format('{}', $.a)", 'f', place({ a: 1 }))).toBe('1')
})
