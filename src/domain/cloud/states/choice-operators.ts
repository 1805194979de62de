import { compileGlob, type GlobToken } from '../iam/glob.ts'
import type { Json } from '../json.ts'
import { readTimestamp } from './timestamp.ts'

/** Answers whether the value that a rule looks at compares as asked with the value beside the operator. */
export type Comparison = (value: Json, operand: Json) => boolean

/** What the name of an operator asks: a comparison, or a question about the kind of value. */
export type ChoiceOperator =
  | {
      readonly kind: 'compare'
      readonly holds: Comparison
      readonly operand: 'string' | 'number' | 'boolean' | 'timestamp'
    }
  | { readonly kind: 'test'; readonly holds: (value: Json) => boolean }
  | { readonly kind: 'present' }

const orders: readonly (readonly [string, (left: number | string, right: number | string) => boolean])[] = [
  ['Equals', (left, right) => left === right],
  ['LessThan', (left, right) => left < right],
  ['GreaterThan', (left, right) => left > right],
  ['LessThanEquals', (left, right) => left <= right],
  ['GreaterThanEquals', (left, right) => left >= right],
]

/** How a family of operators reads its values; null where one is of another kind, which makes the comparison false. */
type ReadValue = (value: Json) => number | string | null

const readText: ReadValue = (value) => (typeof value === 'string' ? value : null)
const readNumber: ReadValue = (value) => (typeof value === 'number' ? value : null)
const readMoment: ReadValue = (value) => (typeof value === 'string' ? readTimestamp(value) : null)

function family(
  prefix: string,
  read: ReadValue,
  operand: 'string' | 'number' | 'timestamp',
): [string, ChoiceOperator][] {
  return orders.map(([name, inOrder]) => {
    const holds: Comparison = (value, other) => {
      const [left, right] = [read(value), read(other)]
      return left !== null && right !== null && inOrder(left, right)
    }
    return [`${prefix}${name}`, { kind: 'compare', holds, operand }]
  })
}

/** A star stands for any text; a backslash makes a star or a backslash plain. */
function patternTokens(pattern: string): GlobToken[] {
  const pieces = pattern.match(/\\[*\\]|\*|[^*\\]+|\\/g) ?? []
  return pieces.map((piece) =>
    piece === '*' ? { kind: 'star' } : { kind: 'text', text: piece.replace(/^\\(?=[*\\])/, '') },
  )
}

const matches: Comparison = (value, pattern) =>
  typeof value === 'string' && typeof pattern === 'string' && compileGlob(patternTokens(pattern))(value)

const test = (holds: (value: Json) => boolean): ChoiceOperator => ({ kind: 'test', holds })

const operators: ReadonlyMap<string, ChoiceOperator> = new Map<string, ChoiceOperator>([
  ...family('String', readText, 'string'),
  ...family('Numeric', readNumber, 'number'),
  ...family('Timestamp', readMoment, 'timestamp'),
  [
    'BooleanEquals',
    {
      kind: 'compare',
      holds: (value, other) => typeof value === 'boolean' && value === other,
      operand: 'boolean',
    },
  ],
  ['StringMatches', { kind: 'compare', holds: matches, operand: 'string' }],
  ['IsNull', test((value) => value === null)],
  ['IsString', test((value) => typeof value === 'string')],
  ['IsNumeric', test((value) => typeof value === 'number')],
  ['IsBoolean', test((value) => typeof value === 'boolean')],
  ['IsTimestamp', test((value) => readMoment(value) !== null)],
  ['IsPresent', { kind: 'present' }],
])

/** An operator as a rule names it: `takesPath` when the operand is a path to the value. */
export type NamedOperator = { readonly operator: ChoiceOperator; readonly takesPath: boolean }

/**
 * The operator that a member of a rule names, with or without `Path` at its end; undefined when it names none.
 *
 * @see Amazon States Language, Choice State
 * @example findOperator('NumericEqualsPath')?.takesPath // true
 */
export function findOperator(name: string): NamedOperator | undefined {
  const operator = operators.get(name)
  if (operator !== undefined) return { operator, takesPath: false }
  const plain = name.endsWith('Path') ? operators.get(name.slice(0, -4)) : undefined
  return plain?.kind === 'compare' && name !== 'StringMatchesPath'
    ? { operator: plain, takesPath: true }
    : undefined
}
