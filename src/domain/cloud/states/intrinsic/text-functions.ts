import type { Json } from '../../json.ts'
import { hashAlgorithms, hashText } from '../hash/hash.ts'
import { utf8 } from '../hash/padding.ts'
import { intrinsicFailure, takeObject, takeShortText, takeText } from './arguments.ts'

type Arguments = readonly (Json | undefined)[]

/** Most characters that States.Hash and the Base64 functions take. */
const mostCharacters = 10_000

/** States.StringSplit: every character of the second text splits, and empty pieces are dropped. @example split(['a,b', ',']) // ['a', 'b'] */
export function split([text, splitters]: Arguments): Json {
  const separators = new Set(takeText(splitters, 'The delimiter of States.StringSplit'))
  let pieces = ['']
  for (const character of takeText(text, 'The first argument of States.StringSplit')) {
    if (separators.has(character)) pieces = [...pieces, '']
    else pieces[pieces.length - 1] += character
  }
  return pieces.filter((piece) => piece !== '')
}

/** States.StringToJson; a text of spaces only is null. @example stringToJson(['[1]']) // [1] */
export function stringToJson([text]: Arguments): Json {
  const json = takeText(text, 'The argument of States.StringToJson')
  if (json.trim() === '') return null
  try {
    const value = JSON.parse(json) as Json
    return value === 0 ? 0 : value
  } catch {
    throw intrinsicFailure(`States.StringToJson cannot read ${JSON.stringify(json)} as JSON.`)
  }
}

/** States.JsonToString. @example jsonToString([{ a: 1 }]) // '{"a":1}' */
export const jsonToString = ([value]: Arguments): Json => JSON.stringify(value)

/** States.Base64Encode of the UTF-8 bytes. @example base64Encode(['abc']) // 'YWJj' */
export function base64Encode([text]: Arguments): Json {
  const plain = takeShortText(text, 'The argument of States.Base64Encode', mostCharacters)
  return btoa(Array.from(utf8(plain), (byte) => String.fromCharCode(byte)).join(''))
}

/** States.Base64Decode of UTF-8 bytes. @example base64Decode(['YWJj']) // 'abc' */
export function base64Decode([text]: Arguments): Json {
  const encoded = takeShortText(text, 'The argument of States.Base64Decode', mostCharacters)
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)))
  } catch {
    throw intrinsicFailure(`States.Base64Decode cannot read ${JSON.stringify(encoded)}.`)
  }
}

/** States.Hash. @example hash(['abc', 'MD5']) // '900150983cd24fb0d6963f7d28e17f72' */
export function hash([data, algorithm]: Arguments): Json {
  const text = takeShortText(data, 'The first argument of States.Hash', mostCharacters)
  const digest = hashText(text, takeText(algorithm, 'The algorithm of States.Hash'))
  if (digest === null) throw intrinsicFailure(`The algorithm must be one of ${hashAlgorithms.join(', ')}.`)
  return digest
}

/** States.JsonMerge: shallow, and members of the second object win. @example jsonMerge([{ a: 1 }, { a: 2 }, false]) // { a: 2 } */
export function jsonMerge([first, second, deep]: Arguments): Json {
  if (deep !== false)
    throw intrinsicFailure('States.JsonMerge merges shallowly only: its third argument must be false.')
  const left = takeObject(first, 'The first argument of States.JsonMerge')
  return { ...left, ...takeObject(second, 'The second argument of States.JsonMerge') }
}
