import { choleskyFactor, solveFactored } from '../model/positive-definite.ts'
import { countScores, type ScoreFrequencies } from './score-frequencies.ts'

/** A smoothed score distribution and how well it fits the counts. */
export type SmoothedFrequencies = {
  readonly frequencies: ScoreFrequencies
  readonly degree: number
  /** Likelihood-ratio statistic 2 Σ n ln(n / m), 0 or more. */
  readonly deviance: number
  /** Possible scores - degree - 1. */
  readonly degreesOfFreedom: number
  /** Deviance + 2 (degree + 1): the smaller, the better the degree. */
  readonly aic: number
  /** False when the counts allow no maximum: too few different scores for the degree. */
  readonly converged: boolean
}

type Vector = readonly number[]

const dot = (a: Vector, b: Vector): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] as number), 0)

const addScaled = (a: Vector, factor: number, b: Vector): number[] =>
  a.map((value, index) => value + factor * (b[index] as number))

/** Orthonormal polynomials of degree 0 to `degree` on equally spaced points; projected out twice, which keeps them exact. */
function makePolynomials(points: number, degree: number): Vector[] {
  const place = Array.from({ length: points }, (_, index) => (2 * index - points + 1) / points)
  const basis: Vector[] = []
  for (let power = 0; power <= degree; power++) {
    const previous = basis.at(-1)
    let next: Vector = place.map((x, index) => (previous === undefined ? 1 : x * (previous[index] as number)))
    for (const other of [...basis, ...basis]) next = addScaled(next, -dot(next, other), other)
    const length = Math.sqrt(dot(next, next))
    basis.push(next.map((value) => value / length))
  }
  return basis
}

type Model = { readonly basis: readonly Vector[]; readonly counts: Vector }
type Fit = { readonly weights: Vector; readonly expected: Vector; readonly logLikelihood: number }

function evaluate(weights: Vector, { basis, counts }: Model): Fit {
  const logs = counts.map((_, index) =>
    weights.reduce((sum, weight, power) => sum + weight * (basis[power]?.[index] as number), 0),
  )
  const expected = logs.map(Math.exp)
  const logLikelihood = dot(counts, logs) - expected.reduce((sum, value) => sum + value, 0)
  return { weights, expected, logLikelihood }
}

/** How far the moments of the counts are from those of the fit: the gradient of the log-likelihood. */
const scoreOf = ({ basis, counts }: Model, { expected }: Fit): number[] =>
  basis.map((polynomial) => dot(polynomial, addScaled(counts, -1, expected)))

/** Newton's step: the inverse of the information times the gradient; nothing where the information is singular. */
function stepOf(fit: Fit, model: Model): Vector | undefined {
  const information = model.basis.flatMap((first) => {
    const weighted = first.map((value, index) => value * (fit.expected[index] as number))
    return model.basis.map((second) => dot(weighted, second))
  })
  const factor = choleskyFactor(Float64Array.from(information), model.basis.length)
  return factor && [...solveFactored(factor, scoreOf(model, fit))]
}

/** One Newton step, halved until the likelihood rises; the same fit when it rises no more. */
function improve(fit: Fit, model: Model): Fit {
  const step = stepOf(fit, model)
  if (step === undefined) return fit
  for (let length = 1; length > 1e-6; length /= 2) {
    const next = evaluate(addScaled(fit.weights, length, step), model)
    if (next.logLikelihood > fit.logLikelihood) return next
  }
  return fit
}

const mostSteps = 200

function maximise(model: Model, total: number): Fit {
  const { basis, counts } = model
  const flat = Math.log(total / counts.length) * Math.sqrt(counts.length)
  let fit = evaluate(
    basis.map((_, power) => (power === 0 ? flat : 0)),
    model,
  )
  for (let step = 0; step < mostSteps; step++) {
    const next = improve(fit, model)
    if (next === fit) break
    fit = next
  }
  return fit
}

const devianceOf = (counts: Vector, expected: Vector): number =>
  2 *
  counts.reduce(
    (sum, count, index) => sum + (count > 0 ? count * Math.log(count / (expected[index] as number)) : 0),
    0,
  )

/**
 * Smooths a score distribution by a log-linear model whose first `degree` moments equal those of the counts.
 *
 * ln m(x) = β0 + β1 x + … + βC x^C, by maximum likelihood (Poisson)
 *
 * @param degree whole number from 1 to the number of possible scores - 1; 2 to 6 are usual
 * @throws RangeError for another degree or when nothing was counted
 * @see Holland, Thayer (2000), Journal of Educational and Behavioral Statistics 25, 133-183; Kolen, Brennan (2004), section 3.3
 * @example smoothLogLinearly({ lowest: 0, counts: [1, 2, 1] }, 2).converged // true
 */
export function smoothLogLinearly(frequencies: ScoreFrequencies, degree: number): SmoothedFrequencies {
  const total = countScores(frequencies)
  const { counts, lowest } = frequencies
  if (!(Number.isInteger(degree) && degree >= 1 && degree < counts.length))
    throw new RangeError(`The degree of smoothing is a whole number from 1 to ${counts.length - 1}.`)
  const model = { basis: makePolynomials(counts.length, degree), counts }
  const fit = maximise(model, total)
  const deviance = Math.max(0, devianceOf(counts, fit.expected))
  return {
    frequencies: { lowest, counts: fit.expected },
    degree,
    deviance,
    degreesOfFreedom: counts.length - degree - 1,
    aic: deviance + 2 * (degree + 1),
    // Without a maximum the weights walk to infinity, however small the gradient.
    converged: stepOf(fit, model)?.every((step) => Math.abs(step) < 1e-4) ?? false,
  }
}
