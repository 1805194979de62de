import type { RequestContext } from './context.ts'
import { type ReportFinding, reportBelow } from './findings.ts'
import { type Operator, operators, type ValueTest } from './operators.ts'

/** One key under one operator of a Condition element. */
export type Condition = {
  /** The operator as written. */
  readonly operator: string
  /** The key in lower case. */
  readonly key: string
  /** The values of the policy as text. */
  readonly values: readonly string[]
  readonly holds: (context: RequestContext) => boolean
}

/** Where a Condition element stands: whether its policy's version knows variables, and who hears of faults. */
type Place = { readonly variables: boolean; readonly report: ReportFinding }

/** An operator name taken apart; `operator` is null for `Null`, which tests presence. */
type Form = {
  readonly name: string
  readonly operator: Operator | null
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | null
  readonly ifExists: boolean
}

const operatorPattern = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/

function readForm(name: string): Form | null {
  if (name === 'Null') return { name, operator: null, quantifier: null, ifExists: false }
  const [, quantifier, base = '', ifExists] = operatorPattern.exec(name) ?? []
  const operator = operators.get(base)
  if (operator === undefined) return null
  const known = quantifier === 'ForAllValues' || quantifier === 'ForAnyValue'
  return { name, operator, quantifier: known ? quantifier : null, ifExists: ifExists !== undefined }
}

/** An empty text is a null value: a set of nothing else is a null data set. */
const isNullSet = (values: readonly string[]): boolean => values.every((value) => value === '')

/** Without a value: IfExists and ForAllValues hold, ForAnyValue does not, and else only a negated operator holds. */
function holdsWithout({ quantifier, ifExists }: Form, negated: boolean): boolean {
  if (ifExists || quantifier === 'ForAllValues') return true
  return quantifier === null && negated
}

function compileTests(form: Form, key: string, tests: readonly ValueTest[]): Condition['holds'] {
  const negated = form.operator?.negated ?? false
  const { quantifier } = form
  return (context) => {
    const values = context.values(key)
    if (values === undefined) return holdsWithout(form, negated)
    const matches = (value: string): boolean => tests.some((test) => test(value, context))
    if (quantifier === null) return values.some(matches) !== negated
    if (isNullSet(values)) return quantifier === 'ForAllValues'
    const fits = (value: string): boolean => matches(value) !== negated
    return quantifier === 'ForAllValues' ? values.every(fits) : values.some(fits)
  }
}

/** `Null` with `true` holds when the key is absent or null, with `false` when it has a value. */
const compileNull =
  (key: string, wanted: readonly string[]): Condition['holds'] =>
  (context) =>
    wanted.includes(String(isNullSet(context.values(key) ?? [])))

const presence: Operator['compile'] = (text) => (/^(?:true|false)$/i.test(text) ? () => true : null)

function readValues(value: unknown): string[] | null {
  const list = Array.isArray(value) ? value : [value]
  const plain = list.every((each) => ['string', 'number', 'boolean'].includes(typeof each))
  return plain ? list.map(String) : null
}

function warnOfIdle(idle: readonly string[], { name }: Form, report: ReportFinding): void {
  const listed = idle.map((value) => `"${value}"`).join(', ')
  if (idle.length > 0) report('', `${listed} can never match under ${name}`, 'warning')
}

function compileKey(form: Form, key: string, raw: unknown, { variables, report }: Place): Condition | null {
  if (!/^[^:\s]+:[^\s]/.test(key)) report('', `"${key}" is no condition key: write prefix:name`)
  const values = readValues(raw)
  if (values === null) {
    report('', 'must be a text, number or boolean, or a list of them')
    return null
  }
  const compile = form.operator?.compile ?? presence
  const tests = values.map((value) => compile(value, variables))
  const live = tests.filter((test) => test !== null)
  warnOfIdle(
    values.filter((_, place) => tests[place] === null),
    form,
    report,
  )
  const holds =
    form.operator === null
      ? compileNull(
          key,
          values.map((value) => value.toLowerCase()),
        )
      : compileTests(form, key, live)
  return { operator: form.name, key, values, holds }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function compileOperator(name: string, keys: unknown, { variables, report }: Place): (Condition | null)[] {
  const form = readForm(name)
  if (form === null) report('', `"${name}" is no condition operator`)
  if (!isRecord(keys)) report('', 'must be an object of condition keys')
  if (form === null || !isRecord(keys)) return []
  return Object.entries(keys).map(([key, raw]) =>
    compileKey(form, key.toLowerCase(), raw, { variables, report: reportBelow(report, `.${key}`) }),
  )
}

/**
 * Compiles a Condition element. Operators and keys must all hold; the values of a key are alternatives, and of a negated
 * operator none may match.
 *
 * @param place whether the policy's version knows variables; `report` hears of faults, with the path below the element
 * @see IAM user guide, IAM JSON policy elements: Condition, and Condition operators; conditions with multiple context keys
 * or values; single-valued vs. multivalued context keys
 * @example compileCondition({ Bool: { 'aws:SecureTransport': 'true' } }, { variables: true, report: () => {} }).length // 1
 */
export function compileCondition(element: unknown, { variables, report }: Place): Condition[] {
  if (!isRecord(element)) {
    report('', 'must be an object of operators')
    return []
  }
  return Object.entries(element)
    .flatMap(([name, keys]) =>
      compileOperator(name, keys, { variables, report: reportBelow(report, `.${name}`) }),
    )
    .filter((condition) => condition !== null)
}
