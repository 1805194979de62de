import { drawVariant } from './draw-variant.ts'
import { fillJson, fillObject, fillText } from './fill.ts'
import type { CaseTemplate, HiddenCases, Lab, LabCase, Requirement, VariantValues } from './types.ts'

/** Draws that may repeat a case before a requirement makes do with fewer: this many for each case wanted. */
const patience = 8

type Place = { readonly lab: Lab; readonly requirement: Requirement; readonly visible: boolean }

function fillCase(
  template: CaseTemplate,
  { lab, requirement, visible }: Place,
  values: VariantValues,
): LabCase {
  return {
    requirementId: requirement.id,
    title: fillText(template.title, values),
    visible,
    probe: template.probe ?? lab.probe,
    ask: fillObject({ ...lab.ask, ...requirement.ask, ...template.ask }, values),
    expect: fillJson(template.expect as never, values),
  }
}

function drawHidden(hidden: HiddenCases, place: Place, seed: string, values: VariantValues): LabCase[] {
  const drawn = new Map<string, LabCase>()
  for (let turn = 0; turn < hidden.count * patience && drawn.size < hidden.count; turn++) {
    const own = drawVariant(hidden.vary, `${seed}/${turn}`, values)
    const filled = fillCase(hidden, place, { ...values, ...own })
    drawn.set(JSON.stringify(filled.ask), filled)
  }
  return [...drawn.values()]
}

function casesOf(lab: Lab, requirement: Requirement, seed: string, values: VariantValues): LabCase[] {
  const visible = requirement.cases.map((template) =>
    fillCase(template, { lab, requirement, visible: true }, values),
  )
  const seen = new Set(visible.map(({ ask }) => JSON.stringify(ask)))
  const hidden = requirement.hidden.flatMap((each, index) =>
    drawHidden(each, { lab, requirement, visible: false }, `${seed}/${requirement.id}/${index}`, values),
  )
  return [...visible, ...hidden.filter(({ ask }) => !seen.has(JSON.stringify(ask)))]
}

/** The values of a lab's personal variant. */
export const variantOf = (lab: Lab, seed: string): VariantValues =>
  drawVariant(lab.variant, `lab/${lab.id}/${seed}`)

/**
 * The matrix by which work on a variant is graded: the visible cases, and the hidden ones that the seed draws. Equal
 * seeds give equal matrices; a hidden case is never a visible one, and none stands twice.
 *
 * @throws RangeError where the lab names a value that its variant does not have
 */
export function drawMatrix(lab: Lab, seed: string): readonly LabCase[] {
  const values = variantOf(lab, seed)
  return lab.requirements.flatMap((requirement) => casesOf(lab, requirement, `lab/${lab.id}/${seed}`, values))
}
