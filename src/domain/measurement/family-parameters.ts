import {
  drawIn,
  equalSteps,
  type FamilyAxes,
  type FamilyPrior,
  findMarginals,
  type Marginal,
  type SiblingResponse,
  tabulatePosterior,
} from './family-posterior.ts'
import type { ItemParameters } from './model/item-parameters.ts'
import type { UncertainItem } from './readiness/uncertain-item.ts'

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

function firstAxes({ logDiscrimination, difficulty, spreadScale }: FamilyPrior): FamilyAxes {
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
