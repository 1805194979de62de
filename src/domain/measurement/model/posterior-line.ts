/** ln of a share of a posterior that adds nothing to a double: exp(-41) < 2^-59. */
const negligible = -41

/**
 * Turns one line of ln posterior (up to a constant) into shares that add up to `weight`, in place, relative to the largest so that
 * nothing under- or overflows. Gives the weighted ln of the sum that was divided out.
 */
export function normaliseLine(lines: Float64Array, from: number, width: number, weight: number): number {
  let largest = Number.NEGATIVE_INFINITY
  for (let place = from; place < from + width; place++) if (lines[place]! > largest) largest = lines[place]!
  let sum = 0
  for (let place = from; place < from + width; place++) {
    const relative = lines[place]! - largest
    const share = relative < negligible ? 0 : Math.exp(relative)
    lines[place] = share
    sum += share
  }
  const scale = weight / sum
  for (let place = from; place < from + width; place++) lines[place]! *= scale
  return weight * (largest + Math.log(sum))
}

/** The first node of a line with a share above 0. */
export function firstNode(lines: Float64Array, from: number, width: number): number {
  let node = 0
  while (node < width - 1 && lines[from + node] === 0) node++
  return node
}

/** The last node of a line with a share above 0. */
export function lastNode(lines: Float64Array, from: number, width: number): number {
  let node = width - 1
  while (node > 0 && lines[from + node] === 0) node--
  return node
}
