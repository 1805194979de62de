import { logistic } from '../model/logistic.ts'
import type { ItemLayout } from './layout.ts'
import type { Terms } from './terms.ts'
import type { BetaPrior, ItemModel, ItemPriors, NormalPrior } from './types.ts'

/**
 * The priors that a calibration uses unless told otherwise: ln a ~ N(0, 0.3²), b ~ N(0, 1), c ~ Beta with mode 0.2
 * (worth 20 candidates: chance, less what distractors draw), d ~ Beta with mode 0.95.
 *
 * @see Mislevy (1986), Bayes modal estimation in item response models
 * @example defaultPriors.b // { mean: 0, sd: 1 }
 */
export const defaultPriors: Required<ItemPriors> = {
  logA: { mean: 0, sd: 0.3 },
  b: { mean: 0, sd: 1 },
  c: { alpha: 5, beta: 17 },
  d: { alpha: 20, beta: 2 },
}

type Residual = {
  readonly residual: number
  readonly slopes: readonly (readonly [slot: number, slope: number])[]
}

/** Adds -residual² / 2, its gradient, and its Gauss-Newton information. */
function addResidual(
  { gradient, information, curvature, size }: Terms,
  { residual, slopes }: Residual,
): number {
  for (const [i, slope] of slopes) {
    gradient[i]! -= residual * slope
    for (const [j, other] of slopes) {
      information[i * size + j]! += slope * other
      curvature[i * size + j]! += slope * other
    }
  }
  return -(residual * residual) / 2
}

function logARestraint(a: number, { mean, sd }: NormalPrior): Residual {
  return { residual: (Math.log(a) - mean) / sd, slopes: [[0, 1 / (a * sd)]] }
}

/** b = -k / a of a step, so that b falls by 1 / a with k and rises by k / a² with a. */
function bRestraint(
  a: number,
  { k, step }: { readonly k: number; readonly step: number },
  { mean, sd }: NormalPrior,
): Residual {
  return {
    residual: (-k / a - mean) / sd,
    slopes: [
      [0, k / (a * a * sd)],
      [step, -1 / (a * sd)],
    ],
  }
}

type Asymptote = { readonly offset: number; readonly logOdds: number }

function addBeta(
  { gradient, information, curvature, size }: Terms,
  { offset, logOdds }: Asymptote,
  { alpha, beta }: BetaPrior,
): number {
  const p = logistic(logOdds)
  gradient[offset]! += (alpha - 1) * (1 - p) - (beta - 1) * p
  for (const matrix of [information, curvature])
    matrix[offset * size + offset]! += (alpha + beta - 2) * p * (1 - p)
  return (alpha - 1) * Math.log(p) + (beta - 1) * Math.log1p(-p)
}

/** Which asymptotes a model estimates, by their offset in the slots of the item. */
const estimatedAsymptotes: Readonly<Record<ItemModel, readonly ('c' | 'd')[]>> = {
  '1pl': [],
  '2pl': [],
  '3pl': ['c'],
  '4pl': ['c', 'd'],
  gpcm: [],
}

function addAsymptotePriors(vector: Float64Array, { slot, setup }: ItemLayout, terms: Terms): void {
  estimatedAsymptotes[setup.model].forEach((name, index) => {
    const prior = setup.priors?.[name]
    const offset = 2 + index
    if (prior) terms.value += addBeta(terms, { offset, logOdds: vector[slot + offset]! }, prior)
  })
}

function addDifficultyPriors(vector: Float64Array, { slot, slots, setup }: ItemLayout, terms: Terms): void {
  const prior = setup.priors?.b
  const steps = setup.model === 'gpcm' ? slots - 1 : 1
  for (let step = 1; prior && step <= steps; step++) {
    terms.value += addResidual(terms, bRestraint(vector[slot]!, { k: vector[slot + step]!, step }, prior))
  }
}

/**
 * Adds the log prior densities of an item, up to a constant, to its terms: value, gradient and information by slot.
 * A prior on ln a makes a slope of 0 or below impossible.
 */
export function addPriors(vector: Float64Array, item: ItemLayout, terms: Terms): void {
  if (item.setup.fixed) return
  const { logA } = item.setup.priors ?? {}
  const a = vector[item.slot]!
  if (logA && !(a > 0)) {
    terms.value = Number.NEGATIVE_INFINITY
    return
  }
  if (logA) terms.value += addResidual(terms, logARestraint(a, logA))
  addDifficultyPriors(vector, item, terms)
  addAsymptotePriors(vector, item, terms)
}
