import { isAdaptive } from '../form/adaptive-form.ts'
import { countStates, fewestItemsForAnEstimate } from '../form/measure-form.ts'
import type { Form } from '../form/types.ts'
import type { Attempt } from './types.ts'

const tooShort = `No scaled score: fewer than ${fewestItemsForAnEstimate} scored items say too little; the counts are facts.`

const study =
  'No scaled score: in study mode the key is shown after each item, so counts are all that can be said.'

const unmeasured =
  'No scaled score: this form was drawn before forms had conversion tables; the counts are facts.'

const byTable =
  "Scaled score on Cairn's own forms, not the vendor's scale, by this form's conversion table: equal ability, equal score, " +
  'whichever form was drawn. The 95% interval comes from the standard error of measurement.'

const byAbility =
  "Estimated ability on the scale of Cairn's own forms, not the vendor's: each item was chosen by the answers before it, so the " +
  'number correct says little and the difficulty of the items says the rest. The interval is a 95% one.'

/** Says how much of the form rests on judgement alone. */
function judgedText(form: Form): string {
  const estimates = form.measurement?.estimates.filter((_, index) => form.items[index]?.scored) ?? []
  const { uncalibrated } = countStates(estimates)
  if (uncalibrated === 0) return ''
  const which =
    uncalibrated === estimates.length
      ? 'Every scored item is'
      : `${uncalibrated} of ${estimates.length} scored items are`
  return ` ${which} rated by judgement only (Angoff values), not yet measured on enough candidates: the whole scale may lie too high or too low, and the interval does not count that.`
}

/** How the scaled score of a report came about, and what it does not know, in plain sentences. */
export function scaleText({ mode, form }: Pick<Attempt, 'mode' | 'form'>, scored: number): string {
  if (mode === 'study') return study
  if (scored < fewestItemsForAnEstimate) return tooShort
  if (form.measurement === undefined) return unmeasured
  return `${isAdaptive(form) ? byAbility : byTable}${judgedText(form)}`
}
