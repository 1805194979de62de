import type { PlacedItem, ScorableKind, Stimulus } from '../item/types.ts'
import type { CalendarDate } from '../kernel/calendar-date.ts'
import type { AdaptivePlan } from './adaptive-plan.ts'
import type { FormMeasurement } from './measure-form.ts'

/** Share of a domain in the scored items of a form. `weightPercent` null where the guide's weights are unknown. */
export type BlueprintDomain = {
  readonly number: number
  readonly name: string
  readonly weightPercent: number | null
  readonly tasks: readonly string[]
}

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

/** One item in its place, from 1. An item that is not scored is a pretest item; nothing marks it to the candidate. */
export type FormItem = PlacedItem & {
  readonly position: number
  readonly scored: boolean
}

/**
 * The fixed set of items one candidate sees, with keys. Drawn once and stored; never recomputed. A form with an adaptive plan
 * grows by one item after each response; what was placed once stays.
 */
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
  /** Absent on a form that was drawn before forms were measured: its report has counts only. */
  readonly measurement?: FormMeasurement
  readonly adaptive?: AdaptivePlan
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
