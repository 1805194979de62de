import { logistic } from '../model/logistic.ts'
import type { ItemLayout, Layout } from './layout.ts'
import type { CalibratedGroup, CalibratedItem } from './types.ts'

/** Covariances of the free parameters, looked up by place in the vector; 0 where a place is not free. */
export type Covariances = (place: number, other: number) => number

/** Makes the look-up from the inverse of an information matrix. */
export function readCovariances({ free }: Layout, inverse: Float64Array): Covariances {
  const parameters = new Map(
    free.flatMap((places, parameter) => places.map((place) => [place, parameter] as const)),
  )
  return (place, other) => {
    const [row, column] = [parameters.get(place), parameters.get(other)]
    return row === undefined || column === undefined ? 0 : inverse[row * free.length + column]!
  }
}

/** Covariances of one a and one k, or of a mean of several k. */
type SlopeIntercept = {
  readonly a: number
  readonly k: number
  readonly aa: number
  readonly ak: number
  readonly kk: number
}

/** Variances and covariance of a and b = -k / a by the delta method. */
function abCovariance({ a, k, aa, ak, kk }: SlopeIntercept) {
  const [byA, byK] = [k / (a * a), -1 / a]
  return { a: aa, b: byA * byA * aa + 2 * byA * byK * ak + byK * byK * kk, ab: byA * aa + byK * ak }
}

/** Slope and mean intercept of the given steps. */
function slopeIntercept(
  vector: Float64Array,
  { slot }: ItemLayout,
  { steps, covariances }: Steps,
): SlopeIntercept {
  const average = (f: (step: number) => number): number =>
    steps.reduce((sum, step) => sum + f(slot + step), 0) / steps.length
  return {
    a: vector[slot]!,
    k: average((place) => vector[place]!),
    aa: covariances(slot, slot),
    ak: average((place) => covariances(slot, place)),
    kk: average((place) => average((other) => covariances(place, other))),
  }
}

type Steps = { readonly steps: readonly number[]; readonly covariances: Covariances }

function dichotomous(
  vector: Float64Array,
  item: ItemLayout,
  covariances: Covariances | undefined,
): CalibratedItem {
  const { slot, setup } = item
  const a = vector[slot]!
  const [c, d] = [logistic(vector[slot + 2]!), logistic(vector[slot + 3]!)]
  const estimates = { model: setup.model, parameters: { a, b: -vector[slot + 1]! / a, c, d } }
  if (!covariances) return { ...estimates, standardErrors: null, covarianceAB: null }
  const ab = abCovariance(slopeIntercept(vector, item, { steps: [1], covariances }))
  const spread = (place: number, p: number): number => p * (1 - p) * Math.sqrt(covariances(place, place))
  const standardErrors = {
    a: Math.sqrt(ab.a),
    b: Math.sqrt(ab.b),
    c: spread(slot + 2, c),
    d: spread(slot + 3, d),
  }
  return { ...estimates, standardErrors, covarianceAB: ab.ab }
}

/** The mean step stands for b; it equals -mean(k) / a. */
function partialCredit(
  vector: Float64Array,
  item: ItemLayout,
  covariances: Covariances | undefined,
): CalibratedItem {
  const { slot, slots, setup } = item
  const a = vector[slot]!
  const steps = Array.from({ length: slots - 1 }, (_, step) => step + 1)
  const values = steps.map((step) => -vector[slot + step]! / a)
  const b = values.reduce((sum, value) => sum + value, 0) / values.length
  const estimates = { model: setup.model, parameters: { a, b, c: 0, d: 1 } }
  if (!covariances)
    return { ...estimates, standardErrors: null, covarianceAB: null, steps: { values, standardErrors: null } }
  const ofSteps = (some: readonly number[]) =>
    abCovariance(slopeIntercept(vector, item, { steps: some, covariances }))
  const ab = ofSteps(steps)
  const errors = steps.map((step) => Math.sqrt(ofSteps([step]).b))
  const standardErrors = { a: Math.sqrt(ab.a), b: Math.sqrt(ab.b), c: 0, d: 0 }
  return { ...estimates, standardErrors, covarianceAB: ab.ab, steps: { values, standardErrors: errors } }
}

/** Estimates of every item in the terms of its model. */
export function readItems(
  vector: Float64Array,
  layout: Layout,
  covariances: Covariances | undefined,
): CalibratedItem[] {
  return layout.items.map((item) =>
    item.setup.model === 'gpcm'
      ? partialCredit(vector, item, covariances)
      : dichotomous(vector, item, covariances),
  )
}

/** Estimates of every group. */
export function readGroups(
  vector: Float64Array,
  layout: Layout,
  covariances: Covariances | undefined,
): CalibratedGroup[] {
  return layout.latent.map((_, group) => {
    const slot = layout.groupSlot + 2 * group
    const sd = Math.exp(vector[slot + 1]!)
    const spread = (place: number): number => Math.sqrt(covariances?.(place, place) ?? 0)
    const standardErrors = covariances ? { mean: spread(slot), sd: sd * spread(slot + 1) } : null
    return { mean: vector[slot]!, sd, standardErrors }
  })
}
