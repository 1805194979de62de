import type { Json } from '../json.ts'
import { isJsonObject } from '../json.ts'
import type { ReportFault, ValueTest } from './types.ts'

const never: ValueTest = () => false

type Affix = (text: string) => (value: string) => boolean

const startsWith: Affix = (text) => (value) => value.startsWith(text)
const endsWith: Affix = (text) => (value) => value.endsWith(text)

const onText =
  (holds: (value: string) => boolean): ValueTest =>
  (value) =>
    typeof value === 'string' && holds(value)

/** `prefix` and `suffix` take a text, or a text that ignores case one level further down. */
function compileAffix(affix: Affix, operand: Json | undefined, report: ReportFault): ValueTest {
  if (typeof operand === 'string') return onText(affix(operand))
  const inner =
    isJsonObject(operand) && Object.keys(operand).length === 1 ? operand['equals-ignore-case'] : undefined
  if (typeof inner === 'string') {
    const holds = affix(inner.toLowerCase())
    return onText((value) => holds(value.toLowerCase()))
  }
  report('takes a text, or { "equals-ignore-case": a text }')
  return never
}

/** Compiles the operand of `prefix`. @example compilePrefix('us-', () => {})('us-east-1') // true */
export const compilePrefix = (operand: Json | undefined, report: ReportFault): ValueTest =>
  compileAffix(startsWith, operand, report)

/** Compiles the operand of `suffix`. @example compileSuffix('.png', () => {})('a.png') // true */
export const compileSuffix = (operand: Json | undefined, report: ReportFault): ValueTest =>
  compileAffix(endsWith, operand, report)

/** Compiles the operand of `equals-ignore-case`. @example compileEqualsIgnoreCase('Yes', () => {})('YES') // true */
export function compileEqualsIgnoreCase(operand: Json | undefined, report: ReportFault): ValueTest {
  if (typeof operand !== 'string') {
    report('takes a text')
    return never
  }
  const wanted = operand.toLowerCase()
  return onText((value) => value.toLowerCase() === wanted)
}
