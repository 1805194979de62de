import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { Json } from '../../json.ts'
import { readPathAt } from '../path/read-path.ts'
import {
  accept,
  atEnd,
  expect,
  looksAt,
  readPattern,
  type Scanner,
  skipSpace,
  startScan,
  UnreadableText,
} from '../path/scanner.ts'
import type { JsonPath } from '../path/types.ts'
import { arityOf, isIntrinsicName, mostNesting } from './signatures.ts'

/** One argument of an intrinsic function, or a call itself. A text keeps its escapes, since States.Format reads them. */
export type Expression =
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'path'; readonly path: JsonPath }

/** Why a text is no call of an intrinsic function. */
export type IntrinsicMalformed = { readonly code: 'intrinsic-malformed'; readonly text: string }

/** A quote and everything before the closing one; only quotes, braces and backslashes may be escaped. */
const opened = /'(?:[^'\\]|\\['{}\\])*/y

function readText(scan: Scanner): Expression {
  const raw = readPattern(scan, opened, 'a text').slice(1)
  if (looksAt(scan, '\\')) throw new UnreadableText("one of ' { } \\ after a backslash", scan.at)
  expect(scan, "'")
  return { kind: 'text', raw }
}

function readArgument(scan: Scanner, depth: number): Expression {
  skipSpace(scan)
  if (looksAt(scan, "'")) return readText(scan)
  if (looksAt(scan, '$')) return { kind: 'path', path: readPathAt(scan) }
  if (looksAt(scan, 'States.')) return readCall(scan, depth + 1)
  const word = readPattern(scan, /-?\d+(\.\d+)?([eE][-+]?\d+)?|true|false|null/y, 'an argument')
  return { kind: 'value', value: JSON.parse(word) as Json }
}

function readArguments(scan: Scanner, depth: number): Expression[] {
  skipSpace(scan)
  if (accept(scan, ')')) return []
  const read = [readArgument(scan, depth)]
  for (skipSpace(scan); !accept(scan, ')'); skipSpace(scan)) {
    expect(scan, ',')
    read.push(readArgument(scan, depth))
  }
  return read
}

function readCall(scan: Scanner, depth: number): Expression {
  if (depth > mostNesting) throw new UnreadableText(`at most ${mostNesting} nested calls`, scan.at)
  const name = readPattern(scan, /States\.[A-Za-z0-9]+/y, 'an intrinsic function')
  if (!isIntrinsicName(name)) throw new UnreadableText(`an intrinsic function instead of ${name}`, scan.at)
  expect(scan, '(')
  const read = readArguments(scan, depth)
  const { least, most } = arityOf(name)
  if (read.length < least || read.length > most)
    throw new UnreadableText(`${least === most ? least : `${least} or more`} arguments of ${name}`, scan.at)
  return { kind: 'call', name, arguments: read }
}

/**
 * Reads a call of an intrinsic function, such as `States.Format('{}', $.name)`.
 *
 * @see Amazon States Language, Intrinsic Functions
 * @example readIntrinsic('States.UUID()').ok // true
 */
export function readIntrinsic(text: string): Result<Expression, IntrinsicMalformed> {
  const malformed = (why: string) =>
    fail({ code: 'intrinsic-malformed', text: `"${text}" is no intrinsic function: ${why}` } as const)
  try {
    const scan = startScan(text)
    const call = readCall(scan, 1)
    skipSpace(scan)
    return atEnd(scan) ? ok(call) : malformed(`nothing may follow position ${scan.at}`)
  } catch (error) {
    if (error instanceof UnreadableText) return malformed(error.message)
    throw error
  }
}
