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

/** Makes empty terms for an item of so many slots. */
export const makeTerms = (size: number): Terms => ({
  value: 0,
  gradient: new Float64Array(size),
  information: new Float64Array(size * size),
  size,
})

function clear(terms: Terms): void {
  terms.value = 0
  terms.gradient.fill(0)
  terms.information.fill(0)
}

/** Terms of a logistic item: mass k + moment a - Σ n ln(1 + exp(a x + k)), for which Newton's information is exact. */
function addLogistic(
  vector: Float64Array,
  { slot, index }: ItemLayout,
  counts: Counts,
  nodes: Float64Array,
  terms: Terms,
): void {
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
    value += tries * ((z > 0 ? z : 0) + Math.log1p(power))
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

/** Terms of an item with asymptotes; the information is the expected one (Fisher scoring). */
function addBounded(
  vector: Float64Array,
  { slot, index, row }: ItemLayout,
  counts: Counts,
  nodes: Float64Array,
  terms: Terms,
): void {
  const width = nodes.length
  const c = logistic(vector[slot + 2]!)
  const d = logistic(vector[slot + 3]!)
  if (!(c < d)) {
    terms.value = Number.NEGATIVE_INFINITY
    return
  }
  const byC = c * (1 - c)
  const byD = d * (1 - d)
  const slopes = new Float64Array(4)
  for (let node = 0; node < width; node++) {
    const tries = counts.tries[index * width + node]!
    if (tries === 0) continue
    const correct = counts.categories![(row + 1) * width + node]!
    const z = vector[slot]! * nodes[node]! + vector[slot + 1]!
    const s = logistic(z)
    const other = logistic(-z)
    const p = c + (d - c) * s
    const q = 1 - d + (d - c) * other
    slopes[1] = (d - c) * s * other
    slopes[0] = slopes[1]! * nodes[node]!
    slopes[2] = byC * other
    slopes[3] = byD * s
    terms.value += correct * Math.log(p) + (tries - correct) * Math.log(q)
    addOuter(terms, slopes, { residual: correct / p - (tries - correct) / q, weight: tries / (p * q) })
  }
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

/** P(score >= step) at one node, for the steps 1 to m, from the exponents a x + k_v. */
function reachProbabilities(
  vector: Float64Array,
  { slot, categories }: ItemLayout,
  x: number,
  reach: Float64Array,
): number {
  let [sum, largest] = [0, 0]
  for (let step = 1; step < categories; step++) {
    sum += vector[slot]! * x + vector[slot + step]!
    reach[step] = sum
    largest = Math.max(largest, sum)
  }
  let total = Math.exp(-largest)
  for (let step = 1; step < categories; step++) total += reach[step] = Math.exp(reach[step]! - largest)
  for (let step = categories - 2; step > 0; step--) reach[step]! += reach[step + 1]!
  for (let step = 1; step < categories; step++) reach[step]! /= total
  return largest + Math.log(total)
}

/** Terms of a partial-credit item. With K the score, its slots are sufficient: the information is n Cov. */
function addPartialCredit(
  vector: Float64Array,
  layout: ItemLayout,
  counts: Counts,
  nodes: Float64Array,
  terms: Terms,
): void {
  const { slot, index, row, categories } = layout
  const width = nodes.length
  const reach = new Float64Array(categories)
  for (let node = 0; node < width; node++) {
    const tries = counts.tries[index * width + node]!
    if (tries === 0) continue
    const x = nodes[node]!
    terms.value -= tries * reachProbabilities(vector, layout, x, reach)
    addReach(terms, reach, { tries, x })
    let reached = 0
    for (let step = categories - 1; step > 0; step--) {
      reached += counts.categories![(row + step) * width + node]!
      terms.value += reached * (vector[slot]! * x + vector[slot + step]!)
      terms.gradient[step]! += reached
      terms.gradient[0]! += reached * x
    }
  }
}

/** Subtracts the expected part of the gradient and adds n Cov of (x K, 1[K >= 1], …, 1[K >= m]). */
function addReach(
  { gradient, information, size }: Terms,
  reach: Float64Array,
  { tries, x }: { tries: number; x: number },
): void {
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

const isLogistic = ({ setup }: ItemLayout, vector: Float64Array, slot: number): boolean =>
  setup.model !== 'gpcm' &&
  vector[slot + 2] === Number.NEGATIVE_INFINITY &&
  vector[slot + 3] === Number.POSITIVE_INFINITY

/** Expected log-likelihood of one item at the vector, with gradient and information by slot, without priors. */
export function itemTerms(
  vector: Float64Array,
  item: ItemLayout,
  counts: Counts,
  nodes: Float64Array,
  terms: Terms,
): void {
  clear(terms)
  if (item.setup.model === 'gpcm') addPartialCredit(vector, item, counts, nodes, terms)
  else if (isLogistic(item, vector, item.slot)) addLogistic(vector, item, counts, nodes, terms)
  else addBounded(vector, item, counts, nodes, terms)
}
