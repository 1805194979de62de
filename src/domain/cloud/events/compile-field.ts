import type { Json, JsonObject } from '../json.ts'
import { isJsonObject } from '../json.ts'
import { compileAnythingBut } from './anything-but.ts'
import { compileCidr } from './cidr.ts'
import { compileNumeric } from './numeric.ts'
import { compileEqualsIgnoreCase, compilePrefix, compileSuffix } from './text-operators.ts'
import type { Dialect, ReportFault, ValueTest } from './types.ts'
import { compileWildcard } from './wildcard.ts'

type EntryTest = { readonly accepts: ValueTest; readonly mayBeAbsent: boolean }

/** What a pattern asks of one field: which values it accepts, whether it may be absent instead, and in how many entries. */
export type FieldTest = EntryTest & { readonly entries: number }

type CompileOperand = (operand: Json | undefined, dialect: Dialect, report: ReportFault) => ValueTest

const operators: Readonly<Record<string, CompileOperand>> = {
  prefix: (operand, _, report) => compilePrefix(operand, report),
  suffix: (operand, _, report) => compileSuffix(operand, report),
  'equals-ignore-case': (operand, _, report) => compileEqualsIgnoreCase(operand, report),
  'anything-but': compileAnythingBut,
  numeric: compileNumeric,
  cidr: (operand, _, report) => compileCidr(operand, report),
  wildcard: (operand, dialect, report) => compileWildcard(operand, dialect.wildcardComplexity, report),
}

const never: ValueTest = () => false
const always: ValueTest = () => true

function compileExists(operand: Json | undefined, report: ReportFault): EntryTest {
  if (typeof operand !== 'boolean') report('"exists" takes true or false')
  return { accepts: operand === true ? always : never, mayBeAbsent: operand === false }
}

function compileOperator(expression: JsonObject, dialect: Dialect, report: ReportFault): EntryTest {
  const [name, ...others] = Object.keys(expression)
  if (name === undefined || others.length > 0) {
    report('an entry with braces names exactly one operator')
    return { accepts: never, mayBeAbsent: false }
  }
  if (name === 'exists') return compileExists(expression[name], report)
  const compile = dialect.operators.has(name) ? operators[name] : undefined
  if (compile === undefined)
    report(`"${name}" is no operator of ${dialect.service}: use ${[...dialect.operators].join(', ')}`)
  const reportOperand: ReportFault = (text) => report(`"${name}": ${text}`)
  return { accepts: compile?.(expression[name], dialect, reportOperand) ?? never, mayBeAbsent: false }
}

function eitherOf(exact: ReadonlySet<unknown>, tests: readonly ValueTest[]): ValueTest {
  const [only] = tests
  if (only === undefined) return (value) => exact.has(value)
  if (tests.length === 1 && exact.size === 0) return only
  return (value) => exact.has(value) || tests.some((holds) => holds(value))
}

/**
 * Compiles the entries of one field; the field passes when any entry does. Values without braces match exactly, by type and
 * value: numbers however they are written, texts character by character.
 *
 * @param report takes every fault of the entries
 * @see Amazon EventBridge user guide, Creating event patterns
 * @example compileField(['a', { prefix: 'b' }], eventBridgeDialect, () => {}).accepts('bc') // true
 */
export function compileField(entries: readonly Json[], dialect: Dialect, report: ReportFault): FieldTest {
  if (entries.length === 0) report('an empty list matches nothing: name at least one value')
  if (entries.some((entry) => Array.isArray(entry))) report('a list may not stand inside the list of values')
  const fields = entries.filter(isJsonObject).map((entry) => compileOperator(entry, dialect, report))
  const exact = new Set<unknown>(entries.filter((entry) => typeof entry !== 'object' || entry === null))
  const tests = fields.map(({ accepts }) => accepts).filter((accepts) => accepts !== never)
  return {
    accepts: eitherOf(exact, tests),
    mayBeAbsent: fields.some(({ mayBeAbsent }) => mayBeAbsent),
    entries: entries.length,
  }
}
