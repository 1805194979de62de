import { addBounded } from './bounded-terms.ts'
import type { ItemLayout } from './layout.ts'
import { addPartialCredit } from './partial-credit-terms.ts'
import type { TermPoint, Terms } from './terms.ts'

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

const isLogistic = (vector: Float64Array, slot: number): boolean =>
  vector[slot + 2] === Number.NEGATIVE_INFINITY && vector[slot + 3] === Number.POSITIVE_INFINITY

/** Expected log-likelihood of one item at the point, with gradient and information by slot, without priors. */
export function itemTerms(point: TermPoint, item: ItemLayout, terms: Terms): void {
  terms.value = 0
  terms.gradient.fill(0)
  terms.information.fill(0)
  terms.curvature.fill(0)
  const exponential = item.setup.model === 'gpcm' || isLogistic(point.vector, item.slot)
  if (item.setup.model === 'gpcm') addPartialCredit(point, item, terms)
  else if (exponential) addLogistic(point, item, terms)
  else addBounded(point, item, terms)
  if (exponential) terms.curvature.set(terms.information)
}
