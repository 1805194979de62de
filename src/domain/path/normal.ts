/** Coefficients of the three rational approximations, numerator and denominator, lowest degree first. Source: Wichura, 1988, AS 241 (PPND16). */
const centre = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
}
const shoulder = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
}
const tail = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
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
