import type { Json, JsonObject } from '../../cloud/json.ts'
import { attributeOf, type Edit, type Message } from './scenario.ts'

/** Attributes by name, as plain values. */
export type Fields = Readonly<Record<string, Json>>
/** The words of a change, its policy, and what else it does. */
export type Row = readonly [words: string, policy: JsonObject, more?: Partial<Edit>]

/** Changes from their rows. */
export const editsOf = (rows: readonly Row[]): readonly Edit[] =>
  rows.map(([words, policy, more], index) => ({ id: `edit-${index}`, words, policy, ...more }))

/** A message with attributes and an empty document. */
export const tagged = (fields: Fields, wanted: boolean): Message => ({
  attributes: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, attributeOf(value)])),
  body: {},
  wanted,
})
/** A message with a document and no attributes. */
export const inBody = (body: JsonObject, wanted: boolean): Message => ({ attributes: {}, body, wanted })
