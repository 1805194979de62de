import type { Expectation } from './expectation-maximisation.ts'
import { moveFree, scoreVector } from './score-vector.ts'

const stepSize = 1e-4

/**
 * The observed information of the free parameters: minus the Hessian of the log-posterior, from central differences of its exact
 * gradient. Each parameter moves both arguments of the expected log-likelihood at once, which sums the two parts of Oakes's
 * identity. Two E-steps for each free parameter.
 *
 * @see Oakes (1999), Direct calculation of the information matrix via the EM algorithm, eq. 4
 */
export function observedInformation(
  { layout, nodes, expect }: Expectation,
  vector: Float64Array,
): Float64Array {
  const size = layout.free.length
  const slopesAt = (at: Float64Array): Float64Array =>
    scoreVector({ layout, vector: at, counts: expect(at), nodes })
  const columns = layout.free.map((places) => {
    const above = slopesAt(moveFree(vector, places, stepSize))
    const below = slopesAt(moveFree(vector, places, -stepSize))
    return above.map((slope, row) => (below[row]! - slope) / (2 * stepSize))
  })
  return Float64Array.from({ length: size * size }, (_, place) => {
    const [row, column] = [Math.floor(place / size), place % size]
    return (columns[column]![row]! + columns[row]![column]!) / 2
  })
}
