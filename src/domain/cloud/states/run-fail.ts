import { evaluateText } from './payload-template.ts'
import type { Process } from './process.ts'
import { textOf } from './settings.ts'
import { runtimeError, StateError } from './state-error.ts'
import type { Visit } from './types.ts'

/** Error and Cause may come from a path or, with JSONPath, from an intrinsic function. */
function* reason(visit: Visit, name: 'Error' | 'Cause'): Process<string | undefined> {
  const path = visit.state[`${name}Path`]
  if (visit.language === 'JSONata' || typeof path !== 'string') return yield* textOf(visit, name)
  const value = evaluateText(path, `${name}Path`, { data: visit.input, visit, missing: 'States.Runtime' })
  if (typeof value === 'string') return value
  throw runtimeError(`${name}Path must lead to a text, but was ${JSON.stringify(value)}.`)
}

/**
 * Ends the graph with the error of a Fail state.
 * @throws StateError always
 */
export function* runFail(visit: Visit): Process<never> {
  const error = yield* reason(visit, 'Error')
  throw new StateError(error, yield* reason(visit, 'Cause'))
}
