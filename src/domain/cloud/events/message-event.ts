import { fail, ok, type Result } from '../../kernel/result.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { FilterScope } from './filter-policy.ts'

/** A message as it is published: a body, and attributes in the spelling of the API or of a delivered message. */
export type Message = { readonly body?: unknown; readonly attributes?: unknown }

/** Why a message cannot be published as it stands. */
export type MessageMalformed = { readonly code: 'message-malformed'; readonly text: string }

/** A text that parses, or undefined. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Read = (text: string) => Json | undefined

const readNumber: Read = (text) => {
  const value = parse(text)
  return typeof value === 'number' ? value : undefined
}

const readArray: Read = (text) => {
  const value = parse(text)
  const flat = Array.isArray(value) && value.every((member) => typeof member !== 'object' || member === null)
  return flat ? (value as readonly Json[]) : undefined
}

/** What filtering sees of an attribute, by its data type; a binary attribute is never compared. */
const readers: Readonly<Record<string, Read>> = {
  String: (text) => text,
  'String.Array': readArray,
  Number: readNumber,
}

function readAttribute(name: string, attribute: unknown): Json | undefined | MessageMalformed {
  const malformed = (text: string): MessageMalformed => ({
    code: 'message-malformed',
    text: `attribute "${name}" ${text}`,
  })
  if (!isJsonObject(attribute)) return malformed('must be an object with DataType and StringValue')
  const type = attribute.DataType ?? attribute.Type
  const text = attribute.StringValue ?? attribute.Value
  if (type === 'Binary') return undefined
  const read = typeof type === 'string' ? readers[type] : undefined
  if (read === undefined) return malformed('needs a DataType: String, String.Array, Number or Binary')
  const value = typeof text === 'string' ? read(text) : undefined
  return value === undefined ? malformed(`has no StringValue that is a ${String(type)}`) : value
}

const isMalformed = (value: unknown): value is MessageMalformed =>
  isJsonObject(value) && value.code === 'message-malformed'

function attributesEvent(attributes: unknown): Result<JsonObject, MessageMalformed> {
  if (attributes === undefined) return ok({})
  if (!isJsonObject(attributes))
    return fail({ code: 'message-malformed', text: '"attributes" must be an object of attributes by name' })
  const event: Record<string, Json> = {}
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = readAttribute(name, attribute)
    if (isMalformed(value)) return fail(value)
    if (value !== undefined) event[name] = value
  }
  return ok(event)
}

/**
 * What a filter policy of a scope looks at in a message: the attributes by name with their typed values, or the fields of a
 * body that is a JSON object. Null stands for a body that no policy can match.
 *
 * @see Amazon SNS developer guide, Amazon SNS message attributes; Amazon SNS subscription filter policy scope
 * @example messageEvent({ body: '{"a":1}' }, 'MessageBody') // { ok: true, value: { a: 1 } }
 */
export function messageEvent(
  message: Message,
  scope: FilterScope,
): Result<JsonObject | null, MessageMalformed> {
  if (scope === 'MessageAttributes') return attributesEvent(message.attributes)
  const body = typeof message.body === 'string' ? parse(message.body) : message.body
  return ok(isJsonObject(body) ? body : null)
}
