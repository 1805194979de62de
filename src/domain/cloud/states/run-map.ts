import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { statesFacts } from './facts.ts'
import { dataOf } from './flow.ts'
import { fillItem } from './json-path-flow.ts'
import { bindingsOf, fillExpressions, queryFailure } from './jsonata-template.ts'
import { type Process, runTogether } from './process.ts'
import { valueAt } from './resolve-path.ts'
import { type Ended, hasFailed, placeInside, runInside } from './run-parallel.ts'
import { numberOf, percentage, wholeNumber } from './settings.ts'
import { runtimeError, StateError } from './state-error.ts'
import type { Graph, Place, Visit, World } from './types.ts'

/** One item with its place: `Key` is the member's name when an object is iterated. */
type Item = { readonly Index: number; readonly Value: Json; readonly Key?: string }

const itemsOf = (values: readonly Json[]): Item[] => values.map((Value, Index) => ({ Index, Value }))

function* expressionItems(visit: Visit): Process<Item[]> {
  const { Items } = visit.state
  const value =
    Items === undefined
      ? visit.input
      : yield* fillExpressions(Items, { field: 'Items', bindings: bindingsOf(visit) })
  if (isJsonList(value)) return itemsOf(value)
  if (isJsonObject(value)) return Object.entries(value).map(([Key, Value], Index) => ({ Index, Value, Key }))
  throw queryFailure(`A Map needs a list or an object of items, but was given ${JSON.stringify(value)}.`)
}

function pathItems(visit: Visit): Item[] {
  const data = dataOf(visit)
  const { ItemsPath } = visit.state
  const value = ItemsPath === undefined ? data : valueAt(String(ItemsPath), data, visit)
  if (isJsonList(value)) return itemsOf(value)
  throw runtimeError(`A Map needs a list of items, but was given ${JSON.stringify(value)}.`)
}

/** ItemSelector, or Parameters as older definitions have it. */
function* itemInput(visit: Visit, item: Item): Process<Json> {
  const { ItemSelector, Parameters } = visit.state
  const Source = 'STATE_DATA'
  const inside: Visit = { ...visit, context: { ...visit.context, Map: { Item: { ...item, Source } } } }
  if (visit.language === 'JSONata') {
    if (ItemSelector === undefined) return item.Value
    return yield* fillExpressions(ItemSelector, { field: 'ItemSelector', bindings: bindingsOf(inside) })
  }
  const template = ItemSelector ?? Parameters
  return template === undefined ? item.Value : fillItem(template, dataOf(visit), inside)
}

/** Iterations of a distributed Map are executions of their own: they see no variables, and have their own histories. */
function iterationPlace(visit: Visit): Place {
  const inside = placeInside(visit)
  if (!isDistributed(visit)) return inside
  const world: World = { ...inside.world, record: () => 0 }
  return { ...inside, world, scope: { ...inside.scope, outer: null } }
}

function* runIteration(visit: Visit, item: Item, graph: Graph): Process<Ended> {
  const facts = { state: visit.name, index: item.Index }
  const place: Place = { ...iterationPlace(visit), mapItem: { Item: item as JsonObject } }
  place.world.record('MapIterationStarted', facts)
  const ended = yield* runInside(graph, yield* itemInput(visit, item), place)
  place.world.record(hasFailed(ended) ? 'MapIterationFailed' : 'MapIterationSucceeded', facts)
  return ended
}

const processorOf = ({ state }: Visit): JsonObject => {
  const processor = state.ItemProcessor ?? state.Iterator
  return isJsonObject(processor) ? processor : {}
}

function isDistributed(visit: Visit): boolean {
  const { ProcessorConfig } = processorOf(visit)
  return isJsonObject(ProcessorConfig) && ProcessorConfig.Mode === 'DISTRIBUTED'
}

/** How many failures a Map bears: undefined where it says nothing, and then the first one ends it. */
type Tolerance = { readonly count: number | undefined; readonly percent: number | undefined }

function exceeds({ count, percent }: Tolerance, failures: number, total: number): boolean {
  if (count === undefined && percent === undefined) return failures > 0
  return failures > (count ?? total) || (100 * failures) / total > (percent ?? 100)
}

const failuresIn = (ended: readonly (Ended | undefined)[]): number => ended.filter(hasFailed).length

/** The failure of the whole Map once too many iterations have failed. */
function mapFailure(
  visit: Visit,
  tolerance: Tolerance,
  ended: readonly (Ended | undefined)[],
): StateError | null {
  const first = ended.find(hasFailed)
  if (first === undefined || !exceeds(tolerance, failuresIn(ended), ended.length)) return null
  const sayNothing = tolerance.count === undefined && tolerance.percent === undefined
  if (sayNothing && !isDistributed(visit)) return first.failure
  return new StateError(
    'States.ExceedToleratedFailureThreshold',
    `${failuresIn(ended)} of ${ended.length} iterations failed, which is more than the state tolerates.`,
  )
}

function outputOf(ended: Ended | undefined): Json {
  if (ended === undefined) return null
  if ('output' in ended) return ended.output
  const { error, cause } = ended.failure
  return {
    ...(error === undefined ? {} : { Error: error }),
    ...(cause === undefined ? {} : { Cause: cause }),
  }
}

/**
 * Runs the graph of a Map once for each item, so many at the same time as it allows; its result is the list of outputs, with
 * error and cause in place of a failure that is tolerated.
 * @throws StateError the failure of an iteration, or States.ExceedToleratedFailureThreshold
 */
export function* runMap(visit: Visit): Process<Json> {
  const items = visit.language === 'JSONata' ? yield* expressionItems(visit) : pathItems(visit)
  const { inlineConcurrency, distributedConcurrency } = statesFacts
  const most = (isDistributed(visit) ? distributedConcurrency : inlineConcurrency).value
  const atOnce = (yield* numberOf(visit, 'MaxConcurrency', wholeNumber)) || most
  visit.world.record('MapStateStarted', { state: visit.name, length: items.length })
  const tolerance: Tolerance = {
    count: yield* numberOf(visit, 'ToleratedFailureCount', wholeNumber),
    percent: yield* numberOf(visit, 'ToleratedFailurePercentage', percentage),
  }
  const graph = processorOf(visit) as unknown as Graph
  if (isDistributed(visit)) visit.world.record('MapRunStarted', { state: visit.name })
  const ended = yield* runTogether(
    items.map((item) => () => runIteration(visit, item, graph)),
    {
      atOnce: Math.min(atOnce, most),
      isEnough: (soFar) => exceeds(tolerance, failuresIn(soFar), items.length),
    },
  )
  const failure = mapFailure(visit, tolerance, ended)
  const ending = failure === null ? 'Succeeded' : 'Failed'
  if (isDistributed(visit)) visit.world.record(`MapRun${ending}`, { state: visit.name })
  if (failure !== null) throw failure
  visit.world.record('MapStateSucceeded', { state: visit.name })
  return ended.map(outputOf)
}
