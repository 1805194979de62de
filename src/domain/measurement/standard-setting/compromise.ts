import { fail, ok, type Result } from '../../kernel/result.ts'
import type { ScoreFrequencies } from '../equating/score-frequencies.ts'
import { countScores, highestPossibleScore } from '../equating/score-frequencies.ts'
import { summarisePanel } from './judgement.ts'

/** A standard between what judges demand and what candidates reach. */
export type CompromiseStandard = {
  /** Raw points, not rounded. */
  readonly cut: number
  /** Share of candidates at or above the cut, 0 to 1. */
  readonly passRate: number
}

/**
 * Share of candidates at or above a cut; between whole scores on the straight line that joins them.
 *
 * @param cut raw points
 * @returns 0 to 1
 * @throws RangeError when nothing was counted
 * @example passRateAt(1.5, { lowest: 0, counts: [1, 1, 2] }) // 0.625
 */
export function passRateAt(cut: number, frequencies: ScoreFrequencies): number {
  const total = countScores(frequencies)
  const from = (score: number): number =>
    frequencies.counts.reduce(
      (sum, count, index) => (frequencies.lowest + index >= score ? sum + count : sum),
      0,
    ) / total
  const below = Math.floor(cut)
  return from(below) + (cut - below) * (from(below + 1) - from(below))
}

/** The point between low and high where a function that falls crosses 0, by bisection. */
function findCrossing(falling: (cut: number) => number, low: number, high: number): number {
  let [left, right] = [low, high]
  for (let step = 0; step < 100; step++) {
    const middle = (left + right) / 2
    if (falling(middle) > 0) left = middle
    else right = middle
  }
  return (left + right) / 2
}

/** One judge's two answers: the raw score a candidate should reach, and the share of candidates who should. */
export type BeukJudgement = { readonly cut: number; readonly passRate: number }

/**
 * Beuk's compromise: from the point of the mean cut and the mean pass rate along a line of slope sd(pass rate) / sd(cut) to the
 * pass rates that candidates show. Where judges agree more about one of the two, that one gives way less.
 *
 * @param judgements one per judge; pass rates 0 to 1
 * @throws RangeError without judges or when nothing was counted
 * @see Beuk (1984), Journal of Educational Measurement 21, 147-152
 * @example setBeukStandard([{ cut: 1, passRate: 0.5 }], { lowest: 0, counts: [1, 1] }) // { cut: 1, passRate: 0.5 }
 */
export function setBeukStandard(
  judgements: readonly BeukJudgement[],
  frequencies: ScoreFrequencies,
): CompromiseStandard {
  const cuts = summarisePanel(judgements.map(({ cut }) => cut))
  const rates = summarisePanel(judgements.map(({ passRate }) => passRate))
  const [cutWeight, rateWeight] = [cuts.standardDeviation, rates.standardDeviation]
  // Multiplied out by sd(cut): a panel that agrees on the cut keeps it.
  const gap = (cut: number): number =>
    cutWeight * (passRateAt(cut, frequencies) - rates.mean) - rateWeight * (cut - cuts.mean)
  const agreed = cutWeight === 0
  const cut = agreed
    ? cuts.mean
    : findCrossing(gap, frequencies.lowest, highestPossibleScore(frequencies) + 1)
  return { cut, passRate: passRateAt(cut, frequencies) }
}

/** One judge's four bounds: lowest and highest acceptable cut in raw points, lowest and highest acceptable share of failures. */
export type HofsteeJudgement = {
  readonly lowestCut: number
  readonly highestCut: number
  readonly lowestFailRate: number
  readonly highestFailRate: number
}

/** Why no compromise exists: candidates fail more, or less, than judges accept at every acceptable cut. */
export type HofsteeRefusal = {
  readonly code: 'hofstee-no-crossing'
  readonly failures: 'too-many' | 'too-few'
  readonly bounds: HofsteeJudgement
}

const boundNames = ['lowestCut', 'highestCut', 'lowestFailRate', 'highestFailRate'] as const

const meanBounds = (judgements: readonly HofsteeJudgement[]): HofsteeJudgement =>
  Object.fromEntries(
    boundNames.map((name) => [name, summarisePanel(judgements.map((judgement) => judgement[name])).mean]),
  ) as HofsteeJudgement

/**
 * Hofstee's compromise: the cut where the share of failures meets the straight line from (lowest cut, highest fail rate) to
 * (highest cut, lowest fail rate), bounds averaged over judges.
 *
 * @param judgements one per judge; fail rates 0 to 1
 * @returns the standard, or why the curve does not cross the line
 * @throws RangeError without judges, for bounds out of order, or when nothing was counted
 * @see Hofstee (1983), in Anderson, Helmick, On educational testing, 109-127
 * @example setHofsteeStandard([{ lowestCut: 0, highestCut: 1, lowestFailRate: 0, highestFailRate: 1 }], { lowest: 0, counts: [1, 1] }).ok // true
 */
export function setHofsteeStandard(
  judgements: readonly HofsteeJudgement[],
  frequencies: ScoreFrequencies,
): Result<CompromiseStandard, HofsteeRefusal> {
  const bounds = meanBounds(judgements)
  const { lowestCut, highestCut, lowestFailRate, highestFailRate } = bounds
  if (!(lowestCut < highestCut && lowestFailRate <= highestFailRate))
    throw new RangeError('Each bound has its lowest value below its highest.')
  const slope = (lowestFailRate - highestFailRate) / (highestCut - lowestCut)
  const gap = (cut: number): number =>
    highestFailRate + slope * (cut - lowestCut) - (1 - passRateAt(cut, frequencies))
  if (gap(lowestCut) < 0) return fail({ code: 'hofstee-no-crossing', failures: 'too-many', bounds })
  if (gap(highestCut) > 0) return fail({ code: 'hofstee-no-crossing', failures: 'too-few', bounds })
  const cut = findCrossing(gap, lowestCut, highestCut)
  return ok({ cut, passRate: passRateAt(cut, frequencies) })
}
