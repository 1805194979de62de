import type { RequestContext } from './context.ts'
import type { ReportFinding } from './findings.ts'
import { operators, type ValueTest } from './operators.ts'

/** One key under one operator of a Condition element. */
export type Condition = {
  /** The operator as written, for words. */
  readonly operator: string
  /** The key in lower case. */
  readonly key: string
  /** The values of the policy as text. */
  readonly values: readonly string[]
  readonly holds: (context: RequestContext) => boolean
}

type Quantifier = 'ForAllValues' | 'ForAnyValue' | null
type Form = {
  readonly base: string
  readonly quantifier: Quantifier
  readonly ifExists: boolean
}

const operatorPattern = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/

function readForm(name: string): Form | null {
  const [, quantifier, base, ifExists] = operatorPattern.exec(name) ?? []
  if (base === undefined) return null
  if (base === 'Null') return quantifier || ifExists ? null : { base, quantifier: null, ifExists: false }
  if (!operators.has(base)) return null
  return { base, quantifier: (quantifier as Quantifier) ?? null, ifExists: ifExists !== undefined }
}

/** An empty text is a null value: a set of nothing else is a null data set. */
const isNullSet = (values: readonly string[]): boolean => values.every((value) => value === '')

/** Without a value: IfExists and ForAllValues hold, ForAnyValue does not, and else only a negated operator holds. */
function holdsWithout({ quantifier, ifExists }: Form, negated: boolean): boolean {
  if (ifExists || quantifier === 'ForAllValues') return true
  return quantifier === null && negated
}

function compileHolds(form: Form, key: string, tests: readonly ValueTest[]): Condition['holds'] {
  const negated = operators.get(form.base)?.negated ?? false
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

function readValues(value: unknown): string[] | null {
  const list = Array.isArray(value) ? value : [value]
  const plain = list.every((each) => ['string', 'number', 'boolean'].includes(typeof each))
  return plain ? list.map(String) : null
}

function compileKey(name: string, form: Form, entry: readonly [string, unknown], place: Place): Condition[] {
  const [written, raw] = entry
  const [key, values] = [written.toLowerCase(), readValues(raw)]
  if (!/^[^:\s]+:[^\s]+/.test(written))
    place.report('', `"${written}" is no condition key: write prefix:name`)
  if (values === null) {
    place.report(`.${written}`, 'must be a text, number or boolean, or a list of them')
    return []
  }
  if (form.base === 'Null')
    return [
      {
        operator: name,
        key,
        values,
        holds: compileNull(
          key,
          values.map((value) => value.toLowerCase()),
        ),
      },
    ]
  const operator = operators.get(form.base)
  const tests = values.map((value) => operator?.compile(value, place.variables) ?? null)
  const idle = values.filter((_, index) => tests[index] === null)
  if (idle.length > 0)
    place.report(
      `.${written}`,
      `${idle.map((value) => `"${value}"`).join(', ')} can never match under ${name}`,
      'warning',
    )
  return [
    {
      operator: name,
      key,
      values,
      holds: compileHolds(
        form,
        key,
        tests.filter((test) => test !== null),
      ),
    },
  ]
}

/** Where a Condition element stands: whether its policy's version knows variables, and who hears of faults. */
type Place = { readonly variables: boolean; readonly report: ReportFinding }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Compiles a Condition element. Operators and keys must all hold; the values of a key are alternatives, and of a negated
 * operator none may match.
 *
 * @param report hears of what is malformed, with the path below the element
 * @see IAM user guide, IAM JSON policy elements: Condition, and Condition operators; conditions with multiple context keys
 * or values; single-valued vs. multivalued context keys
 * @example compileCondition({ Bool: { 'aws:SecureTransport': 'true' } }, { variables: true, report: () => {} }).length // 1
 */
export function compileCondition(element: unknown, { variables, report }: Place): Condition[] {
  if (!isRecord(element)) {
    report('', 'must be an object of operators')
    return []
  }
  return Object.entries(element).flatMap(([name, keys]) => {
    const form = readForm(name)
    if (form === null) report(`.${name}`, `"${name}" is no condition operator`)
    if (!isRecord(keys)) report(`.${name}`, 'must be an object of condition keys')
    if (form === null || !isRecord(keys)) return []
    const place: Place = { variables, report: (path, text, level) => report(`.${name}${path}`, text, level) }
    return Object.entries(keys).flatMap((entry) => compileKey(name, form, entry, place))
  })
}
