import type { Json } from '../../cloud/json.ts'

/** What a person takes for the reason of a replacement; `none` for a change that does replace. */
export type Suspicion = 'size' | 'security' | 'version' | 'wording' | 'retention'

/** A change of one property, in words and in values. */
export type PropertyEdit = {
  readonly id: string
  readonly type: string
  readonly property: string
  readonly before: Json
  readonly after: Json
  readonly words: string
  /** Why CloudFormation does what it does, as the end of a sentence about the change. */
  readonly why: string
  /** Null for a change that replaces the resource. */
  readonly suspicion: Suspicion | null
}

/** A change as the lists have it. */
export type EditRow = readonly [
  type: string,
  property: string,
  before: Json,
  after: Json,
  words: string,
  why: string,
]

/** Reads the rows of one suspicion. @example readEdits(null, []) // [] */
export const readEdits = (suspicion: Suspicion | null, rows: readonly EditRow[]): readonly PropertyEdit[] =>
  rows.map(([type, property, before, after, words, why]) => ({
    id: `${type.split('::').slice(1).join('')}${property}`,
    ...{ type, property, before, after, words, why, suspicion },
  }))
