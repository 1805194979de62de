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
  /** How many options a multiple-response item asks for; null for other kinds. */
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
  /** SHA-256 of the item's content, hexadecimal; an edit changes it and voids earlier reviews. */
  readonly hash: string
}

/** What a candidate gave for one item, in presented option ids. */
export type Response =
  | { readonly selected: readonly string[] }
  | { readonly ordered: readonly string[] }
  | { readonly matched: Readonly<Record<string, string>> }

/** Text shared by the items of a case study. */
export type Stimulus = { readonly id: string; readonly title: string; readonly text: string }

/** A pool of items for one exam version, with what the pack declares about itself. */
export type Pack = {
  readonly examCode: string
  readonly programme: string
  readonly title: string
  readonly purpose: 'practice' | 'programme'
  readonly licence: string
  /** Plain sentences on what is assumed where facts are unknown; every report repeats them. */
  readonly assumes: readonly string[]
  readonly items: readonly Item[]
  readonly stimuli: readonly Stimulus[]
  /** Content hash over the operational pool; stored with every form. */
  readonly version: string
}
