import { isJsonList, isJsonObject, type Json } from '../json.ts'

/** Functions that can stay in an evaluated value, since only the service knows their result. */
const symbolicNames = [
  'Ref',
  'Fn::GetAtt',
  'Fn::ImportValue',
  'Fn::Join',
  'Fn::Select',
  'Fn::Split',
  'Fn::Base64',
  'Fn::Cidr',
]

/** True for a value that only the service can know. @example isSymbolic({ Ref: 'Bucket' }) // true */
export function isSymbolic(value: Json): boolean {
  if (!isJsonObject(value)) return false
  const [name, ...others] = Object.keys(value)
  return others.length === 0 && name !== undefined && symbolicNames.includes(name)
}

/** True when a value holds nothing symbolic at any depth. @example isKnown(['a', { Ref: 'B' }]) // false */
export function isKnown(value: Json): boolean {
  if (isJsonList(value)) return value.every(isKnown)
  if (!isJsonObject(value)) return true
  return !isSymbolic(value) && Object.values(value).every(isKnown)
}

/**
 * Joins parts with a delimiter: a text when all parts are known, else a join whose neighbouring texts are merged.
 *
 * @example joinParts('-', ['a', 'b', { Ref: 'C' }]) // { 'Fn::Join': ['', ['a-b-', { Ref: 'C' }]] }
 */
export function joinParts(delimiter: string, parts: readonly Json[]): Json {
  const flat = parts.flatMap((part, index) => (index === 0 || delimiter === '' ? [part] : [delimiter, part]))
  const merged: Json[] = []
  for (const part of flat) {
    const last = merged.at(-1)
    if (isSymbolic(part)) merged.push(part)
    else if (typeof last === 'string') merged[merged.length - 1] = last + String(part)
    else merged.push(String(part))
  }
  if (merged.every((part) => typeof part === 'string')) return merged.join('')
  return { 'Fn::Join': ['', merged.filter((part) => part !== '')] }
}

/** A reference inside an evaluated value. */
export type Reference = { readonly logicalId: string; readonly attribute: string | null }

/**
 * Every reference to a resource in an evaluated value.
 *
 * @example referencesIn({ A: { 'Fn::GetAtt': ['Role', 'Arn'] } }) // [{ logicalId: 'Role', attribute: 'Arn' }]
 */
export function referencesIn(value: Json): readonly Reference[] {
  if (isJsonList(value)) return value.flatMap(referencesIn)
  if (!isJsonObject(value)) return []
  if (isSymbolic(value)) {
    const { Ref: ref, 'Fn::GetAtt': attribute } = value
    if (typeof ref === 'string') return [{ logicalId: ref, attribute: null }]
    if (isJsonList(attribute)) return [{ logicalId: String(attribute[0]), attribute: String(attribute[1]) }]
  }
  return Object.values(value).flatMap(referencesIn)
}
