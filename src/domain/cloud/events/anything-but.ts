import type { Json } from '../json.ts'
import { isJsonList, isJsonObject } from '../json.ts'
import { compileEqualsIgnoreCase, compilePrefix, compileSuffix } from './text-operators.ts'
import type { Dialect, ReportFault, ValueTest } from './types.ts'
import { compileWildcard } from './wildcard.ts'

const never: ValueTest = () => false

const not =
  (holds: ValueTest): ValueTest =>
  (value) =>
    !holds(value)

/** A list in which every member is a text, or every member a number. */
function isUniform(list: readonly Json[]): boolean {
  const kind = typeof list[0]
  return (kind === 'string' || kind === 'number') && list.every((member) => typeof member === kind)
}

type CompileText = (operand: string, report: ReportFault) => ValueTest

function compilersFor(dialect: Dialect): Readonly<Record<string, CompileText>> {
  return {
    prefix: compilePrefix,
    suffix: compileSuffix,
    'equals-ignore-case': compileEqualsIgnoreCase,
    wildcard: (operand, report) => compileWildcard(operand, dialect.wildcardComplexity, report),
  }
}

function textsOf(operand: Json | undefined, lists: boolean): readonly string[] | null {
  const texts = lists && isJsonList(operand) ? operand : [operand]
  return texts.length > 0 && texts.every((text) => typeof text === 'string')
    ? (texts as readonly string[])
    : null
}

function compileNested(
  operand: { readonly [name: string]: Json },
  dialect: Dialect,
  report: ReportFault,
): ValueTest {
  const refuse = (text: string): ValueTest => {
    report(text)
    return never
  }
  const [name = '', ...others] = Object.keys(operand)
  if (others.length > 0) return refuse('takes one operator, not several')
  const compile = dialect.negatable.has(name) ? compilersFor(dialect)[name] : undefined
  if (compile === undefined)
    return refuse(`"${name}" cannot be negated: only ${[...dialect.negatable].join(', ')} can`)
  const texts = textsOf(operand[name], dialect.negatesLists)
  if (texts === null)
    return refuse(`"${name}" takes a text${dialect.negatesLists ? ' or a list of texts' : ''}`)
  if (/fix$/.test(name) && texts.includes('')) return refuse(`"${name}" of nothing would exclude every text`)
  const tests = texts.map((text) => compile(text, report))
  return not((value) => tests.some((holds) => holds(value)))
}

/**
 * Compiles the operand of `anything-but`: a text, a number, a list of one of the two, or one negatable operator. It holds for
 * every value that is there and not excluded, also for null, booleans and values of another type.
 *
 * @param report takes the fault when the operand is refused; the test then never holds
 * @see Amazon EventBridge user guide, Comparison operators (anything-but matching)
 * @example compileAnythingBut(['a', 'b'], eventBridgeDialect, () => {})('c') // true
 */
export function compileAnythingBut(
  operand: Json | undefined,
  dialect: Dialect,
  report: ReportFault,
): ValueTest {
  if (isJsonObject(operand)) return compileNested(operand, dialect, report)
  const list = isJsonList(operand) ? operand : operand === undefined ? [] : [operand]
  if (isUniform(list)) {
    const excluded = new Set<unknown>(list)
    return (value) => !excluded.has(value)
  }
  report('takes a text, a number, or a list of texts only or of numbers only')
  return never
}
