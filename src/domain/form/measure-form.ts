import type { Item } from '../item/types.ts'
import type { ItemEstimate, ItemState } from '../measurement/bank/item-estimate.ts'
import { buildConversionTable } from '../measurement/equating/conversion-table.ts'
import {
  type FrozenConversionTable,
  freezeConversionTable,
  type HashText,
} from '../measurement/equating/freeze-conversion.ts'
import { type ReportingScale, reportingScale } from '../measurement/equating/reporting-scale.ts'
import type { ItemParameters } from '../measurement/model/item-parameters.ts'
import { type DecisionQuality, decisionQuality } from '../measurement/statistics/decision-quality.ts'
import { estimateOf, type ItemBank, judgeItems, type Population } from './item-bank.ts'

/** Ability at the standard: the origin of every scale here. */
export const thetaCut = 0

/** Fewest scored items on which a domain, or a whole form, is given more than its counts. */
export const fewestItemsForAnEstimate = 12

/**
 * How a form is measured, stored with it: the parameters that its items had when it was drawn, and the conversion made of them.
 * An old report so stays what it was, whatever later calibrations find.
 */
export type FormMeasurement = {
  /** Version of the item parameters; 0 where they are judged only. */
  readonly version: number
  readonly population: Population
  /** One estimate for each item of the form, in form order. */
  readonly estimates: readonly ItemEstimate[]
  /** Null on a form of fewer than 12 scored items, and on one that grows item by item. */
  readonly conversion: FrozenConversionTable | null
  readonly decisions: DecisionQuality | null
}

type MeasuredItem = { readonly scored: boolean; readonly item: Item }

/** Digits beyond the sixth say nothing and differ between machines. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

const roundEstimate = (estimate: ItemEstimate): ItemEstimate => {
  const { a, b, c, d } = estimate.parameters
  return { ...estimate, parameters: { a: rounded(a), b: rounded(b), c: rounded(c), d: rounded(d) } }
}

/** The estimates of a form's items; one that the bank does not know has its judged value. */
export function estimatesOf(items: readonly MeasuredItem[], bank: ItemBank): ItemEstimate[] {
  const judged = judgeItems(items.map(({ item }) => item))
  return items.map(({ item }) =>
    roundEstimate((estimateOf(item.id, bank) ?? judged.get(item.id)) as ItemEstimate),
  )
}

const roundQuality = (quality: DecisionQuality): DecisionQuality =>
  Object.fromEntries(
    Object.entries(quality).map(([name, value]) => [name, rounded(value)]),
  ) as DecisionQuality

/** The scale of a form's reports: its cut score at the standard. @example scaleOfForm(720).cutTheta // 0 */
export const scaleOfForm = (cutScore: number): ReportingScale => reportingScale(cutScore, thetaCut)

/** What a form is measured from. */
export type MeasureRequest = {
  readonly formId: string
  readonly cutScore: number
  readonly items: readonly MeasuredItem[]
}

/**
 * Measures a form from the parameters of its items: the raw cut is the score expected at the standard, rounded up, the scale is
 * tied to theta, and the conversion table is frozen under its hash.
 *
 * @param hash SHA-256, hexadecimal
 * @returns version, estimates, conversion and decision quality; no conversion below 12 scored items
 * @example measureForm({ formId: 'f', cutScore: 720, items: [] }, makeBank({ items: [] }, null), () => '').conversion // null
 */
export function measureForm(form: MeasureRequest, bank: ItemBank, hash: HashText): FormMeasurement {
  const { version, population } = bank
  const estimates = estimatesOf(form.items, bank)
  const scored: ItemParameters[] = estimates.flatMap(({ parameters }, index) =>
    form.items[index]?.scored ? [parameters] : [],
  )
  if (scored.length < fewestItemsForAnEstimate)
    return { version, population, estimates, conversion: null, decisions: null }
  const table = buildConversionTable({
    formId: form.formId,
    scale: scaleOfForm(form.cutScore),
    items: scored,
  })
  return {
    version,
    population,
    estimates,
    conversion: freezeConversionTable(table, hash),
    decisions: roundQuality(decisionQuality(scored, { thetaCut, rawCut: table.rawCut, population })),
  }
}

/** How many items are in each state. @example countStates([]).held // 0 */
export function countStates(estimates: readonly Pick<ItemEstimate, 'state'>[]): Record<ItemState, number> {
  const counts: Record<ItemState, number> = { uncalibrated: 0, provisional: 0, operational: 0, held: 0 }
  for (const { state } of estimates) counts[state] += 1
  return counts
}
