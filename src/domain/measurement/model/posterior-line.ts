/** ln of a share of a posterior that adds nothing to a double: exp(-41) < 2^-59. */
const negligible = -41

/**
 * Turns a line of ln posterior (up to a constant) into shares that add up to `weight`, in place, relative to the largest so that
 * nothing under- or overflows. Gives the weighted ln of the sum that was divided out.
 *
 * @example normaliseLine(Float64Array.of(-1000, -1000), 1) // -999.3068528194401
 */
export function normaliseLine(line: Float64Array, weight: number): number {
  let largest = Number.NEGATIVE_INFINITY
  for (let node = 0; node < line.length; node++) if (line[node]! > largest) largest = line[node]!
  let sum = 0
  for (let node = 0; node < line.length; node++) {
    const relative = line[node]! - largest
    const share = relative < negligible ? 0 : Math.exp(relative)
    line[node] = share
    sum += share
  }
  const scale = weight / sum
  for (let node = 0; node < line.length; node++) line[node]! *= scale
  return weight * (largest + Math.log(sum))
}

/** From which to which node a line is above 0; both included. */
export type Span = { readonly first: number; readonly last: number }

/**
 * Where a line of shares is above 0.
 * @example spanOf(Float64Array.of(0, 1, 1, 0)) // { first: 1, last: 2 }
 */
export function spanOf(line: Float64Array): Span {
  let [first, last] = [0, line.length - 1]
  while (first < last && line[first] === 0) first++
  while (last > first && line[last] === 0) last--
  return { first, last }
}
