import type { ItemParameters } from './model/item-parameters.ts'
import { probabilityCorrect } from './model/probability.ts'
import { sevenPoints, threePoints, type UncertainItem } from './readiness/uncertain-item.ts'

/** A response to one sibling of a family, by a candidate whose ability other items tell. */
export type SiblingResponse = {
  /** Mean and standard deviation of that ability. */
  readonly theta: number
  readonly thetaSd: number
  readonly correct: boolean
}

/** What is assumed of a family before its responses: normal ln a and b, half-normal spread; asymptotes as given. */
export type FamilyPrior = {
  readonly logDiscrimination: { readonly mean: number; readonly sd: number }
  readonly difficulty: { readonly mean: number; readonly sd: number }
  /** Scale of the half-normal prior of tau, above 0. */
  readonly spreadScale: number
  readonly c: number
  readonly d: number
}

/** Family of four-option items of average difficulty of which little is known. */
export const usualFamilyPrior: FamilyPrior = {
  logDiscrimination: { mean: 0, sd: 0.3 },
  difficulty: { mean: 0, sd: 1 },
  spreadScale: 0.4,
  c: 0,
  d: 1,
}

/** Parameters of a family: those of its middle, and how far siblings lie from it. */
export type FamilyParameters = {
  /** Posterior means of a (through ln a) and b; asymptotes as assumed. */
  readonly parameters: ItemParameters
  readonly logDiscriminationSd: number
  readonly difficultySd: number
  /** tau: standard deviation of b between siblings, posterior mean and central 95 % interval. */
  readonly spread: number
  readonly spreadLow: number
  readonly spreadHigh: number
  readonly siblings: number
  readonly responses: number
}

/** Values of ln a, b and tau at which the posterior is taken. */
type Axes = {
  readonly logA: readonly number[]
  readonly b: readonly number[]
  readonly tau: readonly number[]
}
type AxisName = keyof Axes
type Marginal = { readonly mean: number; readonly sd: number; readonly weights: readonly number[] }

const equalSteps = (low: number, high: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => low + ((high - low) * index) / (count - 1))

/** P(correct) with the candidate's own uncertainty integrated out. */
function expectedCorrect({ theta, thetaSd }: SiblingResponse, item: ItemParameters): number {
  let sum = 0
  for (const [node, weight] of threePoints) sum += weight * probabilityCorrect(theta + thetaSd * node, item)
  return sum
}

const tableSteps = 121

/** One sibling's likelihood as a function of its own b, relative to its highest value, on equal steps of a range. */
type SiblingTable = { readonly likelihoods: Float64Array; readonly logHighest: number }
type Range = readonly [low: number, high: number]

function tabulateSibling(
  responses: readonly SiblingResponse[],
  item: Omit<ItemParameters, 'b'>,
  range: Range,
): SiblingTable {
  const logs = equalSteps(...range, tableSteps).map((b) => {
    const sibling = { ...item, b }
    let sum = 0
    for (const response of responses) {
      const p = expectedCorrect(response, sibling)
      sum += Math.log(response.correct ? p : 1 - p)
    }
    return sum
  })
  const logHighest = Math.max(...logs)
  return { likelihoods: Float64Array.from(logs, (log) => Math.exp(log - logHighest)), logHighest }
}

/** ln of the likelihood of all siblings whose b are normal about a middle: each integrated out by seven points. */
function integrateSiblings(
  tables: readonly SiblingTable[],
  [low, high]: Range,
  b: number,
  tau: number,
): number {
  const points = sevenPoints.map(([node, weight]) => {
    const place = ((b + tau * node - low) / (high - low)) * (tableSteps - 1)
    const left = Math.min(tableSteps - 2, Math.max(0, Math.floor(place)))
    return { left, share: place - left, weight }
  })
  let sum = 0
  for (const { likelihoods, logHighest } of tables) {
    let mass = 0
    for (const { left, share, weight } of points)
      mass += weight * (likelihoods[left]! + share * (likelihoods[left + 1]! - likelihoods[left]!))
    sum += logHighest + Math.log(mass)
  }
  return sum
}

const logNormal = (x: number, { mean, sd }: { readonly mean: number; readonly sd: number }): number =>
  -(((x - mean) / sd) ** 2) / 2

/** ln of the posterior over the axes, up to a constant, in the order ln a, b, tau. */
function tabulatePosterior(
  siblings: readonly (readonly SiblingResponse[])[],
  prior: FamilyPrior,
  axes: Axes,
): number[] {
  const widest = axes.tau.at(-1)! * sevenPoints.at(-1)![0]
  const range: Range = [axes.b[0]! - widest, axes.b.at(-1)! + widest]
  return axes.logA.flatMap((logA) => {
    const item = { a: Math.exp(logA), c: prior.c, d: prior.d }
    const tables = siblings.map((responses) => tabulateSibling(responses, item, range))
    const priorOfA = logNormal(logA, prior.logDiscrimination)
    return axes.b.flatMap((b) =>
      axes.tau.map((tau) => {
        const priorOfRest =
          logNormal(b, prior.difficulty) + logNormal(tau, { mean: 0, sd: prior.spreadScale })
        return priorOfA + priorOfRest + integrateSiblings(tables, range, b, tau)
      }),
    )
  })
}

function marginalOf(values: readonly number[], masses: readonly number[]): Marginal {
  const total = masses.reduce((sum, mass) => sum + mass, 0)
  const weights = masses.map((mass) => mass / total)
  const mean = values.reduce((sum, value, index) => sum + weights[index]! * value, 0)
  const variance = values.reduce((sum, value, index) => sum + weights[index]! * (value - mean) ** 2, 0)
  return { mean, sd: Math.sqrt(variance), weights }
}

/** Sums the posterior over all but one axis, for each axis. */
function findMarginals(axes: Axes, logPosterior: readonly number[]): Readonly<Record<AxisName, Marginal>> {
  const largest = Math.max(...logPosterior)
  const masses = { logA: axes.logA.map(() => 0), b: axes.b.map(() => 0), tau: axes.tau.map(() => 0) }
  const last = axes.tau.length - 1
  logPosterior.forEach((log, index) => {
    const [tau, rest] = [index % axes.tau.length, Math.floor(index / axes.tau.length)]
    // The posterior of tau may end at its height at 0; the trapezoid rule halves the ends.
    const mass = Math.exp(log - largest) * (tau === 0 || tau === last ? 0.5 : 1)
    masses.tau[tau]! += mass
    masses.b[rest % axes.b.length]! += mass
    masses.logA[Math.floor(rest / axes.b.length)]! += mass
  })
  return {
    logA: marginalOf(axes.logA, masses.logA),
    b: marginalOf(axes.b, masses.b),
    tau: marginalOf(axes.tau, masses.tau),
  }
}

const reach = 4.5

/** Axes drawn in to where the posterior lies, never beyond where they were. */
function drawIn(axes: Axes, marginals: Readonly<Record<AxisName, Marginal>>): Axes {
  const around = (name: AxisName): number[] => {
    const { mean, sd } = marginals[name]
    const [low, high] = [axes[name][0]!, axes[name].at(-1)!]
    const step = (high - low) / (axes[name].length - 1)
    const half = reach * Math.max(sd, step / 4)
    return equalSteps(Math.max(low, mean - half), Math.min(high, mean + half), axes[name].length)
  }
  return { logA: around('logA'), b: around('b'), tau: around('tau') }
}

/** The value below which a share of a marginal lies; weights are spread over half steps, those at the ends inwards. */
function quantileOf(values: readonly number[], { weights }: Marginal, share: number): number {
  const [low, high] = [values[0]!, values.at(-1)!]
  const half = (high - low) / (values.length - 1) / 2
  let below = 0
  for (const [index, weight] of weights.entries()) {
    const [from, to] = [Math.max(low, values[index]! - half), Math.min(high, values[index]! + half)]
    if (below + weight >= share) return from + ((share - below) / weight) * (to - from)
    below += weight
  }
  return high
}

const rounds = 3

function firstAxes({ logDiscrimination, difficulty, spreadScale }: FamilyPrior): Axes {
  const within = ({ mean, sd }: { readonly mean: number; readonly sd: number }, count: number): number[] =>
    equalSteps(mean - 3.5 * sd, mean + 3.5 * sd, count)
  return {
    logA: within(logDiscrimination, 9),
    b: within(difficulty, 29),
    tau: equalSteps(0, 3.5 * spreadScale, 21),
  }
}

/**
 * Estimates the parameters of a family whose siblings differ in difficulty, b_sibling ~ N(b, tau²), with every sibling's own b
 * integrated out, from the posterior on a grid. Siblings that few have met so lend each other strength, and tau is told with
 * how well it is known: with one response per sibling, the interval of tau is that of its prior.
 *
 * L = Π over siblings of ∫ Π over responses of P(x | theta, a, b + tau z) φ(z) dz
 *
 * @param siblings responses to each sibling, sibling by sibling
 * @throws RangeError for a prior without spread, or an ability that is not a number
 * @see Glas, van der Linden (2003), Applied Psychological Measurement 27, 247-261; Sinharay, Johnson, Williamson (2003)
 * @example fitFamily([]).responses // 0
 */
export function fitFamily(
  siblings: readonly (readonly SiblingResponse[])[],
  prior: FamilyPrior = usualFamilyPrior,
): FamilyParameters {
  const spreads = [prior.logDiscrimination.sd, prior.difficulty.sd, prior.spreadScale]
  if (!spreads.every((sd) => sd > 0)) throw new RangeError('A prior has a spread above 0.')
  if (!siblings.flat().every(({ theta, thetaSd }) => Number.isFinite(theta) && thetaSd >= 0))
    throw new RangeError('An ability is a number, with a standard deviation of 0 or more.')
  let axes = firstAxes(prior)
  let marginals = findMarginals(axes, tabulatePosterior(siblings, prior, axes))
  for (let round = 1; round < rounds; round++) {
    axes = drawIn(axes, marginals)
    marginals = findMarginals(axes, tabulatePosterior(siblings, prior, axes))
  }
  return {
    parameters: { a: Math.exp(marginals.logA.mean), b: marginals.b.mean, c: prior.c, d: prior.d },
    logDiscriminationSd: marginals.logA.sd,
    difficultySd: marginals.b.sd,
    spread: marginals.tau.mean,
    spreadLow: quantileOf(axes.tau, marginals.tau, 0.025),
    spreadHigh: quantileOf(axes.tau, marginals.tau, 0.975),
    siblings: siblings.length,
    responses: siblings.flat().length,
  }
}

/**
 * A sibling nobody has met yet, as an item that is known only so well: the spread within the family joins the standard error.
 *
 * sd = sqrt(se_b² + tau²)
 *
 * @example newSibling({ parameters: { a: 1, b: 0, c: 0, d: 1 }, logDiscriminationSd: 0.1, difficultySd: 0.3, spread: 0.4, spreadLow: 0, spreadHigh: 1, siblings: 1, responses: 9 }).difficultySd // 0.5
 */
export const newSibling = ({
  parameters,
  logDiscriminationSd,
  difficultySd,
  spread,
}: FamilyParameters): UncertainItem => ({
  parameters,
  logDiscriminationSd,
  difficultySd: Math.hypot(difficultySd, spread),
})
