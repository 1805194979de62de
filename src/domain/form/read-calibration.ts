import type { ItemEstimate } from '../measurement/bank/item-estimate.ts'
import { stateOf } from '../measurement/bank/item-state.ts'
import type { CalibratedItem, Calibration } from '../measurement/calibration/types.ts'
import { missing, type ResponseMatrix } from '../measurement/model/response-matrix.ts'
import { judgeFit } from '../measurement/statistics/fit-gates.ts'
import { itemStatistics } from '../measurement/statistics/item-statistics.ts'
import { type EstimateWithError, parameterDrift } from '../measurement/statistics/parameter-drift.ts'
import { type PoolResponses, rowsOf } from './collect-responses.ts'
import { examineFit } from './examine-fit.ts'
import type { ItemDrift, RunItem } from './item-bank.ts'

const none = { a: 0, b: 0, c: 0, d: 0 }

const withError = ({ parameters, standardErrors, covarianceAB }: CalibratedItem): EstimateWithError => ({
  parameters,
  standardErrors: standardErrors ?? none,
  covarianceAB: covarianceAB ?? 0,
})

/**
 * How far an anchor moved since its parameters were frozen.
 * @param now what the new responses alone say of it
 */
export function driftOf(anchor: ItemEstimate, now: CalibratedItem): ItemDrift {
  const before: EstimateWithError = {
    parameters: anchor.parameters,
    standardErrors: { ...none, a: anchor.logDiscriminationSd * anchor.parameters.a, b: anchor.difficultySd },
    covarianceAB: 0,
  }
  const { changeB, zB, drifted } = parameterDrift(before, withError(now))
  return { changeB, zB, drifted }
}

const countColumn = ({ persons, items, cells }: ResponseMatrix, column: number): number => {
  let count = 0
  for (let row = 0; row < persons; row++) count += cells[row * items + column] === missing ? 0 : 1
  return count
}

/** What a run knows of its items beside the estimates. */
export type RunEvidence = {
  readonly pool: PoolResponses
  readonly version: number
  /** Content hash by item id. */
  readonly hashes: ReadonlyMap<string, string>
  /** Items that are scored with frozen parameters, by column, and the run that froze them. */
  readonly frozen: ReadonlyMap<number, RunItem>
  readonly drifts: ReadonlyMap<number, ItemDrift>
  /** Drift for which an earlier run held an item, by id: it stays held until it is edited or released. */
  readonly drifted: ReadonlyMap<string, ItemDrift>
}

/** Pools are calibrated by a model of two parameters. */
const parametersOfItem = 2

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

function readEstimate({ parameters, standardErrors }: CalibratedItem, frozen: RunItem | undefined) {
  if (frozen !== undefined) {
    const { parameters: kept, logDiscriminationSd, difficultySd, since } = frozen
    return { parameters: kept, logDiscriminationSd, difficultySd, since }
  }
  const { a, b } = standardErrors ?? none
  return { parameters, logDiscriminationSd: a / parameters.a, difficultySd: b, since: null }
}

/**
 * Reads a calibration item by item: parameters with their errors, classical statistics under exam conditions, the gates, and the
 * state that follows. Operational items keep the parameters that they were frozen with.
 */
export function readItems({ items: estimates, groups }: Calibration, evidence: RunEvidence): RunItem[] {
  const { pool, version, hashes, frozen, drifts, drifted } = evidence
  const [exam, practice] = [rowsOf(pool, 0), rowsOf(pool, 1)]
  const classical = itemStatistics(exam)
  const read = estimates.map((item, column) => readEstimate(item, frozen.get(column)))
  const fits = examineFit(
    pool,
    read.map(({ parameters }) => parameters),
    { latent: groups, estimated: read.map(({ since }) => (since === null ? parametersOfItem : 0)) },
  )
  return pool.items.map((itemId, column) => {
    const { since, ...estimate } = read[column]!
    const { closest, ...formFit } = fits[column]!
    const { answered, p, itemRest } = classical[column]!
    const drift = drifts.get(column) ?? drifted.get(itemId) ?? null
    const fit = judgeFit({
      answered,
      a: estimate.parameters.a,
      itemRest,
      ...formFit,
      ...(drift === null ? {} : { drift }),
    })
    return {
      itemId,
      hash: hashes.get(itemId) ?? '',
      ...estimate,
      state: stateOf({ responses: answered, errorOfB: estimate.difficultySd, verdict: fit.verdict }),
      responses: answered,
      practice: countColumn(practice, column),
      since: since ?? version,
      p: finite(p),
      itemRest: finite(itemRest),
      fit,
      closest,
      drift,
    }
  })
}
