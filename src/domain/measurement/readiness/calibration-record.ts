import { wilsonInterval } from '../statistics/wilson-interval.ts'

/** A stated chance and what happened. */
export type Outcome = { readonly probability: number; readonly passed: boolean }

/** A bin of a reliability plot. */
export type ReliabilityBin = {
  readonly count: number
  /** Mean stated chance, 0 to 1. */
  readonly stated: number
  /** Share that passed, with its 95 % interval. */
  readonly observed: number
  readonly low: number
  readonly high: number
}

/** How far stated chances came true. */
export type CalibrationRecord = {
  readonly outcomes: number
  /** Mean squared distance of the stated chance from what happened; 0 best. */
  readonly brier: number
  /** Expected calibration error: mean distance of stated from observed over ten bins of equal count. */
  readonly ece: number
  /** Logistic regression of what happened on the log-odds stated: 1 and 0 where every chance comes true. NaN where it has no answer. */
  readonly slope: number
  readonly intercept: number
  readonly bins: readonly ReliabilityBin[]
}

const binCount = 10

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function describeBin(outcomes: readonly Outcome[]): ReliabilityBin {
  const passed = outcomes.filter((outcome) => outcome.passed).length
  return {
    count: outcomes.length,
    stated: mean(outcomes.map(({ probability }) => probability)),
    observed: passed / outcomes.length,
    ...wilsonInterval(passed, outcomes.length),
  }
}

/**
 * The data of a reliability plot: outcomes in ascending order of the stated chance, in bins of equal count.
 *
 * @param bins number of bins; fewer where there are fewer outcomes
 * @see DeGroot, Fienberg (1983), The comparison and evaluation of forecasters
 * @example reliabilityBins([{ probability: 0.5, passed: true }])[0]?.observed // 1
 */
export function reliabilityBins(outcomes: readonly Outcome[], bins = binCount): ReliabilityBin[] {
  const ascending = outcomes.toSorted((a, b) => a.probability - b.probability)
  const borders = Array.from({ length: bins + 1 }, (_, bin) => Math.round((bin * ascending.length) / bins))
  return borders
    .slice(1)
    .map((to, bin) => ascending.slice(borders[bin], to))
    .filter((bin) => bin.length > 0)
    .map(describeBin)
}

/** The log-odds of a chance, held off 0 and 1. @example logOdds(0.5) // 0 */
export function logOdds(probability: number): number {
  const held = Math.min(1 - 1e-12, Math.max(1e-12, probability))
  return Math.log(held / (1 - held))
}

/** A logistic line: P = 1 / (1 + exp(-(intercept + slope x))). */
export type LogisticLine = { readonly slope: number; readonly intercept: number }

const mostSteps = 50

/**
 * Fits a logistic line by Newton's method.
 *
 * @param x one number per case
 * @param target what happened, 0 or 1, or a share between
 * @returns slope and intercept; NaN where the cases are separated or alike, so that none fits best
 * @see McCullagh, Nelder (1989), Generalized linear models, section 4.4
 * @example Math.round(fitLogisticLine([0, 0, 1, 1, 1, 1], [0, 1, 0, 1, 1, 1]).slope * 1000) // 1099
 */
export function fitLogisticLine(x: readonly number[], target: readonly number[]): LogisticLine {
  let [slope, intercept] = [1, 0]
  for (let step = 0; step < mostSteps; step++) {
    let [gs, gi, hss, hsi, hii] = [0, 0, 0, 0, 0]
    x.forEach((value, index) => {
      const p = 1 / (1 + Math.exp(-(intercept + slope * value)))
      const [miss, weight] = [target[index]! - p, p * (1 - p)]
      gs += miss * value
      gi += miss
      hss += weight * value * value
      hsi += weight * value
      hii += weight
    })
    const determinant = hss * hii - hsi * hsi
    const [bySlope, byIntercept] = [(hii * gs - hsi * gi) / determinant, (hss * gi - hsi * gs) / determinant]
    slope += bySlope
    intercept += byIntercept
    if (Math.abs(bySlope) + Math.abs(byIntercept) < 1e-10) return { slope, intercept }
  }
  return { slope: Number.NaN, intercept: Number.NaN }
}

/**
 * Holds stated chances against what happened.
 *
 * @throws RangeError without outcomes or for a chance outside 0 to 1
 * @see Brier (1950); Cox (1958), Biometrika 45, 562-565 for slope and intercept; Naeini, Cooper, Hauskrecht (2015) for the ECE
 * @example recordCalibration([{ probability: 0.5, passed: true }]).brier // 0.25
 */
export function recordCalibration(outcomes: readonly Outcome[]): CalibrationRecord {
  if (outcomes.length === 0) throw new RangeError('A calibration record needs outcomes.')
  if (!outcomes.every(({ probability }) => probability >= 0 && probability <= 1))
    throw new RangeError('A stated chance lies between 0 and 1.')
  const bins = reliabilityBins(outcomes)
  const happened = outcomes.map(({ passed }) => (passed ? 1 : 0))
  return {
    outcomes: outcomes.length,
    brier: mean(outcomes.map(({ probability }, index) => (probability - happened[index]!) ** 2)),
    ece:
      bins.reduce((sum, { count, stated, observed }) => sum + count * Math.abs(stated - observed), 0) /
      outcomes.length,
    ...fitLogisticLine(
      outcomes.map(({ probability }) => logOdds(probability)),
      happened,
    ),
    bins,
  }
}
