import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { type Draft, emptyDraft, place, stands } from './draft.ts'
import type { AssemblyModel } from './model.ts'

/** True while a unit may be put on a form without breaking the upper side of any rule, or meeting a rival. */
function fits(model: AssemblyModel, draft: Draft, form: number, unit: number): boolean {
  const { rules, capacity, units } = model
  if (draft.uses[unit]! >= capacity[unit]! || stands(model, draft, form, unit)) return false
  if (draft.rivals[form * units.length + unit]! > 0) return false
  return rules.every(
    ({ weights, high }, rule) => draft.sums[form * rules.length + rule]! + weights[unit]! <= high,
  )
}

/** True where a unit helps a rule that has not its lower side yet; length is left for the end. */
const helps = ({ rules }: AssemblyModel, draft: Draft, form: number, unit: number): boolean =>
  rules.some(
    ({ name, weights, low }, rule) =>
      name.rule !== 'length' && weights[unit]! > 0 && draft.sums[form * rules.length + rule]! < low,
  )

/**
 * Forms to begin a search with: units in an order of chance, form by form in turn, those that a rule still lacks before the others.
 * Every form is as long as it should be where units of the right sizes are left; other rules may be broken.
 */
export function startDraft(model: AssemblyModel, random: SeededRandom): Draft {
  const { forms, length } = model.problem.rules
  const draft = emptyDraft(model)
  const order = shuffle([...model.units.keys()], random)
  const full = (form: number): boolean => draft.sums[form * model.rules.length]! >= length
  const spare = (form: number, unit: number): boolean =>
    draft.uses[unit]! < model.capacity[unit]! &&
    !stands(model, draft, form, unit) &&
    draft.sums[form * model.rules.length]! + model.units[unit]!.length <= length
  const passes: readonly ((form: number, unit: number) => boolean)[] = [
    (form, unit) => fits(model, draft, form, unit) && helps(model, draft, form, unit),
    (form, unit) => fits(model, draft, form, unit),
    spare,
  ]
  for (const allows of passes) {
    order.forEach((unit, turn) => {
      for (let step = 0; step < forms; step++) {
        const form = (turn + step) % forms
        if (!full(form) && allows(form, unit)) place(model, draft, form, unit)
      }
    })
  }
  return draft
}
