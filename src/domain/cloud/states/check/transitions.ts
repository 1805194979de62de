import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../json.ts'
import { type Findings, faultIf } from './findings.ts'

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  isJsonList(value) ? value.filter(isJsonObject) : []

type Target = { readonly field: string; readonly name: string }

/** The states that a state can lead to, with the fields that name them. */
function targetsOf(state: JsonObject): readonly Target[] {
  const named = (field: string, name: Json | undefined): Target[] =>
    typeof name === 'string' ? [{ field, name }] : []
  return [
    ...named('Next', state.Next),
    ...named('Default', state.Default),
    ...objectsIn(state.Choices).flatMap((rule, index) => named(`Choices[${index}]/Next`, rule.Next)),
    ...objectsIn(state.Catch).flatMap((catcher, index) => named(`Catch[${index}]/Next`, catcher.Next)),
  ]
}

function reachableFrom(start: string, states: JsonObject): ReadonlySet<string> {
  const reached = new Set<string>()
  const pending = [start]
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const state = states[name]
    if (reached.has(name)) continue
    reached.add(name)
    if (isJsonObject(state)) pending.push(...targetsOf(state).map((target) => target.name))
  }
  return reached
}

/** Faults of transitions: targets that are no states of the graph, and states that nothing leads to. */
export function checkTransitions(states: JsonObject, start: string, at: string): Findings {
  const reached = reachableFrom(start, states)
  return Object.entries(states).flatMap(([own, state]) => [
    ...(isJsonObject(state) ? targetsOf(state) : []).flatMap(({ field, name }) =>
      faultIf(!Object.hasOwn(states, name), `${at}/${own}/${field}`, `"${name}" is no state beside this one`),
    ),
    ...faultIf(!reached.has(own), `${at}/${own}`, 'cannot be reached'),
  ])
}
