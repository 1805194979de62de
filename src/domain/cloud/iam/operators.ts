import { compileArnTest } from './arn-pattern.ts'
import type { RequestContext } from './context.ts'
import { compileGlob, type GlobToken, type TextTest } from './glob.ts'
import { inRange, parseIp, parseIpRange } from './ip-range.ts'
import { readPolicyDate } from './policy-date.ts'
import { fillTemplate, isFixed, readTemplate, spell } from './template.ts'

/** Answers whether one value of the request matches one value of the policy. */
export type ValueTest = (value: string, context: RequestContext) => boolean

/** A condition operator; `compile` gives null for a policy value that it can never match. */
export type Operator = {
  readonly negated: boolean
  readonly compile: (text: string, variables: boolean) => ValueTest | null
}

type Compile = Operator['compile']

/** Operators that take policy variables: compiled once unless a variable waits for the request. */
const templated =
  (build: (tokens: readonly GlobToken[]) => TextTest): Compile =>
  (text, variables) => {
    const parts = readTemplate(text, variables)
    if (isFixed(parts)) return build(parts)
    return (value, context) => {
      const tokens = fillTemplate(parts, context.single)
      return tokens !== null && build(tokens)(value)
    }
  }

const equals: Compile = templated((tokens) => {
  const text = spell(tokens)
  return (value) => value === text
})

const equalsIgnoringCase: Compile = templated((tokens) => {
  const text = spell(tokens).toLowerCase()
  return (value) => value.toLowerCase() === text
})

/** Operators on values of a type: what does not parse, on either side, does not match. */
const typed =
  <T>(parse: (text: string) => T | null, matches: (value: T, own: T) => boolean): Compile =>
  (text) => {
    const own = parse(text)
    if (own === null) return null
    return (value) => {
      const parsed = parse(value)
      return parsed !== null && matches(parsed, own)
    }
  }

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const parseNumber = (text: string): number | null => (numberPattern.test(text.trim()) ? Number(text) : null)

const parseBoolean = (text: string): boolean | null => {
  const lower = text.toLowerCase()
  return lower === 'true' ? true : lower === 'false' ? false : null
}

const ipAddress: Compile = (text) => {
  const range = parseIpRange(text)
  if (range === null) return null
  return (value) => {
    const address = parseIp(value)
    return address !== null && inRange(range, address)
  }
}

const base64Pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** The request may hold the bytes as text or already in base64. */
const binaryEquals: Compile = (text) => {
  if (!base64Pattern.test(text)) return null
  const bytes = atob(text)
  return (value) => value === text || value === bytes
}

const comparisons: Readonly<Record<string, (value: number, own: number) => boolean>> = {
  Equals: (value, own) => value === own,
  LessThan: (value, own) => value < own,
  LessThanEquals: (value, own) => value <= own,
  GreaterThan: (value, own) => value > own,
  GreaterThanEquals: (value, own) => value >= own,
}

function ordered(name: string, parse: (text: string) => number | null): [string, Operator][] {
  const plain = Object.entries(comparisons).map(([comparison, matches]): [string, Operator] => [
    name + comparison,
    { negated: false, compile: typed(parse, matches) },
  ])
  return [
    ...plain,
    [`${name}NotEquals`, { negated: true, compile: typed(parse, (value, own) => value === own) }],
  ]
}

const pair = (name: string, negatedName: string, compile: Compile): [string, Operator][] => [
  [name, { negated: false, compile }],
  [negatedName, { negated: true, compile }],
]

/**
 * Every condition operator by name, save `Null`, which tests presence and not a value.
 *
 * @see IAM user guide, IAM JSON policy elements: Condition operators
 * @example operators.get('StringNotLike')?.negated // true
 */
export const operators: ReadonlyMap<string, Operator> = new Map([
  ...pair('StringEquals', 'StringNotEquals', equals),
  ...pair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', equalsIgnoringCase),
  ...pair('StringLike', 'StringNotLike', templated(compileGlob)),
  ...pair('ArnEquals', 'ArnNotEquals', templated(compileArnTest)),
  ...pair('ArnLike', 'ArnNotLike', templated(compileArnTest)),
  ...pair('IpAddress', 'NotIpAddress', ipAddress),
  ...ordered('Numeric', parseNumber),
  ...ordered('Date', readPolicyDate),
  ['Bool', { negated: false, compile: typed(parseBoolean, (value, own) => value === own) }],
  ['BinaryEquals', { negated: false, compile: binaryEquals }],
])
