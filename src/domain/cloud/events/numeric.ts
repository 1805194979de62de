import type { Json } from '../json.ts'
import type { Dialect, ReportFault, ValueTest } from './types.ts'

type Bound = { readonly value: number; readonly open: boolean }
type Limits = Pick<Dialect, 'service' | 'numericBound' | 'numericDecimals'>

const never: ValueTest = () => false

/** Multiplying by a power of ten is not exact, so the digits are counted as JSON would write them. */
function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent))
}

function faultOfOperand(value: Json | undefined, sign: string, limits: Limits): string | null {
  if (typeof value !== 'number') return `needs a number after "${sign}"`
  if (Math.abs(value) > limits.numericBound)
    return `${value} lies outside plus or minus ${limits.numericBound}, which is all that ${limits.service} compares`
  return decimalsOf(value) > limits.numericDecimals
    ? `${value} has more than ${limits.numericDecimals} digits after the point`
    : null
}

/** Operators come as `=`, as one bound, or as a lower bound followed by an upper one. */
const shapes = /^(=|>=?|<=?|>=? <=?)$/

function faultOfSigns(signs: readonly (Json | undefined)[]): string | null {
  if (signs.length === 0) return 'needs a comparison and a number, such as [">", 0]'
  const strange = signs.find((sign) => typeof sign !== 'string' || !/^(=|>=?|<=?)$/.test(sign))
  if (strange !== undefined) return `${JSON.stringify(strange)} is no comparison: write =, >, >=, < or <=`
  if (shapes.test(signs.join(' '))) return null
  return 'takes one comparison, or a lower bound (> or >=) followed by an upper bound (< or <=)'
}

function boundsOf(signs: readonly string[], operands: readonly number[]): { low: Bound; high: Bound } {
  let low: Bound = { value: Number.NEGATIVE_INFINITY, open: false }
  let high: Bound = { value: Number.POSITIVE_INFINITY, open: false }
  signs.forEach((sign, place) => {
    const bound = { value: operands[place] ?? 0, open: !sign.includes('=') }
    if (!sign.includes('<')) low = bound
    if (!sign.includes('>')) high = bound
  })
  return { low, high }
}

/**
 * Compiles the operand of `numeric`: `["=", n]`, one bound, or a lower bound followed by a larger upper bound. Numbers
 * outside the limits of the service match nothing; texts never match.
 *
 * @param report takes the fault when the operand is refused; the test then never holds
 * @see Amazon EventBridge user guide, Comparison operators (numeric matching)
 * @example compileNumeric(['>', 0, '<=', 5], eventBridgeDialect, () => {})(5) // true
 */
export function compileNumeric(operand: Json | undefined, limits: Limits, report: ReportFault): ValueTest {
  const refuse = (text: string): ValueTest => {
    report(text)
    return never
  }
  if (!Array.isArray(operand)) return refuse('takes a list, such as [">", 0, "<=", 5]')
  const list = operand as readonly Json[]
  const signs = list.filter((_, place) => place % 2 === 0)
  const operands = signs.map((_, place) => list[2 * place + 1])
  const fault =
    faultOfSigns(signs) ??
    operands.map((value, place) => faultOfOperand(value, String(signs[place]), limits)).find((text) => text)
  if (fault) return refuse(fault)
  const { low, high } = boundsOf(signs as string[], operands as number[])
  if (low.value >= high.value && signs.length === 2)
    return refuse('the lower bound must lie below the upper bound')
  return (value) =>
    typeof value === 'number' &&
    Math.abs(value) <= limits.numericBound &&
    (low.open ? value > low.value : value >= low.value) &&
    (high.open ? value < high.value : value <= high.value)
}
