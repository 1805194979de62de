import type { AssemblyModel } from './model.ts'

/** Forms in the making: which units stand where, and the sums by which a change is judged without counting again. */
export type Draft = {
  /** Units of each form, in no order. */
  readonly members: readonly number[][]
  /** 1 where a unit stands on a form: `within[form * units + unit]`. */
  readonly within: Uint8Array
  /** Forms on which a unit stands. */
  readonly uses: Int32Array
  /** Sums of the rules, and of information, by form. */
  readonly sums: Float64Array
  readonly information: Float64Array
  /** Rivals of a unit that stand on a form: `rivals[form * units + unit]`. */
  readonly rivals: Uint16Array
  /** Pairs of rivals on each form. */
  readonly conflicts: Float64Array
}

/** Empty forms. */
export function emptyDraft({ problem, units, rules, abilities }: AssemblyModel): Draft {
  const { forms } = problem.rules
  return {
    members: Array.from({ length: forms }, () => []),
    within: new Uint8Array(forms * units.length),
    uses: new Int32Array(units.length),
    sums: new Float64Array(forms * rules.length),
    information: new Float64Array(forms * abilities),
    rivals: new Uint16Array(forms * units.length),
    conflicts: new Float64Array(forms),
  }
}

function shift(
  { rules, rivals, information, abilities, units }: AssemblyModel,
  draft: Draft,
  { form, unit, by }: { readonly form: number; readonly unit: number; readonly by: 1 | -1 },
): void {
  draft.within[form * units.length + unit] = by === 1 ? 1 : 0
  draft.uses[unit]! += by
  rules.forEach(({ weights }, rule) => {
    draft.sums[form * rules.length + rule]! += by * weights[unit]!
  })
  for (let at = 0; at < abilities; at++)
    draft.information[form * abilities + at]! += by * information[unit * abilities + at]!
  draft.conflicts[form]! += by * draft.rivals[form * units.length + unit]!
  for (const rival of rivals[unit]!) draft.rivals[form * units.length + rival]! += by
}

/** Puts a unit on a form. */
export function place(model: AssemblyModel, draft: Draft, form: number, unit: number): void {
  draft.members[form]!.push(unit)
  shift(model, draft, { form, unit, by: 1 })
}

/** Takes a unit off a form. */
export function remove(model: AssemblyModel, draft: Draft, form: number, unit: number): void {
  const members = draft.members[form]!
  members[members.indexOf(unit)] = members.at(-1)!
  members.pop()
  shift(model, draft, { form, unit, by: -1 })
}

/** True where a unit stands on a form. */
export const stands = ({ units }: AssemblyModel, draft: Draft, form: number, unit: number): boolean =>
  draft.within[form * units.length + unit] === 1
