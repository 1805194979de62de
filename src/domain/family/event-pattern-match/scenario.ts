import type { Json, JsonObject } from '../../cloud/json.ts'
import type { Subject } from '../events/subjects.ts'

/** The fields of an event's detail. */
export type Detail = Readonly<Record<string, Json>>

/** An event, and whether the consumer wants to have it. */
export type Case = { readonly detail: Detail; readonly wanted: boolean }

/** A change that a colleague proposes. */
export type Edit = {
  readonly id: string
  /** The change as an instruction. */
  readonly words: string
  /** Conditions on the detail, of each rule that then leads to the consumer. */
  readonly rules: readonly JsonObject[]
  /** Events as they are published after the change, where it concerns the producer. */
  readonly cases?: readonly Case[]
  /** Field that an input transformer of the target rewrites as a number. */
  readonly transformed?: string
}

/** What happened, in sentences of people who work with the rule. */
export type Story = {
  /** What changed before the trouble began. */
  readonly cause: string
  readonly symptom: string
  /** What the consumer needs. */
  readonly want: string
  /** What closes off other ways. */
  readonly limit: string
  /** The complaint as the consumer words it. */
  readonly quote: string
}

/** A rule that lets through the wrong events, and changes that might mend it. */
export type PatternScenario = {
  readonly rendering: number
  readonly who: string
  readonly subject: Subject
  readonly trouble: string
  readonly story: Story
  /** Conditions of the present rule on the detail, and the field that the trouble is about. */
  readonly detail: JsonObject
  readonly field: string
  readonly cases: readonly Case[]
  readonly edits: readonly Edit[]
  /** Matched events a day before and after the trouble began. */
  readonly counts: readonly [number, number]
}
