import type { Draft } from './draft.ts'
import type { AssemblyModel } from './model.ts'

/**
 * What a search makes small. `aims` are values of information by ability; above them nothing is lost unless `bothSides`, and a
 * relative deviation up to `slack` costs nothing.
 */
export type Prices = {
  readonly aims: Float64Array
  readonly bothSides: boolean
  readonly slack: number
  /** Price of one unit of violation, beside squared relative deviations of information. */
  readonly violation: number
}

/** A change of one form: the units that leave it and those that come. */
export type Change = {
  readonly form: number
  readonly out: readonly number[]
  readonly into: readonly number[]
}

const beyond = (sum: number, low: number, high: number): number =>
  sum < low ? low - sum : sum > high ? sum - high : 0

function sumOver(weights: Float64Array, units: readonly number[]): number {
  let sum = 0
  for (const unit of units) sum += weights[unit]!
  return sum
}

function pairsWithin({ rivals }: AssemblyModel, units: readonly number[], others: readonly number[]): number {
  let pairs = 0
  for (const unit of units) {
    const enemies = rivals[unit]!
    if (enemies.length > 0) for (const other of others) if (enemies.includes(other)) pairs += 1
  }
  return pairs
}

/** Pairs of rivals on a form after a change. */
function conflictsAfter(model: AssemblyModel, draft: Draft, { form, out, into }: Change): number {
  const from = form * model.units.length
  let conflicts = draft.conflicts[form]!
  for (const unit of into) conflicts += draft.rivals[from + unit]!
  for (const unit of out) conflicts -= draft.rivals[from + unit]!
  conflicts -= pairsWithin(model, into, out)
  return conflicts + pairsWithin(model, into, into) / 2 + pairsWithin(model, out, out) / 2
}

const nothing: readonly number[] = []

/** How far a form would break the rules after a change: items, minutes and pairs of enemies; 0 when it keeps them all. */
export function violationAfter(model: AssemblyModel, draft: Draft, change: Change): number {
  const { rules } = model
  let violation = conflictsAfter(model, draft, change)
  for (let rule = 0; rule < rules.length; rule++) {
    const { low, high, scale, weights } = rules[rule]!
    const sum =
      draft.sums[change.form * rules.length + rule]! +
      sumOver(weights, change.into) -
      sumOver(weights, change.out)
    violation += beyond(sum, low, high) / scale
  }
  return violation
}

/** The same for the form as it stands. */
export const violationOf = (model: AssemblyModel, draft: Draft, form: number): number =>
  violationAfter(model, draft, { form, out: nothing, into: nothing })

/** The relative deviation of a value from an aim that counts: what lies beyond the slack, 0 or more. */
export function missOf(value: number, at: number, { aims, bothSides, slack }: Prices): number {
  const deviation = value / aims[at]! - 1
  return Math.max(0, (bothSides ? Math.abs(deviation) : -deviation) - slack)
}

/** Information of a form at one ability after a change. */
function informationAfter(
  { abilities, information }: AssemblyModel,
  draft: Draft,
  { form, out, into }: Change,
  at: number,
): number {
  let sum = draft.information[form * abilities + at]!
  for (const unit of into) sum += information[unit * abilities + at]!
  for (const unit of out) sum -= information[unit * abilities + at]!
  return sum
}

/** Energy of a form after a change: its violation at its price, and its squared misses of the aims. */
export function energyAfter(model: AssemblyModel, draft: Draft, change: Change, prices: Prices): number {
  let energy = prices.violation * violationAfter(model, draft, change)
  for (let at = 0; at < model.abilities; at++) {
    const miss = missOf(informationAfter(model, draft, change, at), at, prices)
    energy += miss * miss
  }
  return energy
}

/** The same for the form as it stands. */
export const energyOf = (model: AssemblyModel, draft: Draft, form: number, prices: Prices): number =>
  energyAfter(model, draft, { form, out: nothing, into: nothing }, prices)
