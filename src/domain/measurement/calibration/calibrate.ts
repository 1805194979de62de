import { fail, ok, type Result } from '../../kernel/result.ts'
import { invertPositiveDefinite } from '../model/positive-definite.ts'
import { equalNodes } from '../model/quadrature.ts'
import type { ResponseMatrix, SparseResponses } from '../model/response-matrix.ts'
import { checkResponses, findRefusal } from './check-responses.ts'
import { chooseKernel } from './choose-kernel.ts'
import { crossProductInformation } from './cross-product.ts'
import { type Covariances, readCovariances, readGroups, readItems } from './estimates.ts'
import { type Expectation, makeExpectation } from './expectation-maximisation.ts'
import type { Persons } from './kernel.ts'
import { layOut } from './layout.ts'
import { observedInformation } from './observed-information.ts'
import { search } from './squarem.ts'
import { itemTotals, startVector } from './start-values.ts'
import type { Calibration, CalibrationOptions, CalibrationProgress, CalibrationRefusal } from './types.ts'

/** Cells up to which standard errors come from Oakes's identity unless told; beyond it the cross-product takes one pass. */
const oakesUpTo = { 'byte-table': 200_000, sparse: 200_000, 's-grid': 2_000_000 }

const personsOf = (
  { persons }: { readonly persons: number },
  { groups, weights }: CalibrationOptions,
): Persons => ({
  count: persons,
  groups: Uint16Array.from({ length: persons }, (_, person) => groups?.[person] ?? 0),
  weights: Float64Array.from({ length: persons }, (_, person) => weights?.[person] ?? 1),
})

type Fitted = {
  readonly responses: ResponseMatrix | SparseResponses
  readonly persons: Persons
  readonly em: Expectation
  readonly vector: Float64Array
}

function covariancesOf(
  { responses, persons, em, vector }: Fitted,
  wish: CalibrationOptions['standardErrors'],
): Covariances | undefined {
  const method =
    wish ?? (responses.persons * responses.items <= oakesUpTo[em.kernel] ? 'oakes' : 'cross-product')
  if (method === 'none') return undefined
  const { layout, nodes } = em
  const information =
    method === 'oakes'
      ? observedInformation(em, vector)
      : crossProductInformation(responses, persons, { layout, nodes, vector })
  const inverse = invertPositiveDefinite(information, layout.free.length)
  return inverse && readCovariances(layout, inverse)
}

/**
 * Calibrates as `calibrate` does, one E-step at a time: every `next()` of the generator takes one step and tells how far the search
 * is, so that a caller can report progress, or stop by not asking again.
 *
 * @example [...calibrateStepwise(responseMatrix([]), { items: [] })] // []
 */
export function* calibrateStepwise(
  responses: ResponseMatrix | SparseResponses,
  options: CalibrationOptions,
): Generator<CalibrationProgress, Result<Calibration, CalibrationRefusal>> {
  const layout = layOut(options, responses.items)
  checkResponses(responses, layout, options)
  const persons = personsOf(responses, options)
  const totals = itemTotals(responses, persons)
  const refusal = findRefusal(layout, totals)
  if (refusal) return fail(refusal)
  const [low, high] = options.range ?? [-6, 6]
  const nodes = equalNodes(options.nodes ?? 61, low, high)
  const kernel = chooseKernel({ responses, persons, layout, nodes }, options.kernel)
  const em = makeExpectation(kernel, layout, nodes)
  const { tolerance = 1e-6, maximumSteps = 2000 } = options
  const { vector, converged, steps, path } = yield* search(em, startVector(layout, totals, options.slope), {
    tolerance,
    maximumSteps,
  })
  const { logLikelihood } = em.expect(vector)
  const covariances = covariancesOf({ responses, persons, em, vector }, options.standardErrors)
  return ok({
    items: readItems(vector, layout, covariances),
    groups: readGroups(vector, layout, covariances),
    logLikelihood,
    logPosterior: logLikelihood + em.logPrior(vector),
    parameters: layout.free.length,
    converged,
    steps,
    path,
    kernel: kernel.name,
  })
}

/**
 * Estimates item parameters and the ability distribution of each group: marginal maximum likelihood, or its maximum a posteriori
 * where items carry priors, by Bock-Aitkin EM with Newton M-steps and squared extrapolation. Deterministic: the same
 * responses and options give the same numbers to the last bit.
 *
 * @param responses scores of persons (rows) on items; missing answers count as not presented
 * @returns estimates on the scale D = 1, or why there is no finite maximum
 * @throws RangeError for setups, groups or scores that do not fit each other
 * @see Bock, Aitkin (1981), Marginal maximum likelihood estimation of item parameters; Mislevy (1986)
 * @example calibrate(responseMatrix([]), { items: [] }).ok // false
 */
export function calibrate(
  responses: ResponseMatrix | SparseResponses,
  options: CalibrationOptions,
): Result<Calibration, CalibrationRefusal> {
  const steps = calibrateStepwise(responses, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
