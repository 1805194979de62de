/** Coefficients of the three rational approximations, numerator and denominator, lowest degree first. Source: Wichura, 1988, AS 241 (PPND16). */
const centre = {
  above: [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  below: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
    39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
  ],
}
const shoulder = {
  above: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  below: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
}
const tail = {
  above: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  below: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)

const ratio = ({ above, below }: typeof centre, x: number): number =>
  polynomial(above, x) / polynomial(below, x)

/**
 * The standard normal quantile: the z with Phi(z) = p.
 *
 * @param p probability, 0 < p < 1
 * @throws RangeError outside that range
 * @see Wichura (1988), Algorithm AS 241, Applied Statistics 37, 477-484
 * @example normalQuantile(0.5) // 0
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability between 0 and 1 has a quantile; ${p} has none.`)
  const fromCentre = p - 0.5
  if (Math.abs(fromCentre) <= 0.425) return fromCentre * ratio(centre, 0.180625 - fromCentre ** 2)
  const distance = Math.sqrt(-Math.log(Math.min(p, 1 - p)))
  const z = distance <= 5 ? ratio(shoulder, distance - 1.6) : ratio(tail, distance - 5)
  return fromCentre < 0 ? -z : z
}

/**
 * The standard normal distribution function Phi(z) = 1/2 + phi(z) (z + z^3/3 + z^5/(3*5) + ...).
 *
 * @param z standard score; beyond 8 the answer is 0 or 1 to double precision
 * @see Marsaglia (2004), Evaluating the normal distribution, Journal of Statistical Software 11(4)
 * @example normalCdf(0) // 0.5
 */
export function normalCdf(z: number): number {
  if (Math.abs(z) > 8) return z > 0 ? 1 : 0
  let [sum, term] = [z, z]
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= z ** 2 / odd
    sum += term
  }
  return 0.5 + (sum * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI)
}
