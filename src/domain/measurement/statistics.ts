/**
 * P(X >= hits) where X counts successes of independent trials with their own probabilities (Poisson binomial); equal
 * probabilities give the binomial tail.
 *
 * @param probabilities each 0 to 1
 * @param hits whole number
 * @returns probability, 0 to 1
 * @see Wang (1993), On the number of successes in independent trials (the recursion)
 * @example upperTail([0.5, 0.5], 2) // 0.25
 */
export function upperTail(probabilities: readonly number[], hits: number): number {
  let exactly = [1]
  for (const p of probabilities) {
    const next = [...exactly, 0].map((stay, count) => stay * (1 - p) + (exactly[count - 1] ?? 0) * p)
    exactly = next
  }
  const tail = exactly.slice(Math.max(0, hits)).reduce((sum, probability) => sum + probability, 0)
  return Math.min(1, tail)
}

/** ln Γ(x) for x > 0 (Lanczos, g = 7, n = 9; relative error below 1e-14). */
function logGamma(x: number): number {
  const coefficients = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ]
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const sum = coefficients.reduce((total, c, index) => total + c / (shifted + index + 1), 0.9999999999998099)
  const t = shifted + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Lower regularised incomplete gamma P(a, x) by its series; for x < a + 1. */
function gammaSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < 500 && Math.abs(term) > Math.abs(sum) * 1e-16; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a))
}

/** Upper regularised incomplete gamma Q(a, x) by its continued fraction (Lentz); for x >= a + 1. */
function gammaFraction(a: number, x: number): number {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let n = 1; n < 500; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b || tiny)
    c = b + an / c || tiny
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return h * Math.exp(-x + a * Math.log(x) - logGamma(a))
}

/**
 * P(χ² >= statistic), the upper tail of the chi-square distribution: Q(degrees / 2, statistic / 2).
 *
 * @param statistic 0 or more
 * @param degrees degrees of freedom, above 0
 * @throws RangeError outside these ranges
 * @see Abramowitz, Stegun (1964), 26.4 and 6.5
 * @example chiSquareTail(0, 3) // 1
 */
export function chiSquareTail(statistic: number, degrees: number): number {
  if (!(statistic >= 0) || !(degrees > 0))
    throw new RangeError('A chi-square statistic is 0 or more, its degrees of freedom above 0.')
  if (statistic === 0) return 1
  const [a, x] = [degrees / 2, statistic / 2]
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
}

/**
 * χ² = Σ (observed - expected)² / expected over the categories, each expected equally often.
 * @returns statistic, degrees of freedom (categories - 1) and tail probability
 * @example chiSquareUniform([5, 5]).statistic // 0
 */
export function chiSquareUniform(observed: readonly number[]): {
  readonly statistic: number
  readonly degrees: number
  readonly p: number
} {
  const expected = observed.reduce((a, b) => a + b, 0) / observed.length
  const degrees = observed.length - 1
  if (expected === 0 || degrees < 1) return { statistic: 0, degrees: Math.max(0, degrees), p: 1 }
  const statistic = observed.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  return { statistic, degrees, p: chiSquareTail(statistic, degrees) }
}

/**
 * Wilson's score interval of a proportion, 95 % unless `z` says otherwise.
 *
 * centre ± half = (p + z²/2n ± z·sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)
 *
 * @returns low and high, each 0 to 1; 0 and 1 without trials
 * @see Wilson (1927); Newcombe (1998), Two-sided confidence intervals for the single proportion, method 3
 * @example wilsonInterval(0, 0) // { low: 0, high: 1 }
 */
export function wilsonInterval(
  hits: number,
  trials: number,
  z = 1.959963984540054,
): { readonly low: number; readonly high: number } {
  if (trials === 0) return { low: 0, high: 1 }
  const p = hits / trials
  const square = (z * z) / trials
  const centre = (p + square / 2) / (1 + square)
  const half = (z * Math.sqrt((p * (1 - p)) / trials + square / (4 * trials))) / (1 + square)
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

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
