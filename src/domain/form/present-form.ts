import type { Form, FormItem, PresentedForm, PresentedItem } from './types.ts'

const labels = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** How many options are asked for; for an ordering item the number of places in its key. */
function askedOf({ item }: FormItem): number | null {
  if (item.kind !== 'ordering') return item.select
  return item.options.filter((option) => typeof option.key === 'number').length
}

/**
 * An item as a candidate may see it, built field by field so that nothing else can pass.
 * @example presentItem(placed, []).options.map((option) => option.label) // ['A', 'B', 'C', 'D']
 */
export function presentItem(placed: FormItem, stimuli: Form['stimuli']): PresentedItem {
  const { item } = placed
  const stimulus = stimuli.find(({ id }) => id === item.stimulusId)
  const select = askedOf(placed)
  const prompts = placed.promptIds.map((id, place) => ({
    id,
    text: item.prompts[placed.promptOrder[place] ?? -1]?.text ?? '',
  }))
  return {
    position: placed.position,
    kind: item.kind,
    stem: item.stem,
    ...(stimulus ? { stimulus: { title: stimulus.title, text: stimulus.text } } : {}),
    ...(select === null ? {} : { select }),
    options: placed.optionIds.map((id, place) => ({
      id,
      label: labels[place] ?? String(place + 1),
      text: item.options[placed.optionOrder[place] ?? -1]?.text ?? '',
    })),
    ...(prompts.length > 0 ? { prompts } : {}),
  }
}

/**
 * A form as a candidate may see it: no key, no rationale, no author order, no mark on pretest items.
 * @example presentForm(form).items.length // form.items.length
 */
export function presentForm(form: Form): PresentedForm {
  return { formId: form.formId, items: form.items.map((placed) => presentItem(placed, form.stimuli)) }
}
