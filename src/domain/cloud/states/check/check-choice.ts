import { isJsonList, isJsonObject, type Json } from '../../json.ts'
import { type ChoiceOperator, findOperator } from '../choice-operators.ts'
import { expressionIn } from '../jsonata-template.ts'
import { readTimestamp } from '../timestamp.ts'
import { checkData, checkExpressions, checkPathText } from './check-data.ts'
import { demand, type Findings, fault, faultIf, fieldOf, type Part, strangeFields } from './findings.ts'

const joins = ['And', 'Or', 'Not']
const topFields = ['Next', 'Assign']
const conditionFields = ['Condition', 'Output', 'Comment', ...topFields]

type Operand = Extract<ChoiceOperator, { kind: 'compare' }>['operand']

const operandFits: Readonly<Record<Operand, (value: Json) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  timestamp: (value) => typeof value === 'string' && readTimestamp(value) !== null,
}

function checkOperand(part: Part, name: string): Findings {
  const found = findOperator(name)
  const at = fieldOf(part, name)
  if (found === undefined) return fault(at, 'is no comparison')
  const { operator, takesPath } = found
  if (takesPath) return checkPathText(part.fields[name] as Json, at)
  const operand = operator.kind === 'compare' ? operator.operand : 'boolean'
  return demand(part, name, operandFits[operand], `must be a ${operand}`)
}

function checkComparison(part: Part, name: string): Findings {
  const { Variable } = part.fields
  const variable =
    Variable === undefined
      ? fault(part.at, 'needs Variable, the path to what is compared')
      : checkPathText(Variable, fieldOf(part, 'Variable'))
  return [...checkOperand(part, name), ...variable]
}

function checkInner(part: Part, name: string): Findings {
  const value = part.fields[name] as Json
  const at = fieldOf(part, name)
  if (name === 'Not')
    return isJsonObject(value) ? checkRule({ ...part, at, fields: value }, []) : fault(at, 'must be a rule')
  if (!isJsonList(value) || value.length === 0) return fault(at, 'must be a list of at least one rule')
  return value.flatMap((fields, index) => {
    const below = `${at}[${index}]`
    return isJsonObject(fields)
      ? checkRule({ ...part, at: below, fields }, [])
      : fault(below, 'must be a rule')
  })
}

/** A rule is one comparison, or one of And, Or and Not; `others` are the further fields that it may have. */
function checkRule(part: Part, others: readonly string[]): Findings {
  const beside = ['Variable', 'Comment', ...others]
  const asked = Object.keys(part.fields).filter((name) => !beside.includes(name))
  const [name] = asked
  if (name === undefined || asked.length > 1)
    return fault(part.at, `must have exactly one comparison, but has ${asked.join(', ') || 'none'}`)
  return joins.includes(name) ? checkInner(part, name) : checkComparison(part, name)
}

function checkCondition(part: Part): Findings {
  const { Condition } = part.fields
  const at = fieldOf(part, 'Condition')
  if (Condition === undefined) return fault(part.at, 'needs Condition')
  const isPlain = typeof Condition === 'string' && expressionIn(Condition) === null
  return [
    ...strangeFields(part, conditionFields, 'is no field of a rule with JSONata'),
    ...faultIf(isPlain, at, 'must be an expression in {% %}, or true or false'),
    ...checkExpressions(Condition, at),
  ]
}

function checkTopRule(part: Part): Findings {
  const rule = part.language === 'JSONata' ? checkCondition(part) : checkRule(part, topFields)
  return [...faultIf(part.fields.Next === undefined, part.at, 'needs Next'), ...rule, ...checkData(part)]
}

/** Faults in the rules of a Choice. @see Amazon States Language, Choice State */
export function checkChoice(part: Part): Findings {
  const { Choices } = part.fields
  const at = fieldOf(part, 'Choices')
  if (!isJsonList(Choices) || Choices.length === 0) return fault(at, 'must be a list of at least one rule')
  return Choices.flatMap((fields, index) => {
    const below = `${at}[${index}]`
    return isJsonObject(fields)
      ? checkTopRule({ ...part, at: below, fields })
      : fault(below, 'must be an object')
  })
}
