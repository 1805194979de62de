import type { ItemParameters } from '../measurement/model/item-parameters.ts'
import { toSparse } from '../measurement/model/response-matrix.ts'
import { conditionalDif, conditionalFits } from '../measurement/statistics/conditional-fit.ts'
import { expectFromOthers, type Populations } from '../measurement/statistics/expect-from-others.ts'
import type { FitEvidence } from '../measurement/statistics/fit-gates.ts'
import { largestQ3, residualCorrelations } from '../measurement/statistics/q3.ts'
import { type PoolResponses, rowsOf } from './collect-responses.ts'

/** Another item of the pool whose answers go along with an item's beyond what ability explains. */
export type ClosestItem = { readonly itemId: string; readonly q3: number }

/** What the fit gates learn of an item from forms that differ from person to person. */
export type FormFit = Pick<FitEvidence, 'fit' | 'largestQ3' | 'dif'> & {
  readonly closest: ClosestItem | null
}

/**
 * Persons who answered both items before their Q3 is looked at: its standard error is then 0.045, and the largest of 260 true
 * zeros stays below 0.2 in all but one item of a thousand.
 */
const leastForQ3 = 500

/** Answers that either condition must have before they are compared (ETS asks for 100 in the smaller group). */
const leastForDif = 100

/** Fit and closest partner under exam conditions. */
function examineExams(pool: PoolResponses, parameters: readonly ItemParameters[], model: FitModel) {
  const exams = toSparse(rowsOf(pool, 0))
  const groups = new Uint8Array(exams.persons)
  const { expected, abilities } = expectFromOthers(exams, parameters, { groups, latent: model.latent })
  const pairs = residualCorrelations(exams, parameters, abilities)
  return {
    fits: conditionalFits(exams, expected, model.estimated),
    partners: largestQ3(
      pairs.filter(({ persons }) => persons >= leastForQ3),
      exams.items,
    ),
  }
}

/** The ability of those who sat exams, then of those who practised; and how many parameters of each item were estimated. */
export type FitModel = {
  readonly latent: Populations['latent']
  readonly estimated: readonly number[]
}

/**
 * Looks at the fit of every item of a pool whose forms differ: right answers against those expected from each person's other
 * answers, the largest Q3, and whether practice finds the item easier or harder than exams do.
 *
 * @param parameters as the items are scored with, by column
 */
export function examineFit(
  pool: PoolResponses,
  parameters: readonly ItemParameters[],
  model: FitModel,
): FormFit[] {
  const { fits, partners } = examineExams(pool, parameters, model)
  const all = toSparse(pool.responses)
  const { expected } = expectFromOthers(all, parameters, { groups: pool.groups, latent: model.latent })
  const differences = conditionalDif(all, expected, pool.groups)
  return fits.map((fit, column) => {
    const partner = partners[column]
    const { reference, focal, class: dif } = differences[column]!
    return {
      ...(Number.isNaN(fit.p) ? {} : { fit }),
      ...(partner === undefined ? {} : { largestQ3: partner.q3 }),
      ...(Math.min(reference, focal) >= leastForDif ? { dif } : {}),
      closest: partner === undefined ? null : { itemId: pool.items[partner.partner]!, q3: partner.q3 },
    }
  })
}
