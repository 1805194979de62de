import type { ItemParameters } from './model/item-parameters.ts'
import { probabilityCorrect } from './model/probability.ts'
import { sevenPoints, threePoints } from './readiness/uncertain-item.ts'

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

/** Values of ln a, b and tau at which the posterior of a family is taken, each in equal steps. */
export type FamilyAxes = {
  readonly logA: readonly number[]
  readonly b: readonly number[]
  readonly tau: readonly number[]
}
type AxisName = keyof FamilyAxes
/** The posterior of one of them, the others summed out: weights add up to 1. */
export type Marginal = { readonly mean: number; readonly sd: number; readonly weights: readonly number[] }

/** Values from low to high in equal steps. @example equalSteps(0, 1, 3) // [0, 0.5, 1] */
export const equalSteps = (low: number, high: number, count: number): number[] =>
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

/**
 * ln of the posterior of a family over the axes, up to a constant, in the order ln a, b, tau; every sibling's own b is
 * integrated out.
 *
 * @example tabulatePosterior([], { logDiscrimination: { mean: 0, sd: 1 }, difficulty: { mean: 0, sd: 1 }, spreadScale: 1, c: 0, d: 1 }, { logA: [0], b: [0, 1], tau: [0, 2] }) // [0, -2, -0.5, -2.5]
 */
export function tabulatePosterior(
  siblings: readonly (readonly SiblingResponse[])[],
  prior: FamilyPrior,
  axes: FamilyAxes,
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

/**
 * Sums the posterior over all but one axis, for each axis.
 * @example findMarginals({ logA: [0], b: [0, 1], tau: [0, 1] }, [0, 0, 0, 0]).b.mean // 0.5
 */
export function findMarginals(
  axes: FamilyAxes,
  logPosterior: readonly number[],
): Readonly<Record<AxisName, Marginal>> {
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
export function drawIn(axes: FamilyAxes, marginals: Readonly<Record<AxisName, Marginal>>): FamilyAxes {
  const around = (name: AxisName): number[] => {
    const { mean, sd } = marginals[name]
    const [low, high] = [axes[name][0]!, axes[name].at(-1)!]
    const step = (high - low) / (axes[name].length - 1)
    const half = reach * Math.max(sd, step / 4)
    return equalSteps(Math.max(low, mean - half), Math.min(high, mean + half), axes[name].length)
  }
  return { logA: around('logA'), b: around('b'), tau: around('tau') }
}
