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

/** Variance and covariance of a and b = -k / a by the delta method. */
function abCovariance(vector: Float64Array, slot: number, step: number, covariances: Covariances) {
  const [a, k] = [vector[slot]!, vector[slot + step]!]
  const [aa, ak, kk] = [
    covariances(slot, slot),
    covariances(slot, slot + step),
    covariances(slot + step, slot + step),
  ]
  const [byA, byK] = [k / (a * a), -1 / a]
  return { a: aa, b: byA * byA * aa + 2 * byA * byK * ak + byK * byK * kk, ab: byA * aa + byK * ak }
}

function dichotomous(
  vector: Float64Array,
  { slot, setup }: ItemLayout,
  covariances: Covariances | undefined,
): CalibratedItem {
  const a = vector[slot]!
  const [c, d] = [logistic(vector[slot + 2]!), logistic(vector[slot + 3]!)]
  const parameters = { a, b: -vector[slot + 1]! / a, c, d }
  if (!covariances) return { model: setup.model, parameters, standardErrors: null, covarianceAB: null }
  const ab = abCovariance(vector, slot, 1, covariances)
  const spread = (place: number, p: number): number => p * (1 - p) * Math.sqrt(covariances(place, place))
  const standardErrors = {
    a: Math.sqrt(ab.a),
    b: Math.sqrt(ab.b),
    c: spread(slot + 2, c),
    d: spread(slot + 3, d),
  }
  return { model: setup.model, parameters, standardErrors, covarianceAB: ab.ab }
}

/** The mean step stands for b; it equals -mean(k) / a, so that its covariances are those of the mean of the k. */
function partialCredit(
  vector: Float64Array,
  { slot, slots, setup }: ItemLayout,
  covariances: Covariances | undefined,
): CalibratedItem {
  const a = vector[slot]!
  const offsets = Array.from({ length: slots - 1 }, (_, step) => step + 1)
  const values = offsets.map((step) => -vector[slot + step]! / a)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const parameters = { a, b: mean, c: 0, d: 1 }
  if (!covariances) {
    return {
      model: setup.model,
      parameters,
      standardErrors: null,
      covarianceAB: null,
      steps: { values, standardErrors: null },
    }
  }
  const average = (f: (step: number) => number): number =>
    offsets.reduce((sum, step) => sum + f(step), 0) / offsets.length
  const meanK: Covariances = (place, other) => {
    const at = (p: number, q: number): number => covariances(slot + p, slot + q)
    if (place === slot && other === slot) return at(0, 0)
    if (place === slot) return average((step) => at(0, step))
    return average((step) => average((another) => at(step, another)))
  }
  const middle = Float64Array.of(a, -mean * a)
  const ab = abCovariance(middle, 0, 1, (place, other) => meanK(slot + place, slot + other))
  const errors = offsets.map((step) => Math.sqrt(abCovariance(vector, slot, step, covariances).b))
  const standardErrors = { a: Math.sqrt(ab.a), b: Math.sqrt(ab.b), c: 0, d: 0 }
  return {
    model: setup.model,
    parameters,
    standardErrors,
    covarianceAB: ab.ab,
    steps: { values, standardErrors: errors },
  }
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
