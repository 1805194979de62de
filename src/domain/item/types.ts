import type { CalendarDate } from '../kernel/calendar-date.ts'

/** Kinds of item. Case-study items are any of these that share a `stimulus`. */
export type ScorableKind = 'multiple-choice' | 'multiple-response' | 'ordering' | 'matching'

export type CognitiveLevel = 'recall' | 'apply' | 'analyse'

/** Who wrote an item or solved it; told to the candidate. */
export type Author = 'model' | 'human' | 'family'

/**
 * One alternative as its author wrote it.
 * `key`: multiple-choice and multiple-response: true when it belongs to the key;
 * ordering: its place in the right order, from 1, null when it is not part of it.
 */
export type Option = {
  readonly text: string
  readonly key: boolean | number | null
  readonly rationale: string
  readonly misconception: string | null
}

/** A prompt of a matching item; `option` is the index of the matching option in the file. */
export type Prompt = { readonly text: string; readonly option: number }

export type Reference = { readonly title: string; readonly url: string; readonly checked: CalendarDate }

/** One scorable unit, with its key. Never crosses to a face while an attempt is open. */
export type Item = {
  readonly id: string
  readonly kind: ScorableKind
  readonly stem: string
  readonly stimulusId: string | null
  /** How many options the candidate is to choose (multiple-response) or to put in order (ordering); null for other kinds. */
  readonly select: number | null
  readonly options: readonly Option[]
  readonly prompts: readonly Prompt[]
  readonly domain: number
  /** Task of the blueprint, null where the guide's tasks are unknown. */
  readonly task: string | null
  readonly alsoFor: readonly { readonly examCode: string; readonly task: string }[]
  readonly cognitive: CognitiveLevel
  readonly services: readonly string[]
  readonly references: readonly Reference[]
  readonly validFrom: CalendarDate
  readonly validUntil: CalendarDate | null
  /** Judged probability, 0 to 1, that a minimally qualified candidate answers correctly. */
  readonly angoff: number
  readonly origin: { readonly by: Author; readonly on: CalendarDate }
  /** Items that must not stand on one form with this one. */
  readonly enemies: readonly string[]
  /** SHA-256 of what a solver sees and of the key, hexadecimal; an edit of these changes it and voids earlier reviews. */
  readonly hash: string
}

/**
 * An item as placed on a form, with its key. `optionOrder[i]` is the author's index of the option presented at place `i`,
 * `optionIds[i]` its identifier on this form; prompts likewise. Identifiers say nothing of author order or key.
 */
export type PlacedItem = {
  readonly item: Item
  readonly optionOrder: readonly number[]
  readonly optionIds: readonly string[]
  readonly promptOrder: readonly number[]
  readonly promptIds: readonly string[]
}

/** What a candidate gave for one item, in presented option ids. */
export type Response =
  | { readonly selected: readonly string[] }
  | { readonly ordered: readonly string[] }
  | { readonly matched: Readonly<Record<string, string>> }

/** Text shared by the items of a case study. */
export type Stimulus = { readonly id: string; readonly title: string; readonly text: string }

/** What a pack assumes where the facts of its exam version are unknown; absent where nothing is assumed. Weights in per cent by domain number. */
export type AssumedFacts = {
  /** Exam code of the nearest known version that the figures are taken from. */
  readonly like?: string | undefined
  readonly scoredItems?: number | undefined
  readonly unscoredItems?: number | undefined
  readonly durationMinutes?: number | undefined
  readonly cutScore?: number | undefined
  readonly kinds?: readonly ScorableKind[] | undefined
  readonly weights?: Readonly<Record<string, number>> | undefined
}

/** A pool of items for one exam version, with what the pack declares about itself. */
export type Pack = {
  readonly examCode: string
  readonly programme: string
  readonly title: string
  readonly purpose: 'practice' | 'programme'
  readonly licence: string
  /** Plain sentences on what is assumed where facts are unknown; every report repeats them. */
  readonly assumes: readonly string[]
  /** The same assumptions as figures. */
  readonly assumed?: AssumedFacts
  /** Why the pack is a topic assessment and no longer a practice exam, in one plain sentence; absent while the exam lives. */
  readonly lapsed?: string
  readonly items: readonly Item[]
  readonly stimuli: readonly Stimulus[]
  /** Content hash over the operational pool; stored with every form. */
  readonly version: string
}
