/**
 * Wilson score interval for a proportion, as a proportion.
 *
 * centre ± half, centre = (p + z²/2n) / (1 + z²/n), half = z √(p(1−p)/n + z²/4n²) / (1 + z²/n)
 *
 * @param successes whole number, 0 to trials
 * @param trials whole number; without trials nothing is known, and the interval goes from 0 to 1
 * @param z standard normal quantile, 1.959964 for 95 %
 * @throws RangeError outside these ranges
 * @see Wilson (1927), Probable inference, the law of succession, and statistical inference
 * @example wilsonInterval(0, 10).low // 0
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  z = 1.959963984540054,
): { readonly low: number; readonly high: number } {
  if (!(successes >= 0 && successes <= trials))
    throw new RangeError('Successes lie between 0 and the trials.')
  if (trials === 0) return { low: 0, high: 1 }
  const p = successes / trials
  const denominator = 1 + (z * z) / trials
  const centre = (p + (z * z) / (2 * trials)) / denominator
  const half = (z / denominator) * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
