import type { Json, JsonObject } from '../json.ts'
import type { Process } from './process.ts'

/** The language in which a state queries and shapes its data. */
export type QueryLanguage = 'JSONPath' | 'JSONata'

/**
 * How one call of a Task ends: with an output or with an error. `seconds` is how long it takes (0 when left out), and
 * `heartbeatSeconds` how often it sends a heartbeat meanwhile (never when left out).
 */
export type TaskOutcome = (
  | { readonly output: Json }
  | { readonly error: string; readonly cause?: string }
) & { readonly seconds?: number; readonly heartbeatSeconds?: number }

/** Outcomes by the name of the Task, call by call; the last one holds for every further call. */
export type TaskResponses = Readonly<Record<string, readonly TaskOutcome[]>>

/** One event of an execution: `at` is in seconds since its start; further members depend on the type. */
export type HistoryEvent = {
  readonly id: number
  readonly at: number
  readonly type: string
  readonly state?: string
  readonly [fact: string]: Json | undefined
}

/** How an execution ended. `output` is null unless it succeeded. */
export type Execution = {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT'
  readonly output: Json
  readonly error?: string
  readonly cause?: string
  readonly history: readonly HistoryEvent[]
}

/** The states of a machine, of a branch, or of what a Map does with each item. */
export type Graph = { readonly StartAt: string; readonly States: Readonly<Record<string, JsonObject>> }

/** Variables of a scope; an inner scope sees those of the outer ones. */
export type Scope = { readonly variables: Map<string, Json>; readonly outer: Scope | null }

/** Everything that one execution shares. */
export type World = {
  readonly clock: { now: number }
  readonly random: () => number
  readonly responses: TaskResponses
  readonly calls: Map<string, number>
  readonly defaultLanguage: QueryLanguage
  /** `Execution` and `StateMachine` of the context object. */
  readonly context: JsonObject
  /** Adds an event and answers its id. */
  readonly record: (type: string, facts?: Readonly<Record<string, Json | undefined>>) => number
  /** Runs a graph from its start to its end; here so that states with graphs inside need not import what imports them. */
  readonly runGraph: (graph: Graph, input: Json, place: Place) => Process<Json>
}

/** Where a state stands: in which scope, and in which iteration of a Map. */
export type Place = { readonly world: World; readonly scope: Scope; readonly mapItem: JsonObject | null }

/** One visit of a state. */
export type Visit = Place & {
  readonly name: string
  readonly state: JsonObject
  readonly language: QueryLanguage
  readonly input: Json
  readonly context: JsonObject
}

/** What a state hands on: its output, the variables it assigns, and the state that follows (null at the end). */
export type Departure = {
  readonly output: Json
  readonly assigned: Readonly<Record<string, Json>>
  readonly next: string | null
}
