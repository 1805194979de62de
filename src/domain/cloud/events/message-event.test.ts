import { describe, expect, test } from 'vitest'
import { messageEvent } from './message-event.ts'

const attributes = (attribute: unknown) => messageEvent({ attributes: { a: attribute } }, 'MessageAttributes')

describe('attributes of a message', () => {
  test.each([
    [{ DataType: 'String', StringValue: '5' }, { a: '5' }],
    [{ DataType: 'Number', StringValue: '5.50' }, { a: 5.5 }],
    [{ DataType: 'Number', StringValue: '-1e3' }, { a: -1000 }],
    [{ DataType: 'String.Array', StringValue: '["x", 1, true, null]' }, { a: ['x', 1, true, null] }],
    [{ DataType: 'Binary', BinaryValue: 'AAAA' }, {}],
    [{ Type: 'String', Value: 'x' }, { a: 'x' }],
  ])('%j is seen as %j', (attribute, event) => {
    expect(attributes(attribute)).toEqual({ ok: true, value: event })
  })

  test.each([
    ['text', /must be an object/],
    [{ StringValue: 'x' }, /needs a DataType/],
    [{ DataType: 'Text', StringValue: 'x' }, /needs a DataType/],
    [{ DataType: 'Number', StringValue: 'five' }, /no StringValue that is a Number/],
    [{ DataType: 'Number', StringValue: '"5"' }, /no StringValue that is a Number/],
    [{ DataType: 'String' }, /no StringValue that is a String/],
    [{ DataType: 'String.Array', StringValue: '{"a":1}' }, /no StringValue that is a String.Array/],
    [{ DataType: 'String.Array', StringValue: '[{"a":1}]' }, /no StringValue that is a String.Array/],
    [{ DataType: 'String.Array', StringValue: 'x' }, /no StringValue that is a String.Array/],
  ])('%j is malformed', (attribute, text) => {
    expect(attributes(attribute)).toEqual({
      ok: false,
      error: { code: 'message-malformed', text: expect.stringMatching(text) },
    })
  })

  test('a message may have no attributes, but not something else in their place', () => {
    expect(messageEvent({}, 'MessageAttributes')).toEqual({ ok: true, value: {} })
    expect(messageEvent({ attributes: [] }, 'MessageAttributes')).toMatchObject({ ok: false })
  })
})

describe('the body of a message', () => {
  test('a JSON object is seen as it is, given as a value or as text', () => {
    expect(messageEvent({ body: { a: [1] } }, 'MessageBody')).toEqual({ ok: true, value: { a: [1] } })
    expect(messageEvent({ body: '{"a":[1]}' }, 'MessageBody')).toEqual({ ok: true, value: { a: [1] } })
  })

  test.each([undefined, 'plain text', '[1]', '3', ['x'], 3, null])('%j holds nothing to match', (body) => {
    expect(messageEvent({ body }, 'MessageBody')).toEqual({ ok: true, value: null })
  })
})
