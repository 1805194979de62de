import { fitLogisticLine, type LogisticLine, logOdds } from './calibration-record.ts'

/** A prediction kept since before its outcome; times in days on one scale. */
export type KeptPrediction = {
  readonly probability: number
  readonly madeAt: number
  /** The outcome, and when it became known; none so far. */
  readonly outcome?: { readonly passed: boolean; readonly knownAt: number }
}

/** A correction of stated chances, and the outcomes it rests on: those known before `fittedAt`. */
export type Recalibration = { readonly fittedAt: number; readonly outcomes: number } & (
  | { readonly kind: 'none' }
  | { readonly kind: 'logistic'; readonly line: LogisticLine }
  | { readonly kind: 'isotonic'; readonly steps: readonly IsotonicStep[] }
)

/** A stretch of chances with one observed share; `stated` is its mean. */
export type IsotonicStep = { readonly stated: number; readonly observed: number; readonly count: number }

/** Outcomes needed for the two-parameter logistic correction, and for the isotonic one. */
export const outcomesNeeded = { logistic: 200, isotonic: 1000 } as const

type Known = { readonly probability: number; readonly passed: boolean }

/**
 * Platt's correction: the logistic line on the log-odds stated, with targets drawn in from 0 and 1 so that it always exists.
 *
 * @see Platt (1999), Probabilistic outputs for support vector machines, section 2.2
 * @example fitPlatt([{ probability: 0.4, passed: true }, { probability: 0.6, passed: false }]).slope < 0 // true
 */
export function fitPlatt(outcomes: readonly Known[]): LogisticLine {
  const passes = outcomes.filter(({ passed }) => passed).length
  const high = (passes + 1) / (passes + 2)
  const low = 1 / (outcomes.length - passes + 2)
  return fitLogisticLine(
    outcomes.map(({ probability }) => logOdds(probability)),
    outcomes.map(({ passed }) => (passed ? high : low)),
  )
}

/**
 * The isotonic correction: the non-decreasing steps nearest to what happened, by pooling adjacent violators.
 *
 * @see Ayer et al. (1955), Annals of Mathematical Statistics 26, 641-647; Zadrozny, Elkan (2002)
 * @example fitIsotonic([{ probability: 0.3, passed: true }, { probability: 0.4, passed: false }]) // [{ stated: 0.35, observed: 0.5, count: 2 }]
 */
export function fitIsotonic(outcomes: readonly Known[]): IsotonicStep[] {
  const steps: IsotonicStep[] = []
  for (const { probability, passed } of outcomes.toSorted((a, b) => a.probability - b.probability)) {
    let step: IsotonicStep = { stated: probability, observed: passed ? 1 : 0, count: 1 }
    for (let last = steps.at(-1); last !== undefined && last.observed >= step.observed; last = steps.at(-1)) {
      const count = last.count + step.count
      const pool = (of: 'stated' | 'observed'): number =>
        (last![of] * last!.count + step[of] * step.count) / count
      step = { stated: pool('stated'), observed: pool('observed'), count }
      steps.pop()
    }
    steps.push(step)
  }
  return steps
}

/**
 * Fits a correction on the outcomes that were known before a day: none below 200, logistic from 200, isotonic from 1,000.
 *
 * @param fittedAt only outcomes known before it count
 * @example fitRecalibration([], 5) // { kind: 'none', fittedAt: 5, outcomes: 0 }
 */
export function fitRecalibration(predictions: readonly KeptPrediction[], fittedAt: number): Recalibration {
  const known = predictions.flatMap(({ probability, outcome }) =>
    outcome !== undefined && outcome.knownAt < fittedAt ? [{ probability, passed: outcome.passed }] : [],
  )
  const rest = { fittedAt, outcomes: known.length }
  if (known.length >= outcomesNeeded.isotonic) return { kind: 'isotonic', steps: fitIsotonic(known), ...rest }
  if (known.length >= outcomesNeeded.logistic) return { kind: 'logistic', line: fitPlatt(known), ...rest }
  return { kind: 'none', ...rest }
}

/** The observed share at a stated chance, on straight lines between the middles of the steps. */
function readSteps(steps: readonly IsotonicStep[], probability: number): number {
  const above = steps.findIndex(({ stated }) => stated >= probability)
  if (above === 0) return steps[0]!.observed
  if (above < 0) return steps.at(-1)!.observed
  const [left, right] = [steps[above - 1]!, steps[above]!]
  const share = (probability - left.stated) / (right.stated - left.stated)
  return left.observed + share * (right.observed - left.observed)
}

/**
 * Corrects a stated chance. A correction serves only predictions made at or after the day it was fitted on, so that none is ever
 * judged by outcomes it has seen.
 *
 * @throws RangeError for an earlier prediction
 * @example recalibrate(fitRecalibration([], 5), { probability: 0.4, madeAt: 6 }) // 0.4
 */
export function recalibrate(recalibration: Recalibration, { probability, madeAt }: KeptPrediction): number {
  if (madeAt < recalibration.fittedAt)
    throw new RangeError('A correction serves only predictions made after it was fitted.')
  if (recalibration.kind === 'none') return probability
  if (recalibration.kind === 'isotonic') {
    // No number of outcomes makes a chance of 0 or 1.
    const least = 1 / (recalibration.outcomes + 2)
    return Math.min(1 - least, Math.max(least, readSteps(recalibration.steps, probability)))
  }
  const { slope, intercept } = recalibration.line
  return 1 / (1 + Math.exp(-(intercept + slope * logOdds(probability))))
}

/**
 * The pass rate behind self-reported outcomes: who fails reports less often, which makes reported outcomes look too good.
 *
 * odds = reported odds · failReports / passReports
 *
 * @param reported chance or share among those who report, 0 to 1
 * @param rates shares of those who pass, and of those who fail, that report; above 0 to 1
 * @throws RangeError for rates outside that
 * @see Rosenbaum, Rubin (1983), Journal of the Royal Statistical Society B 45, 212-218, on stating such a sensitivity
 * @example correctForReporting(0.75, { passReports: 0.6, failReports: 0.2 }) // 0.5
 */
export function correctForReporting(
  reported: number,
  { passReports, failReports }: { readonly passReports: number; readonly failReports: number },
): number {
  if (![passReports, failReports].every((rate) => rate > 0 && rate <= 1))
    throw new RangeError('Shares that report lie above 0 and up to 1.')
  const passes = reported / passReports
  return passes / (passes + (1 - reported) / failReports)
}

/** What a stated chance may claim to be about. */
export type ReadinessClaim = {
  /** The chance on the programme's own forms, until enough outcomes of real exams were reported. */
  readonly about: 'own-forms' | 'real-exams'
  readonly outcomes: number
  readonly needed: number
}

/** What a stated chance may claim, by the number of real outcomes behind it. @example claimFor(12).about // 'own-forms' */
export const claimFor = (outcomes: number): ReadinessClaim => ({
  about: outcomes >= outcomesNeeded.logistic ? 'real-exams' : 'own-forms',
  outcomes,
  needed: outcomesNeeded.logistic,
})
