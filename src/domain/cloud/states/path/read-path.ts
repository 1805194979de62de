import { fail, ok, type Result } from '../../../kernel/result.ts'
import { readFilter } from './read-filter.ts'
import {
  accept,
  atEnd,
  expect,
  looksAt,
  readPattern,
  readQuoted,
  type Scanner,
  skipSpace,
  startScan,
  UnreadableText,
} from './scanner.ts'
import type { JsonPath, PathFunction, PathRoot, Step } from './types.ts'

/** Why a text is no path. */
export type PathMalformed = { readonly code: 'path-malformed'; readonly text: string }

const functions: readonly string[] = ['length', 'min', 'max', 'avg', 'sum'] satisfies PathFunction[]
const bareName = /[^\s.[\](){}@'"$,:?*!<>=&|+\\]+/y
const wholeNumber = /-?\d+/y

function readRoot(scan: Scanner): PathRoot {
  if (accept(scan, '@')) return { kind: 'element' }
  expect(scan, '$')
  if (accept(scan, '$')) return { kind: 'context' }
  return /[\p{L}_]/u.test(scan.text.charAt(scan.at))
    ? { kind: 'variable', name: readPattern(scan, /[\p{L}\p{N}_]+/uy, 'a variable') }
    : { kind: 'data' }
}

const readInteger = (scan: Scanner): number => Number(readPattern(scan, wholeNumber, 'a whole number'))

const atNumber = (scan: Scanner): boolean => /[-\d]/.test(scan.text.charAt(scan.at))

function readSlice(scan: Scanner, from: number | null): Step {
  const to = atNumber(scan) ? readInteger(scan) : null
  const step = accept(scan, ':') && atNumber(scan) ? readInteger(scan) : 1
  if (step < 1) throw new UnreadableText('a step of at least 1', scan.at)
  return { kind: 'slice', from, to, step }
}

function readMore<T>(scan: Scanner, first: T, read: (scan: Scanner) => T): T[] {
  const all = [first]
  for (skipSpace(scan); accept(scan, ','); skipSpace(scan)) {
    skipSpace(scan)
    all.push(read(scan))
  }
  return all
}

function readNumbers(scan: Scanner): Step {
  if (accept(scan, ':')) return readSlice(scan, null)
  const first = readInteger(scan)
  if (accept(scan, ':')) return readSlice(scan, first)
  return { kind: 'indices', indices: readMore(scan, first, readInteger) }
}

function readSelector(scan: Scanner): Step {
  if (accept(scan, '*')) return { kind: 'all' }
  if (accept(scan, '?')) return { kind: 'filter', holds: readFilter(scan, readPathHere) }
  if (looksAt(scan, "'") || looksAt(scan, '"'))
    return { kind: 'names', names: readMore(scan, readQuoted(scan), readQuoted) }
  return readNumbers(scan)
}

function readBracket(scan: Scanner): Step {
  skipSpace(scan)
  const step = readSelector(scan)
  skipSpace(scan)
  expect(scan, ']')
  return step
}

function readNamed(scan: Scanner): Step {
  if (accept(scan, '*')) return { kind: 'all' }
  const name = readPattern(scan, bareName, 'a name')
  if (!accept(scan, '(')) return { kind: 'names', names: [name] }
  expect(scan, ')')
  if (!functions.includes(name))
    throw new UnreadableText(`one of ${functions.join(', ')} before "()"`, scan.at)
  return { kind: 'function', name: name as PathFunction }
}

/** The steps up to the first character that continues no path. */
function readPathHere(scan: Scanner): JsonPath {
  const start = scan.at
  const root = readRoot(scan)
  const steps: Step[] = []
  for (;;) {
    const descends = accept(scan, '..')
    if (descends) steps.push({ kind: 'descend' })
    if (accept(scan, '[')) steps.push(readBracket(scan))
    else if (descends || accept(scan, '.')) steps.push(readNamed(scan))
    else return { text: scan.text.slice(start, scan.at), root, steps }
  }
}

/**
 * Reads a path that starts at the scanner and leaves the scanner behind it.
 * @throws UnreadableText when none stands there
 * @example readPathAt(startScan('$.a, 1')).text // '$.a'
 */
export const readPathAt = (scan: Scanner): JsonPath => readPathHere(scan)

/**
 * Reads a JSONPath as the Amazon States Language has it: names, indices, slices, unions, `*`, `..`, filters, and functions at
 * the end; from the data (`$`), the context object (`$$`) or a variable (`$name`).
 *
 * @see Amazon States Language, Paths; Gössner, JSONPath (2007)
 * @example readPath('$.a[0]').ok // true
 */
export function readPath(text: string): Result<JsonPath, PathMalformed> {
  const malformed = (why: string) =>
    fail({ code: 'path-malformed', text: `"${text}" is no path: ${why}` } as const)
  try {
    const scan = startScan(text)
    const path = readPathHere(scan)
    if (path.root.kind === 'element') return malformed('it must start with $')
    return atEnd(scan) ? ok(path) : malformed(`nothing may follow position ${scan.at}`)
  } catch (error) {
    if (error instanceof UnreadableText) return malformed(error.message)
    throw error
  }
}

/**
 * True for a path that names one place, as ResultPath and the other Reference Paths must.
 *
 * @see Amazon States Language, Reference Paths
 * @example isReferencePath({ text: '$', root: { kind: 'data' }, steps: [] }) // true
 */
export const isReferencePath = ({ steps }: JsonPath): boolean =>
  steps.every(
    (step) =>
      (step.kind === 'names' && step.names.length === 1) ||
      (step.kind === 'indices' && step.indices.length === 1 && (step.indices[0] ?? 0) >= 0),
  )
