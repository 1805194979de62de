/** A discrete stand-in for a distribution of ability: nodes on the theta scale and weights that add up to 1. */
export type Quadrature = { readonly nodes: Float64Array; readonly weights: Float64Array }

/**
 * Equally spaced nodes from low to high, both included.
 *
 * @param count whole number, at least 2
 * @throws RangeError for another count, or unless low < high
 * @example [...equalNodes(3, -1, 1)] // [-1, 0, 1]
 */
export function equalNodes(count: number, low: number, high: number): Float64Array {
  if (!(Number.isInteger(count) && count >= 2)) throw new RangeError('A grid has at least two nodes.')
  if (!(low < high)) throw new RangeError('A grid runs from a lower to a higher theta.')
  return Float64Array.from({ length: count }, (_, index) => low + ((high - low) * index) / (count - 1))
}

/**
 * Weights of a normal distribution on given nodes, w_q proportional to exp(-(x_q - mean)² / (2 sd²)), adding up to 1.
 *
 * @param sd above 0
 * @throws RangeError for another sd
 * @example [...normalWeights(Float64Array.of(-1, 1), 0, 1)] // [0.5, 0.5]
 */
export function normalWeights(nodes: Float64Array, mean: number, sd: number): Float64Array {
  if (!(sd > 0)) throw new RangeError('A standard deviation is above 0.')
  const nearest = nodes.reduce(
    (best, node) => Math.min(best, Math.abs(node - mean)),
    Number.POSITIVE_INFINITY,
  )
  const weights = nodes.map((node) => Math.exp((nearest ** 2 - (node - mean) ** 2) / (2 * sd * sd)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

/** Where a grid lies and how fine it is; the distribution it stands for. */
export type QuadratureOptions = {
  readonly mean?: number
  readonly sd?: number
  readonly count?: number
  readonly low?: number
  readonly high?: number
}

/**
 * A rectangular quadrature of a normal distribution: 61 equally spaced nodes within 6 standard deviations unless told.
 * The rectangle rule converges exponentially for smooth integrands that vanish at both ends.
 *
 * @see Bock, Aitkin (1981), Marginal maximum likelihood estimation of item parameters
 * @example normalQuadrature().nodes.length // 61
 */
export function normalQuadrature(options: QuadratureOptions = {}): Quadrature {
  const { mean = 0, sd = 1, count = 61 } = options
  const { low = mean - 6 * sd, high = mean + 6 * sd } = options
  const nodes = equalNodes(count, low, high)
  return { nodes, weights: normalWeights(nodes, mean, sd) }
}
