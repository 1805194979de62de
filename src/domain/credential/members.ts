import { isJsonObject, type Json, type JsonObject } from '../cloud/json.ts'

/** A member as a list: nothing is empty, one value is a list of one. @example listOf('a') // ['a'] */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value as Json]
}

/** The identifier of an object, or text that is one itself; null for anything else. @example idOf({ id: 'urn:a' }) // 'urn:a' */
export function idOf(value: Json | undefined): string | null {
  const id = isJsonObject(value) ? value.id : value
  return typeof id === 'string' ? id : null
}

/** The issuer's identifier of a credential; null where it has none. @example issuerIdOf({ issuer: 'did:key:z6Mk' }) // 'did:key:z6Mk' */
export const issuerIdOf = (credential: JsonObject): string | null => idOf(credential.issuer)

/** True where an object names the type. @example hasType({ type: ['A', 'B'] }, 'B') // true */
export const hasType = (object: JsonObject, type: string): boolean => listOf(object.type).includes(type)
