import { isJsonObject, type Json, type JsonObject } from '../../../domain/cloud/json.ts'
import { readJson } from '../extract/read-json.ts'
import { Refused } from '../refused.ts'

const base64url = (text: string): string => Buffer.from(text).toString('base64url')

/** Writes and signs a compact JWS. */
export async function signCompact(
  header: JsonObject,
  payload: JsonObject,
  sign: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<string> {
  const content = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(payload))}`
  const signature = await sign(Buffer.from(content))
  return `${content}.${Buffer.from(signature).toString('base64url')}`
}

/** A compact JWS, taken apart. Nothing in it is trusted yet. */
export type Compact = {
  readonly header: JsonObject
  readonly payload: JsonObject
  /** The bytes that were signed. */
  readonly content: Uint8Array
  readonly signature: Uint8Array
}

/** Three parts in base64url. @example looksCompact('a.b.c') // true */
export const looksCompact = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)

function readPart(part: string): JsonObject {
  const bytes = Buffer.from(part, 'base64url')
  const value: Json = readJson(bytes)
  if (!isJsonObject(value)) throw new Refused('json-invalid', { part: 'token' })
  return value
}

/** Takes a compact JWS apart. Throws `Refused` where a part is no JSON object. */
export function readCompact(text: string): Compact {
  const [header = '', payload = '', signature = ''] = text.split('.')
  return {
    header: readPart(header),
    payload: readPart(payload),
    content: Buffer.from(`${header}.${payload}`),
    signature: Buffer.from(signature, 'base64url'),
  }
}
