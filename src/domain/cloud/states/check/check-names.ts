import { isJsonList, isJsonObject, type Json } from '../../json.ts'
import { type Findings, faultIf } from './findings.ts'

type Named = { readonly name: string; readonly at: string }

/** The states of a graph and of the graphs inside its states, with where they stand. */
function statesIn(graph: Json | undefined, at: string): readonly Named[] {
  const states = isJsonObject(graph) ? graph.States : undefined
  if (!isJsonObject(states)) return []
  return Object.entries(states).flatMap(([name, state]) => {
    const own = `${at}/States/${name}`
    if (!isJsonObject(state)) return [{ name, at: own }]
    const branches = isJsonList(state.Branches) ? state.Branches : []
    return [
      { name, at: own },
      ...branches.flatMap((branch, index) => statesIn(branch, `${own}/Branches[${index}]`)),
      ...statesIn(state.ItemProcessor, `${own}/ItemProcessor`),
      ...statesIn(state.Iterator, `${own}/Iterator`),
    ]
  })
}

/** Longest name of a state, in characters. */
const longestName = 80

/** Faults of the names of states: their length, and names that stand twice in the whole definition. */
export function checkNames(definition: Json): Findings {
  const first = new Map<string, string>()
  return statesIn(definition, '').flatMap(({ name, at }) => {
    const known = first.get(name)
    if (known === undefined) first.set(name, at)
    return [
      ...faultIf(
        name === '' || name.length > longestName,
        at,
        `the name of a state has 1 to ${longestName} characters`,
      ),
      ...faultIf(known !== undefined, at, `the name is taken already at ${known}`),
    ]
  })
}
