import { ok, type Result } from '../../kernel/result.ts'
import type { ResponseMatrix, SparseResponses } from '../model/response-matrix.ts'
import { type EstimateWithError, type ParameterDrift, parameterDrift } from '../statistics/parameter-drift.ts'
import { calibrate } from './calibrate.ts'
import { setupsOf } from './layout.ts'
import type { CalibratedItem, Calibration, CalibrationOptions, CalibrationRefusal } from './types.ts'

/** An item that the bank knows, compared with what the new responses say of it. */
export type AnchorDrift = ParameterDrift & { readonly item: number }

/** What became of the anchors. */
export type DriftReport = {
  /** Every item with bank values, in order. */
  readonly anchors: readonly AnchorDrift[]
  /** The calibration with the anchors that stayed fixed at their bank values and all else free. */
  readonly calibration: Calibration
}

const mostRounds = 5
const fewestAnchors = 2

const none = { a: 0, b: 0, c: 0, d: 0 }

const withErrors = ({ parameters, standardErrors, covarianceAB }: CalibratedItem): EstimateWithError => ({
  parameters,
  standardErrors: standardErrors ?? none,
  covarianceAB: covarianceAB ?? 0,
})

type Bank = readonly (EstimateWithError | null)[]

/** Fixes the items that still serve as anchors at their bank values. */
function anchored(options: CalibrationOptions, bank: Bank, anchors: ReadonlySet<number>): CalibrationOptions {
  const items = setupsOf(options, bank.length).map((setup, item) =>
    anchors.has(item) ? { ...setup, fixed: bank[item]!.parameters } : setup,
  )
  return { ...options, items }
}

/** All items free on the scale of the anchors: the groups are held where the anchored calibration found them. */
function freed(options: CalibrationOptions, { groups }: Calibration): CalibrationOptions {
  return { ...options, latent: groups.map(({ mean, sd }) => ({ mean, sd })) }
}

function compare(bank: Bank, { items }: Calibration): AnchorDrift[] {
  return bank.flatMap((known, item) =>
    known ? [{ item, ...parameterDrift(known, withErrors(items[item]!)) }] : [],
  )
}

/**
 * Looks for anchors that no longer behave as the bank says: calibrates with the anchors fixed and the groups free, frees all items on
 * that scale, and drops the anchors that drifted (by more than 3 standard errors and 0.3 in b) until none is left that did.
 *
 * @param bank bank values of each item, in order; null for a new item
 * @see Donoghue, Isham (1998), A comparison of procedures to detect item parameter drift
 * @example findDrift(responseMatrix([]), { items: [] }, []).ok // false
 */
export function findDrift(
  responses: ResponseMatrix | SparseResponses,
  options: CalibrationOptions,
  bank: Bank,
): Result<DriftReport, CalibrationRefusal> {
  let anchors = new Set(bank.flatMap((known, item) => (known ? [item] : [])))
  for (let round = 1; ; round++) {
    const fixed = calibrate(responses, anchored(options, bank, anchors))
    if (!fixed.ok) return fixed
    const free = calibrate(responses, freed(options, fixed.value))
    if (!free.ok) return free
    const drifts = compare(bank, free.value)
    const stable = new Set(drifts.flatMap(({ item, drifted }) => (drifted ? [] : [item])))
    const settled = stable.size === anchors.size && [...stable].every((item) => anchors.has(item))
    if (settled || round === mostRounds || stable.size < fewestAnchors) {
      return ok({ anchors: drifts, calibration: fixed.value })
    }
    anchors = stable
  }
}
