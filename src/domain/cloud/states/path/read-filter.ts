import type { Json } from '../../json.ts'
import { evaluateSteps } from './evaluate-path.ts'
import {
  accept,
  expect,
  looksAt,
  readPattern,
  readQuoted,
  type Scanner,
  skipSpace,
  UnreadableText,
} from './scanner.ts'
import type { ElementTest, JsonPath } from './types.ts'

type Operand = (element: Json, root: Json) => Json | undefined
type ReadPath = (scan: Scanner) => JsonPath

const isOrdered = (left: unknown, right: unknown): boolean =>
  (typeof left === 'number' && typeof right === 'number') ||
  (typeof left === 'string' && typeof right === 'string')

const equal = (left: Json | undefined, right: Json | undefined): boolean =>
  JSON.stringify(left) === JSON.stringify(right)

const isIn = (left: Json | undefined, right: Json | undefined): boolean =>
  Array.isArray(right) && right.some((member: Json) => equal(left, member))

type Compare = (left: Json | undefined, right: Json | undefined) => boolean

const ordered =
  (holds: (left: string | number, right: string | number) => boolean): Compare =>
  (left, right) =>
    isOrdered(left, right) && holds(left as number, right as number)

/** Longer signs first, so that `<=` is not read as `<`. */
const comparisons: readonly (readonly [string, Compare])[] = [
  ['==', equal],
  ['!=', (left, right) => !equal(left, right)],
  ['<=', ordered((left, right) => left <= right)],
  ['>=', ordered((left, right) => left >= right)],
  ['<', ordered((left, right) => left < right)],
  ['>', ordered((left, right) => left > right)],
  ['nin', (left, right) => !isIn(left, right)],
  ['in', isIn],
]

function readList(scan: Scanner): Json[] {
  const members: Json[] = []
  skipSpace(scan)
  while (!accept(scan, ']')) {
    members.push(readLiteral(scan))
    skipSpace(scan)
    if (!looksAt(scan, ']')) expect(scan, ',')
    skipSpace(scan)
  }
  return members
}

function readLiteral(scan: Scanner): Json {
  if (accept(scan, '[')) return readList(scan)
  if (looksAt(scan, "'") || looksAt(scan, '"')) return readQuoted(scan)
  const word = readPattern(scan, /-?\d+(\.\d+)?([eE][-+]?\d+)?|true|false|null/y, 'a value')
  return JSON.parse(word) as Json
}

function readOperand(scan: Scanner, readPath: ReadPath): Operand {
  skipSpace(scan)
  if (looksAt(scan, '@') || looksAt(scan, '$')) {
    const path = readPath(scan)
    if (path.root.kind === 'context' || path.root.kind === 'variable')
      throw new UnreadableText('@ or $ inside a filter', scan.at)
    const fromElement = path.root.kind === 'element'
    return (element, root) => evaluateSteps(path.steps, fromElement ? element : root)
  }
  const literal = readLiteral(scan)
  return () => literal
}

function readRegularExpression(scan: Scanner): RegExp {
  const [, source = '', flags = ''] =
    /^\/((?:[^/\\]|\\.)*)\/(i?)$/.exec(readPattern(scan, /\/(?:[^/\\]|\\.)*\/i?/y, 'a regular expression')) ??
    []
  try {
    return new RegExp(`^(?:${source})$`, flags)
  } catch {
    throw new UnreadableText('a regular expression', scan.at)
  }
}

/** A path alone asks whether it leads anywhere. */
function readComparison(scan: Scanner, readPath: ReadPath): ElementTest {
  const left = readOperand(scan, readPath)
  skipSpace(scan)
  if (accept(scan, '=~')) {
    skipSpace(scan)
    const pattern = readRegularExpression(scan)
    return (element, root) => {
      const value = left(element, root)
      return typeof value === 'string' && pattern.test(value)
    }
  }
  const compare = comparisons.find(([sign]) => accept(scan, sign))?.[1]
  if (compare === undefined) return (element, root) => left(element, root) !== undefined
  const right = readOperand(scan, readPath)
  return (element, root) => compare(left(element, root), right(element, root))
}

function readTerm(scan: Scanner, readPath: ReadPath): ElementTest {
  skipSpace(scan)
  if (accept(scan, '!')) {
    const holds = readTerm(scan, readPath)
    return (element, root) => !holds(element, root)
  }
  return accept(scan, '(') ? readUntilClosed(scan, readPath) : readComparison(scan, readPath)
}

function readJoined(scan: Scanner, sign: '&&' | '||', readOne: () => ElementTest): readonly ElementTest[] {
  const terms = [readOne()]
  for (skipSpace(scan); accept(scan, sign); skipSpace(scan)) terms.push(readOne())
  return terms
}

function readUntilClosed(scan: Scanner, readPath: ReadPath): ElementTest {
  const alternatives = readJoined(scan, '||', () => {
    const terms = readJoined(scan, '&&', () => readTerm(scan, readPath))
    return (element, root) => terms.every((holds) => holds(element, root))
  })
  skipSpace(scan)
  expect(scan, ')')
  return (element, root) => alternatives.some((holds) => holds(element, root))
}

/**
 * Reads the parenthesised condition of a filter, such as `(@.price < 10 && @.name)`.
 *
 * @param readPath reads a path inside the condition
 * @throws UnreadableText when it cannot be read
 * @see Gössner, JSONPath (2007)
 */
export function readFilter(scan: Scanner, readPath: ReadPath): ElementTest {
  skipSpace(scan)
  expect(scan, '(')
  return readUntilClosed(scan, readPath)
}
