import { instant, toIso } from '../../kernel/instant.ts'
import type { Json, JsonObject } from '../json.ts'
import { makeUuid } from './intrinsic/evaluate-intrinsic.ts'
import type { Process } from './process.ts'
import { runState } from './run-state.ts'
import type { Departure, Graph, Place, QueryLanguage, Visit } from './types.ts'

/** The context object of a visit. @see AWS Step Functions developer guide, Accessing execution data from the Context object */
function contextOf(name: string, state: JsonObject, { world, mapItem }: Place): JsonObject {
  const awaitsToken = String(state.Resource).endsWith('.waitForTaskToken')
  return {
    ...world.context,
    State: {
      Name: name,
      EnteredTime: toIso(instant(world.clock.now)),
      ...(state.Retry === undefined && state.Type !== 'Task' ? {} : { RetryCount: 0 }),
    },
    ...(mapItem === null ? {} : { Map: mapItem }),
    ...(awaitsToken ? { Task: { Token: makeUuid(world.random) } } : {}),
  }
}

const languageOf = ({ QueryLanguage: own }: JsonObject, otherwise: QueryLanguage): QueryLanguage =>
  own === 'JSONata' || own === 'JSONPath' ? own : otherwise

function* visitState(name: string, graph: Graph, input: Json, place: Place): Process<Departure> {
  const { world } = place
  const state = graph.States[name] ?? {}
  const type = String(state.Type)
  const language = languageOf(state, world.defaultLanguage)
  const context = contextOf(name, state, place)
  const visit: Visit = { ...place, name, state, language, input, context }
  const enteredId = world.record(`${type}StateEntered`, { state: name, input })
  const departure = yield* runState(visit, enteredId)
  const { output, assigned } = departure
  const facts = Object.keys(assigned).length === 0 ? {} : { assigned }
  world.record(`${type}StateExited`, { state: name, output, ...facts })
  return departure
}

/**
 * Runs a graph from its start to a state that ends it. Variables that a state assigns are there from the next state on.
 *
 * @returns the output of the last state
 * @throws StateError when a state fails and nothing catches it
 * @see Amazon States Language, States (transitions)
 */
export function* runGraph(graph: Graph, input: Json, place: Place): Process<Json> {
  let data = input
  for (let name: string | null = graph.StartAt; name !== null; ) {
    const departure: Departure = yield* visitState(name, graph, data, place)
    for (const [variable, value] of Object.entries(departure.assigned))
      place.scope.variables.set(variable, value)
    data = departure.output
    name = departure.next
  }
  return data
}
