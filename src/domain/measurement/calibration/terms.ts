import { logistic } from '../model/logistic.ts'
import type { Counts } from './counts.ts'
import type { ItemLayout } from './layout.ts'

/** Expected log-likelihood of one item with its gradient and information by the item's slots; reused, never kept. */
export type Terms = {
  value: number
  readonly gradient: Float64Array
  readonly information: Float64Array
  readonly size: number
}

/** Where terms are taken: the parameters, and the counts that were expected at the nodes. */
export type TermPoint = {
  readonly vector: Float64Array
  readonly counts: Counts
  readonly nodes: Float64Array
}

/** Makes empty terms for an item of so many slots. */
export const makeTerms = (size: number): Terms => ({
  value: 0,
  gradient: new Float64Array(size),
  information: new Float64Array(size * size),
  size,
})

/** Terms of a logistic item: mass k + moment a - Σ n ln(1 + exp(a x + k)), for which Newton's information is exact. */
function addLogistic({ vector, counts, nodes }: TermPoint, { slot, index }: ItemLayout, terms: Terms): void {
  const [a, k] = [vector[slot]!, vector[slot + 1]!]
  const [mass, moment] = [counts.mass[index]!, counts.moment[index]!]
  const from = index * nodes.length
  let [value, sumP, sumPx, sumV, sumVx, sumVxx] = [0, 0, 0, 0, 0, 0]
  for (let node = 0; node < nodes.length; node++) {
    const tries = counts.tries[from + node]!
    const x = nodes[node]!
    const z = a * x + k
    const power = Math.exp(-Math.abs(z))
    const near = 1 / (1 + power)
    const expected = tries * (z > 0 ? near : power * near)
    const spread = tries * power * near * near
    value += tries * (Math.max(z, 0) + Math.log1p(power))
    sumP += expected
    sumPx += expected * x
    sumV += spread
    sumVx += spread * x
    sumVxx += spread * x * x
  }
  const { gradient, information, size } = terms
  terms.value = mass * k + moment * a - value
  gradient[0] = moment - sumPx
  gradient[1] = mass - sumP
  information[0] = sumVxx
  information[1] = information[size] = sumVx
  information[size + 1] = sumV
}

type Share = { readonly residual: number; readonly weight: number }

function addOuter(
  { gradient, information, size }: Terms,
  slopes: Float64Array,
  { residual, weight }: Share,
): void {
  for (let i = 0; i < size; i++) {
    gradient[i]! += residual * slopes[i]!
    for (let j = 0; j < size; j++) information[i * size + j]! += weight * slopes[i]! * slopes[j]!
  }
}

/** Terms of an item with asymptotes; the information is the expected one (Fisher scoring). */
function addBounded(
  { vector, counts, nodes }: TermPoint,
  { slot, index, row }: ItemLayout,
  terms: Terms,
): void {
  const width = nodes.length
  const c = logistic(vector[slot + 2]!)
  const d = logistic(vector[slot + 3]!)
  if (!(c < d)) {
    terms.value = Number.NEGATIVE_INFINITY
    return
  }
  const slopes = new Float64Array(4)
  for (let node = 0; node < width; node++) {
    const tries = counts.tries[index * width + node]!
    const correct = counts.categories![(row + 1) * width + node]!
    const z = vector[slot]! * nodes[node]! + vector[slot + 1]!
    const [s, other] = [logistic(z), logistic(-z)]
    const p = c + (d - c) * s
    const q = 1 - d + (d - c) * other
    slopes[1] = (d - c) * s * other
    slopes[0] = slopes[1]! * nodes[node]!
    slopes[2] = c * (1 - c) * other
    slopes[3] = d * (1 - d) * s
    terms.value += correct * Math.log(p) + (tries - correct) * Math.log(q)
    addOuter(terms, slopes, { residual: correct / p - (tries - correct) / q, weight: tries / (p * q) })
  }
}

/** P(score >= step) at one node, for the steps 1 to m, from the exponents a x + k_v; gives the ln of what they were divided by. */
function fillReach(vector: Float64Array, { slot, categories }: ItemLayout, { reach, x }: Reach): number {
  let [sum, largest] = [0, 0]
  for (let step = 1; step < categories; step++) {
    sum += vector[slot]! * x + vector[slot + step]!
    reach[step] = sum
    largest = Math.max(largest, sum)
  }
  let total = Math.exp(-largest)
  for (let step = 1; step < categories; step++) {
    reach[step] = Math.exp(reach[step]! - largest)
    total += reach[step]!
  }
  for (let step = categories - 2; step > 0; step--) reach[step]! += reach[step + 1]!
  for (let step = 1; step < categories; step++) reach[step]! /= total
  return largest + Math.log(total)
}

type Reach = { readonly reach: Float64Array; readonly x: number }

/** Subtracts the expected part of the gradient and adds n Cov of (x K, 1[K >= 1], …, 1[K >= m]). */
function addReach({ gradient, information, size }: Terms, { reach, x }: Reach, tries: number): void {
  for (let i = 1; i < size; i++) {
    gradient[i]! -= tries * reach[i]!
    gradient[0]! -= tries * x * reach[i]!
    for (let j = 1; j < size; j++) {
      const covariance = tries * (reach[Math.max(i, j)]! - reach[i]! * reach[j]!)
      information[i * size + j]! += covariance
      information[i]! += x * covariance
      information[i * size]! += x * covariance
      information[0]! += x * x * covariance
    }
  }
}

/** Terms of a partial-credit item. With K its score, x K and the steps reached are sufficient: the information is n Cov. */
function addPartialCredit({ vector, counts, nodes }: TermPoint, layout: ItemLayout, terms: Terms): void {
  const { slot, index, row, categories } = layout
  const width = nodes.length
  const reach = new Float64Array(categories)
  for (let node = 0; node < width; node++) {
    const tries = counts.tries[index * width + node]!
    const x = nodes[node]!
    terms.value -= tries * fillReach(vector, layout, { reach, x })
    addReach(terms, { reach, x }, tries)
    let reached = 0
    for (let step = categories - 1; step > 0; step--) {
      reached += counts.categories![(row + step) * width + node]!
      terms.value += reached * (vector[slot]! * x + vector[slot + step]!)
      terms.gradient[step]! += reached
      terms.gradient[0]! += reached * x
    }
  }
}

const isLogistic = (vector: Float64Array, slot: number): boolean =>
  vector[slot + 2] === Number.NEGATIVE_INFINITY && vector[slot + 3] === Number.POSITIVE_INFINITY

/** Expected log-likelihood of one item at the point, with gradient and information by slot, without priors. */
export function itemTerms(point: TermPoint, item: ItemLayout, terms: Terms): void {
  terms.value = 0
  terms.gradient.fill(0)
  terms.information.fill(0)
  if (item.setup.model === 'gpcm') addPartialCredit(point, item, terms)
  else if (isLogistic(point.vector, item.slot)) addLogistic(point, item, terms)
  else addBounded(point, item, terms)
}
