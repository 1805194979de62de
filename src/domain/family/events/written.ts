import type { Json } from '../../cloud/json.ts'

/** JSON on one line with spaces, as people write it. @example spaced({ a: ['b', 'c'] }) // '{ "a": ["b", "c"] }' */
export function spaced(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((one) => spaced(one as Json)).join(', ')}]`
  const members = Object.entries(value).map(([name, one]) => `"${name}": ${spaced(one as Json)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** A value as code in running text. @example code(null) // '`null`' */
export const code = (value: Json): string => `\`${spaced(value)}\``

/** A name of a field or attribute in running text. @example word('state') // '`state`' */
export const word = (field: string): string => `\`${field}\``
