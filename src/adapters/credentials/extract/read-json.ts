import type { Json } from '../../../domain/cloud/json.ts'
import { Refused } from '../refused.ts'

/** Deepest nesting of arrays and objects. */
const deepest = 32

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads bytes as strict UTF-8, without a byte order mark. Throws `Refused` with `encoding-invalid`. */
export function readText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Refused('encoding-invalid')
  }
}

const backslash = 0x5c

function isEscaped(json: string, at: number): boolean {
  let before = at - 1
  while (json.charCodeAt(before) === backslash) before -= 1
  return (at - before) % 2 === 0
}

/** The position behind the text that begins at `from`; the end of the input where the text has none. */
function endOfText(json: string, from: number): number {
  let at = json.indexOf('"', from + 1)
  while (at >= 0 && isEscaped(json, at)) at = json.indexOf('"', at + 1)
  return at < 0 ? json.length : at + 1
}

const isMemberName = (json: string, end: number): boolean => {
  let at = end
  while (json.charCodeAt(at) <= 0x20) at += 1
  return json[at] === ':'
}

function noteMember(members: Set<string> | null, literal: string): void {
  const name = literal.includes('\\') ? (JSON.parse(literal) as string) : literal.slice(1, -1)
  if (members?.has(name)) throw new Refused('member-duplicated', { member: name })
  members?.add(name)
}

/** Refuses an object with the same member twice, in valid JSON: `JSON.parse` keeps the last one, other readers the first. */
function refuseDuplicates(json: string): void {
  const open: (Set<string> | null)[] = []
  let at = 0
  while (at < json.length) {
    const letter = json[at]
    if (letter === '"') {
      const end = endOfText(json, at)
      if (isMemberName(json, end)) noteMember(open.at(-1) ?? null, json.slice(at, end))
      at = end
      continue
    }
    if (letter === '{') open.push(new Set())
    else if (letter === '[') open.push(null)
    else if (letter === '}' || letter === ']') open.pop()
    at += 1
  }
}

/** Refuses deep nesting before anything recursive reads the text. */
function refuseDepth(json: string): void {
  let depth = 0
  for (let at = 0; at < json.length; at += 1) {
    const unit = json.charCodeAt(at)
    if (unit === 0x22) at = endOfText(json, at) - 1
    else if (unit === 0x7b || unit === 0x5b) depth += 1
    else if (unit === 0x7d || unit === 0x5d) depth -= 1
    if (depth > deepest) throw new Refused('json-too-deep', { deepest })
  }
}

/** Reads JSON text or bytes with strict UTF-8, limited depth and unique members. Throws `Refused`. */
export function readJson(input: Uint8Array | string): Json {
  const json = typeof input === 'string' ? input : readText(input)
  refuseDepth(json)
  let value: Json
  try {
    value = JSON.parse(json) as Json
  } catch {
    throw new Refused('json-invalid')
  }
  refuseDuplicates(json)
  return value
}
