/**
 * Holm's step-down adjustment of p-values for several tests at once, in the order given.
 * @see Holm (1979), A simple sequentially rejective multiple test procedure
 * @example holm([0.01, 0.5]) // [0.02, 0.5]
 */
export function holm(pValues: readonly number[]): number[] {
  const ascending = pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0))
  const adjusted = pValues.map(() => 0)
  let highest = 0
  ascending.forEach((index, rank) => {
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * (pValues[index] ?? 0)))
    adjusted[index] = highest
  })
  return adjusted
}
