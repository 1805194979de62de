import type { CalendarDate } from '../kernel/calendar-date.ts'
import type { Item, ScorableKind, Stimulus } from '../item/types.ts'

/** Share of a domain in the scored items of a form. `weightPercent` null where the guide's weights are unknown. */
export type BlueprintDomain = { readonly number: number; readonly name: string; readonly weightPercent: number | null; readonly tasks: readonly string[] }

/** What a form must look like: counts of items, minutes, scaled cut, weights. */
export type Blueprint = {
  readonly examCode: string
  readonly scoredItems: number
  readonly unscoredItems: number
  readonly durationMinutes: number
  readonly cutScore: number
  readonly kinds: readonly ScorableKind[]
  readonly domains: readonly BlueprintDomain[]
  /** Plain sentences on what is assumed; every report repeats them. */
  readonly assumes: readonly string[]
}

/**
 * One item in its place. `optionOrder[i]` is the author's index of the option presented at place `i`, `optionIds[i]` its
 * identifier on this form; prompts likewise. Identifiers say nothing of author order or key.
 */
export type FormItem = {
  readonly position: number
  readonly item: Item
  readonly scored: boolean
  readonly optionOrder: readonly number[]
  readonly optionIds: readonly string[]
  readonly promptOrder: readonly number[]
  readonly promptIds: readonly string[]
}

/** The fixed set of items one candidate sees, with keys. Drawn once and stored; never recomputed. */
export type Form = {
  readonly formId: string
  readonly examCode: string
  readonly seed: string
  readonly assemblyVersion: number
  readonly packVersion: string
  readonly drawnOn: CalendarDate
  readonly blueprint: Blueprint
  readonly purpose: 'practice' | 'programme'
  readonly items: readonly FormItem[]
  readonly stimuli: readonly Stimulus[]
}

export type PresentedOption = { readonly id: string; readonly label: string; readonly text: string }

/** An item as a candidate may see it: no key, no rationale, no author order. */
export type PresentedItem = {
  readonly position: number
  readonly kind: ScorableKind
  readonly stem: string
  readonly stimulus?: { readonly title: string; readonly text: string }
  readonly select?: number
  readonly options: readonly PresentedOption[]
  readonly prompts?: readonly { readonly id: string; readonly text: string }[]
}

/** A form as a candidate may see it. */
export type PresentedForm = { readonly formId: string; readonly items: readonly PresentedItem[] }
