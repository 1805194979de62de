import type { Json } from '../json.ts'
import { evaluateSteps } from './path/evaluate-path.ts'
import { readPath } from './path/read-path.ts'
import type { JsonPath } from './path/types.ts'
import { runtimeError } from './state-error.ts'
import type { Scope, Visit } from './types.ts'

/** The value of a variable in a scope or the scopes around it. */
export function lookUp(scope: Scope, name: string): Json | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const value = at.variables.get(name)
    if (value !== undefined) return value
  }
  return undefined
}

function rootOf({ root }: JsonPath, data: Json, visit: Visit): Json | undefined {
  if (root.kind === 'context') return visit.context
  return root.kind === 'variable' ? lookUp(visit.scope, root.name) : data
}

/** What stands at a path that starts at the data, the context object or a variable; undefined when nothing does. */
export function resolvePath(path: JsonPath, data: Json, visit: Visit): Json | undefined {
  const root = rootOf(path, data, visit)
  return root === undefined ? undefined : evaluateSteps(path.steps, root)
}

/**
 * The value at a path given as text.
 * @throws StateError States.Runtime when the text is no path, or the path leads nowhere
 */
export function valueAt(text: string, data: Json, visit: Visit): Json {
  const path = readPath(text)
  if (!path.ok) throw runtimeError(path.error.text)
  const value = resolvePath(path.value, data, visit)
  if (value === undefined) throw runtimeError(`Invalid path '${text}' : No results for path.`)
  return value
}
