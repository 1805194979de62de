import type { Json, JsonObject } from '../../cloud/json.ts'
import type { Subject } from '../events/subjects.ts'

/** An attribute of a message as it is published. */
export type Attribute = { readonly type: 'String' | 'Number'; readonly value: string }

/** A message: attributes by name, the fields of its JSON body, and whether the queue should receive it. */
export type Message = {
  readonly attributes: Readonly<Record<string, Attribute>>
  readonly body: JsonObject
  readonly wanted: boolean
}

/** Where a filter policy looks. */
export type Scope = 'MessageAttributes' | 'MessageBody'

/** A change that a colleague proposes. */
export type Edit = {
  readonly id: string
  /** The change as an instruction. */
  readonly words: string
  readonly policy: JsonObject
  readonly scope?: Scope
  /** Messages as they are published after the change, where it concerns the publisher. */
  readonly messages?: readonly Message[]
  /** True where raw message delivery is turned on. */
  readonly raw?: boolean
  /** Policy of a second subscription of the same queue, which SNS refuses. */
  readonly second?: JsonObject
}

/** What happened, in sentences of people who work with the queue. */
export type Story = {
  readonly cause: string
  readonly symptom: string
  readonly want: string
  readonly limit: string
  readonly quote: string
}

/** A subscription that delivers the wrong messages, and changes that might mend it. */
export type FilterScenario = {
  readonly rendering: number
  readonly who: string
  readonly subject: Subject
  readonly trouble: string
  readonly story: Story
  readonly policy: JsonObject
  readonly scope: Scope
  readonly messages: readonly Message[]
  readonly edits: readonly Edit[]
  /** Messages published in an hour of the incident. */
  readonly published: number
}

/** What a trouble is drawn from: `value` is the status that the consumer wants, `others` are the rest. */
export type Ground = {
  readonly subject: Subject
  readonly value: string
  readonly others: readonly string[]
  readonly pick: <T>(values: readonly T[]) => T
  readonly between: (low: number, high: number) => number
}

/** A trouble with a policy, and the changes that are proposed for it. */
export type Trouble = Pick<FilterScenario, 'story' | 'policy' | 'scope' | 'messages' | 'edits'>

/** A value as an attribute that says its type. @example attributeOf(5) // { type: 'Number', value: '5' } */
export const attributeOf = (value: Json): Attribute => ({
  type: typeof value === 'number' ? 'Number' : 'String',
  value: String(value),
})
