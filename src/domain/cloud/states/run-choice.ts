import { isJsonList, isJsonObject, type JsonObject } from '../json.ts'
import { ruleHolds } from './choice-rule.ts'
import { dataOf, departFrom } from './flow.ts'
import { bindingsOf, fillExpressions, queryFailure } from './jsonata-template.ts'
import type { Process } from './process.ts'
import { EvaluationError } from './state-error.ts'
import type { Departure, Visit } from './types.ts'

function* holds(rule: JsonObject, index: number, visit: Visit): Process<boolean> {
  if (visit.language === 'JSONPath') return ruleHolds(rule, dataOf(visit), visit)
  const field = `Choices[${index}]/Condition`
  const value = yield* fillExpressions(rule.Condition ?? null, { field, bindings: bindingsOf(visit) })
  if (typeof value === 'boolean') return value
  throw queryFailure(
    `The condition of rule ${index} must be true or false, but was ${JSON.stringify(value)}.`,
  )
}

/**
 * Follows the first rule of a Choice that holds, or its Default. The rule's Assign and Output count instead of the state's.
 * @throws StateError States.NoChoiceMatched when no rule holds and there is no Default
 */
export function* runChoice(visit: Visit): Process<Departure> {
  const { Choices, Default } = visit.state
  const rules = isJsonList(Choices) ? Choices.filter(isJsonObject) : []
  for (const [index, rule] of rules.entries()) {
    if (!(yield* holds(rule, index, visit))) continue
    return { ...(yield* departFrom(visit, rule)), next: String(rule.Next) }
  }
  if (typeof Default === 'string') return { ...(yield* departFrom(visit, visit.state)), next: Default }
  throw new EvaluationError('States.NoChoiceMatched', 'No rule holds, and the state has no Default.')
}
