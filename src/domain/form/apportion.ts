/**
 * Divides a whole number over shares by the method of the largest remainder (Hamilton); a tie goes to the earlier share.
 *
 * quota_i = total · weight_i / Σ weight; everyone gets floor(quota_i), and what is left goes to the largest fractions.
 *
 * @param total whole number, at least 0
 * @param weights at least 0, any unit; all zero counts as equal
 * @returns whole numbers that add up to `total` (empty where there are no weights)
 * @throws RangeError for a total that is not a whole number, or a negative weight
 * @see Balinski, Young (1982), Fair Representation, chapter 3
 * @example apportion(50, [30, 26, 24, 20]) // [15, 13, 12, 10]
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  if (!Number.isInteger(total) || total < 0)
    throw new RangeError('A total to divide is a whole number, 0 or more.')
  if (weights.some((weight) => !(weight >= 0))) throw new RangeError('A weight is 0 or more.')
  const sum = weights.reduce((a, b) => a + b, 0)
  const quotas = weights.map((weight) => (sum === 0 ? total / weights.length : (total * weight) / sum))
  const shares = quotas.map((quota) => Math.floor(quota + 1e-9))
  const remainder = (index: number): number => (quotas[index] ?? 0) - (shares[index] ?? 0)
  const byRemainder = quotas.map((_, index) => index).sort((a, b) => remainder(b) - remainder(a) || a - b)
  const left = total - shares.reduce((a, b) => a + b, 0)
  for (const index of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}

/**
 * The same, where no share may exceed its limit: what a full share cannot take goes to the others by their weights.
 *
 * @param limits whole numbers, one for each weight
 * @returns shares that add up to the smaller of `total` and the sum of the limits
 * @example apportionWithin(10, [50, 50], [2, 20]) // [2, 8]
 */
export function apportionWithin(
  total: number,
  weights: readonly number[],
  limits: readonly number[],
): number[] {
  const limitOf = (index: number): number => limits[index] ?? 0
  let open = weights.map((_, index) => index).filter((index) => limitOf(index) > 0)
  const shares = weights.map(() => 0)
  let left = Math.min(
    total,
    limits.reduce((a, b) => a + b, 0),
  )
  while (left > 0) {
    const portions = apportion(
      left,
      open.map((index) => weights[index] ?? 0),
    )
    open.forEach((index, place) => {
      const taken = Math.min(portions[place] ?? 0, limitOf(index) - (shares[index] ?? 0))
      shares[index] = (shares[index] ?? 0) + taken
      left -= taken
    })
    open = open.filter((index) => (shares[index] ?? 0) < limitOf(index))
  }
  return shares
}
