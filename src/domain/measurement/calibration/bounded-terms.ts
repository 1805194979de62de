import { logistic } from '../model/logistic.ts'
import type { ItemLayout } from './layout.ts'
import type { TermPoint, Terms } from './terms.ts'

/** First and second derivatives of P at one node, and the weights with which they enter. */
type NodeTerms = {
  readonly slopes: Float64Array
  readonly bends: Float64Array
  readonly residual: number
  readonly expected: number
  readonly observed: number
}

function addNode(terms: Terms, { slopes, bends, residual, expected, observed }: NodeTerms): void {
  const { gradient, information, curvature, size } = terms
  for (let i = 0; i < size; i++) {
    gradient[i]! += residual * slopes[i]!
    for (let j = 0; j < size; j++) {
      const product = slopes[i]! * slopes[j]!
      information[i * size + j]! += expected * product
      curvature[i * size + j]! += observed * product - residual * bends[i * size + j]!
    }
  }
}

/** How P bends: its second derivatives by the four slots (a, k, logit c, logit d) at one node. */
function fillBends(bends: Float64Array, { c, d, s, other, x }: CurvePoint): void {
  const bend = (d - c) * s * other * (other - s)
  const cross = [-c * (1 - c) * s * other, d * (1 - d) * s * other]
  bends.set([bend * x * x, bend * x, cross[0]! * x, cross[1]! * x])
  bends.set([bend * x, bend, cross[0]!, cross[1]!], 4)
  bends.set([cross[0]! * x, cross[0]!, c * (1 - c) * (1 - 2 * c) * other, 0], 8)
  bends.set([cross[1]! * x, cross[1]!, 0, d * (1 - d) * (1 - 2 * d) * s], 12)
}

type CurvePoint = {
  readonly c: number
  readonly d: number
  readonly s: number
  readonly other: number
  readonly x: number
}

/** Terms of an item with asymptotes. */
export function addBounded(
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
  const [slopes, bends] = [new Float64Array(4), new Float64Array(16)]
  for (let node = 0; node < width; node++) {
    const tries = counts.tries[index * width + node]!
    const correct = counts.categories![(row + 1) * width + node]!
    const wrong = tries - correct
    const x = nodes[node]!
    const z = vector[slot]! * x + vector[slot + 1]!
    const [s, other] = [logistic(z), logistic(-z)]
    const p = c + (d - c) * s
    const q = 1 - d + (d - c) * other
    const slope = (d - c) * s * other
    slopes.set([slope * x, slope, c * (1 - c) * other, d * (1 - d) * s])
    fillBends(bends, { c, d, s, other, x })
    terms.value += correct * Math.log(p) + wrong * Math.log(q)
    const observed = correct / (p * p) + wrong / (q * q)
    addNode(terms, { slopes, bends, residual: correct / p - wrong / q, expected: tries / (p * q), observed })
  }
}
