import type { ItemLayout } from './layout.ts'
import type { TermPoint, Terms } from './terms.ts'

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
export function addPartialCredit(
  { vector, counts, nodes }: TermPoint,
  layout: ItemLayout,
  terms: Terms,
): void {
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
