import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { Bindings, JsonataFailed } from './jsonata.ts'
import { evaluate, type Process } from './process.ts'
import { EvaluationError } from './state-error.ts'
import type { Scope, Visit } from './types.ts'

/** The expression inside the delimiters, or null when the text is a plain one. @example expressionIn('{% 1 %}') // ' 1 ' */
export const expressionIn = (text: string): string | null =>
  text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2) : null

/** The failure of an expression. @example queryFailure('x').error // 'States.QueryEvaluationError' */
export const queryFailure = (cause: string): EvaluationError =>
  new EvaluationError('States.QueryEvaluationError', cause)

/** What `$states` holds beside the input and the context object: the result of the work, or the error that was caught. */
export type Extra = { readonly result?: Json; readonly errorOutput?: Json }

function variablesIn(scope: Scope | null): Bindings {
  return scope === null ? {} : { ...variablesIn(scope.outer), ...Object.fromEntries(scope.variables) }
}

/** The names that an expression of a state may use. */
export const bindingsOf = ({ scope, input, context }: Visit, extra: Extra = {}): Bindings => ({
  ...variablesIn(scope),
  states: { input, context, ...extra },
})

function causeOf(expression: string, field: string, failure: JsonataFailed): string {
  const what = `The JSONata expression '${expression.trim()}' specified for the field '${field}'`
  if (failure.code === 'jsonata-undefined') return `${what} returned nothing (undefined).`
  if (failure.code === 'jsonata-unsupported') return `${what} returned an unsupported result type.`
  return `${what} threw an error during evaluation. ${failure.text}`
}

/** Which field a template stands in, for errors, and the names its expressions may use. */
export type ExpressionPlace = { readonly field: string; readonly bindings: Bindings }

function* fillText(text: string, { field, bindings }: ExpressionPlace): Process<Json> {
  const expression = expressionIn(text)
  if (expression === null) return text
  const evaluated = yield* evaluate(expression, bindings)
  if (evaluated.ok) return evaluated.value
  throw queryFailure(causeOf(expression, field, evaluated.error))
}

/**
 * Fills a template of JSONata: every text in `{% %}`, at any depth, becomes the value of its expression.
 *
 * @throws StateError States.QueryEvaluationError when an expression gives nothing that JSON can write
 * @see AWS Step Functions developer guide, Transforming data with JSONata in Step Functions
 */
export function* fillExpressions(template: Json, place: ExpressionPlace): Process<Json> {
  if (typeof template === 'string') return yield* fillText(template, place)
  if (isJsonObject(template)) return yield* fillExpressionObject(template, place)
  if (!isJsonList(template)) return template
  const members: Json[] = []
  for (const [index, member] of template.entries())
    members.push(yield* fillExpressions(member, { ...place, field: `${place.field}[${index}]` }))
  return members
}

/** The same for an object. */
export function* fillExpressionObject(template: JsonObject, place: ExpressionPlace): Process<JsonObject> {
  const members: Record<string, Json> = {}
  for (const [name, member] of Object.entries(template))
    members[name] = yield* fillExpressions(member, { ...place, field: `${place.field}/${name}` })
  return members
}
