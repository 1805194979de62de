import { isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'

/** The entries of a condition. @example entriesOf(['a']) // ['a'] */
export const entriesOf = (condition: Json | undefined): readonly Json[] =>
  Array.isArray(condition) ? condition : []

/** The conditions of a pattern or policy with each entry changed, those of $or and of nested fields included. @example withEntries({ a: [1] }, () => [2]) // { a: [2] } */
export const withEntries = (rule: JsonObject, change: (entry: Json) => readonly Json[]): JsonObject =>
  Object.fromEntries(
    Object.entries(rule).map(([name, condition]) => {
      if (isJsonObject(condition)) return [name, withEntries(condition, change)]
      const isBranches = name === '$or'
      return [
        name,
        isBranches
          ? entriesOf(condition).map((branch) => withEntries(branch as JsonObject, change))
          : entriesOf(condition).flatMap(change),
      ]
    }),
  )

/** A value with each text in lower case. @example lowerCase(['A']) // ['a'] */
export const lowerCase = <T extends Json>(value: T): T => JSON.parse(JSON.stringify(value).toLowerCase()) as T

/** The text that an operator of an entry takes; undefined for other entries. @example operand({ prefix: 'a' }, 'prefix') // 'a' */
export function operand(entry: Json, operator: string): string | undefined {
  const value = isJsonObject(entry) ? entry[operator] : undefined
  return typeof value === 'string' ? value : undefined
}

/** Whether a value fits a text that is read as a regular expression. */
function fitsExpression(entry: string, value: Json | undefined): boolean {
  const [flags, source] = entry.startsWith('(?i)') ? ['i', entry.slice(4)] : ['', entry]
  return typeof value === 'string' && new RegExp(`^(${source})$`, flags).test(value)
}

/** An entry with its text as an expression: replaced by one that does or does not equal the value. */
function asExpression(entry: Json, value: Json | undefined): Json {
  const text = (pattern: string): string => (fitsExpression(pattern, value) ? String(value) : `no ${pattern}`)
  if (typeof entry === 'string') return text(entry)
  const excluded = operand(entry, 'anything-but')
  return excluded === undefined ? entry : { 'anything-but': text(excluded) }
}

/** Conditions as somebody sees them who takes texts for regular expressions; `seen` has the values. @example asExpressions({ a: ['x|y'] }, { a: 'x' }) // { a: ['x'] } */
export const asExpressions = (rule: JsonObject, seen: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(rule).map(([name, condition]) => [
      name,
      name === '$or' || isJsonObject(condition)
        ? condition
        : entriesOf(condition).map((entry) => asExpression(entry, seen[name])),
    ]),
  )
