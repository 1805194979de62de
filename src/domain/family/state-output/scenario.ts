import type { JsonObject } from '../../cloud/json.ts'

/** What a workflow handles, and what a task tells of it. */
export type Matter = {
  readonly who: string
  readonly team: string
  readonly task: string
  /** The state that follows. */
  readonly next: string
  /** What the task does, as the end of a sentence about its function. */
  readonly does: string
  /** Name of the part of the input that the task is about, and of another part. */
  readonly subject: string
  readonly other: string
  readonly others: readonly string[]
  /** Name under which a result is kept, its main member, and a second one. */
  readonly place: string
  readonly verdict: string
  readonly verdicts: readonly string[]
  readonly extra: string
}

/** What the state after the task must find, as paths, and names of members that must not reach it. */
export type Need = {
  readonly name: 'both' | 'input' | 'selected' | 'inside'
  readonly paths: readonly (readonly string[])[]
  readonly forbidden: readonly string[]
}

/** A change that a colleague proposes: fields that are set, and fields that are taken away. */
export type FlowEdit = {
  readonly id: string
  readonly words: string
  readonly sets: JsonObject
  readonly removes?: readonly string[]
}

/** A Task state whose output does not suit the next state, and changes that might mend it. */
export type OutputScenario = {
  readonly rendering: number
  readonly matter: Matter
  /** Fields of the present state that shape data. */
  readonly fields: JsonObject
  readonly input: JsonObject
  readonly result: JsonObject
  readonly need: Need
  readonly edits: readonly FlowEdit[]
  /** Executions that failed. */
  readonly failed: number
}
