import type { Json, JsonObject } from '../../cloud/json.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Subject } from '../events/subjects.ts'
import type { Case, Edit, PatternScenario } from './scenario.ts'

/** What a trouble is drawn from: `value` is the status that the consumer wants, `others` are the rest. */
export type Ground = {
  readonly random: SeededRandom
  readonly subject: Subject
  readonly value: string
  readonly others: readonly string[]
}

/** A trouble with a rule, and the changes that are proposed for it. */
export type Trouble = Pick<PatternScenario, 'story' | 'detail' | 'field' | 'cases' | 'edits'>

/** The words of a change, the condition that it sets, and what else it does. */
export type Row = readonly [words: string, condition: Json, more?: Partial<Edit>]

/** Edits that each set the condition of one field and leave the others. */
export const editsOf = (detail: JsonObject, field: string, rows: readonly Row[]): readonly Edit[] =>
  rows.map(([words, condition, more], index) => ({
    id: `edit-${index}`,
    words,
    rules: [{ ...detail, [field]: condition }],
    ...more,
  }))

/** An event that the consumer wants. */
export const wanted = (detail: Case['detail']): Case => ({ detail, wanted: true })
/** An event that must not arrive. */
export const unwanted = (detail: Case['detail']): Case => ({ detail, wanted: false })
