import { isJsonList, type Json } from '../json.ts'
import { workInput } from './flow.ts'
import { type Process, runTogether } from './process.ts'
import { StateError } from './state-error.ts'
import type { Graph, Place, Visit } from './types.ts'

/** How one branch or iteration ended. */
export type Ended = { readonly output: Json } | { readonly failure: StateError }

/** Runs a graph in a scope of its own; a failure is a result, so that the others can be stopped. */
export function* runInside(graph: Graph, input: Json, place: Place): Process<Ended> {
  try {
    return { output: yield* place.world.runGraph(graph, input, place) }
  } catch (failure) {
    if (failure instanceof StateError) return { failure }
    throw failure
  }
}

/** True for one that failed. @example hasFailed(undefined) // false */
export const hasFailed = (ended: Ended | undefined): ended is { readonly failure: StateError } =>
  ended !== undefined && 'failure' in ended

/** The place of a graph inside a state: its own variables, with those around it in sight. */
export const placeInside = ({ world, scope, mapItem }: Visit): Place => ({
  world,
  scope: { variables: new Map(), outer: scope },
  mapItem,
})

/**
 * Runs the branches of a Parallel side by side; its result is the list of their outputs. The first failure stops the others.
 * @throws StateError the failure of a branch
 */
export function* runParallel(visit: Visit): Process<Json> {
  const input = yield* workInput(visit)
  const branches = isJsonList(visit.state.Branches) ? visit.state.Branches : []
  visit.world.record('ParallelStateStarted', { state: visit.name })
  const ended = yield* runTogether(
    branches.map((branch) => () => runInside(branch as unknown as Graph, input, placeInside(visit))),
    { atOnce: branches.length, isEnough: (soFar) => soFar.some(hasFailed) },
  )
  const failed = ended.find(hasFailed)
  if (failed !== undefined) throw failed.failure
  visit.world.record('ParallelStateSucceeded', { state: visit.name })
  return ended.map((branch) => (branch !== undefined && 'output' in branch ? branch.output : null))
}
