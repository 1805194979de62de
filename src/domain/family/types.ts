import type { CloudFactId, FactValues } from '../cloud/cloud-facts.ts'
import type { CognitiveLevel, Item, Reference, ScorableKind } from '../item/types.ts'
import type { CalendarDate } from '../kernel/calendar-date.ts'
import type { SeededRandom } from '../kernel/seeded-random.ts'

/** What can be answered, in the family's own terms: a number, or the name of a candidate, step or control. */
export type Answer = string | number

/**
 * What a solver answers. multiple-choice: one answer; multiple-response: every right one, in any order; ordering: the steps in
 * order; matching: one for each prompt, in the order of the prompts.
 */
export type Answers = readonly Answer[]

/** A false belief, as a plain sentence and as a model without the rule that the belief leaves out. `solve` gives what its holder would answer. */
export type Misconception<Scenario> = {
  readonly id: string
  readonly statement: string
  readonly solve: (scenario: Scenario, facts: FactValues) => Answers
}

/** Words of one option. */
export type RenderedOption = { readonly text: string; readonly rationale: string }

/**
 * Words of a scenario. `option` words one answer: `misconception` is the id of the belief that gives it, null for an answer
 * of the key. `prompts` are those of a matching item.
 */
export type Rendering = {
  readonly stem: string
  readonly prompts?: readonly string[]
  readonly option: (answer: Answer, misconception: string | null) => RenderedOption
  /** Pages that decide this scenario, where the family's own list covers several subjects. */
  readonly references?: readonly Reference[]
}

/** A task of an exam version that a family serves; `task` is null where the exam guide's tasks are unknown. */
export type Placement = { readonly examCode: string; readonly domain: number; readonly task: string | null }

/** Numbers that may explain difficulty. `rendering` is the index of the stem's structure. */
export type Features = Readonly<Record<string, number>> & { readonly rendering: number }

/** What is known of a family without drawing from it. */
export type FamilyDescription = {
  /** Lower-case words with hyphens; never reused. */
  readonly name: string
  readonly title: string
  readonly kind: ScorableKind
  readonly placements: readonly Placement[]
  readonly cognitive: CognitiveLevel
  readonly services: readonly string[]
  /** Documentation pages that the key rests on. */
  readonly references: readonly Reference[]
  /** Facts that the family uses; it dies on the day after the first of them ends. */
  readonly facts: readonly CloudFactId[]
  /** Day from which its items are valid. */
  readonly since: CalendarDate
}

/**
 * A computed-key family: an executable model of a task. The key and every distractor come from `solve` and the
 * misconceptions; `sample` draws a scenario, wording included, and `render` only words what it is given.
 */
export type FamilyModel<Scenario> = FamilyDescription & {
  readonly sample: (random: SeededRandom, facts: FactValues) => Scenario
  readonly solve: (scenario: Scenario, facts: FactValues) => Answers
  readonly misconceptions: readonly Misconception<Scenario>[]
  readonly render: (scenario: Scenario, facts: FactValues) => Rendering
  /** False where the values are unrealistic or the scenario is ambiguous; it is then drawn again. */
  readonly constraints?: (scenario: Scenario, facts: FactValues) => boolean
  readonly features: (scenario: Scenario) => Features
  /** Judged probability, 0 to 1 exclusive, that a minimally qualified candidate answers correctly. */
  readonly angoff: (features: Features) => number
}

/** An answer that stands as an option; `misconception` is null for one of the key. */
export type Alternative = { readonly answer: Answer; readonly misconception: string | null }

/** A scenario with its key and distractors, worded but not placed in an exam. */
export type Draft = {
  readonly key: Answers
  /** In the order of the item's options. */
  readonly alternatives: readonly Alternative[]
  readonly rendering: Rendering
  readonly features: Features
  readonly angoff: number
}

/** Why a scenario gave no item. */
export type DraftRefusal =
  | 'unrealistic'
  | 'key-not-unique'
  | 'too-few-distractors'
  | 'options-equal'
  | 'lint-finding'

/** A family whose scenario type is closed over, so that families of all kinds stand in one list. */
export type Family = FamilyDescription & {
  readonly misconceptions: readonly { readonly id: string; readonly statement: string }[]
  readonly draft: (random: SeededRandom, facts: FactValues) => Draft | DraftRefusal
}

/** One item of a family, drawn by a seed: the same seed gives the same variant. `tries` counts the scenarios drawn. */
export type Variant = {
  readonly family: string
  readonly seed: string
  readonly item: Item
  /** By option: the belief that gives it, null for the key. */
  readonly beliefs: readonly (string | null)[]
  readonly features: Features
  readonly tries: number
}

/** Computes the hash of an item's content, 64 hexadecimal digits. */
export type HashItem = (item: Omit<Item, 'hash'>) => string
