import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityDerivatives } from '../model/probability.ts'
import { thetaAtExpectedScore } from '../model/test-characteristic.ts'
import { correlate, type PanelSummary, summarisePanel } from './judgement.ts'

/**
 * The ratings of one round: a row per judge, a column per item, each the judged probability (0 to 1) that a minimally
 * qualified candidate answers the item correctly.
 */
export type AngoffRatings = readonly (readonly number[])[]

/** The standard that one round of ratings sets. */
export type AngoffStandard = {
  /** Raw points: the mean over judges of the sum over items. */
  readonly cut: number
  /** Between the judges' sums, divisor n - 1. */
  readonly standardDeviation: number
  /** Of the cut, judges as a sample. */
  readonly standardError: number
  /** Each judge's own cut, and the correlation of that judge's ratings with the mean of all others; NaN where they do not vary. */
  readonly judges: readonly { readonly sum: number; readonly agreement: number }[]
  /** Mean and spread of the ratings of each item. */
  readonly items: readonly PanelSummary[]
}

function checkRatings(ratings: AngoffRatings): void {
  const items = ratings[0]?.length ?? 0
  if (items === 0) throw new RangeError('A round has at least one judge and one item.')
  for (const row of ratings) {
    if (row.length !== items) throw new RangeError('Every judge rates every item.')
    if (!row.every((rating) => rating >= 0 && rating <= 1))
      throw new RangeError('A rating is a probability from 0 to 1.')
  }
}

const columnOf = (ratings: AngoffRatings, item: number): number[] => ratings.map((row) => row[item] as number)

function agreementOf(ratings: AngoffRatings, judge: number): number {
  const own = ratings[judge] as readonly number[]
  const others = ratings.filter((_, index) => index !== judge)
  if (others.length === 0) return Number.NaN
  return correlate(
    own,
    own.map((_, item) => summarisePanel(columnOf(others, item)).mean),
  )
}

/**
 * The modified Angoff standard of one round: cut = mean over judges of Σ over items of the judged probability.
 *
 * @throws RangeError for no ratings, a judge who did not rate every item, or a rating outside 0 to 1
 * @see Angoff (1971), Scales, norms, and equivalent scores, p. 515; Brandon (2004), Applied Measurement in Education 17, 59-88
 * @example setAngoffStandard([[0.5, 0.7], [0.7, 0.7]]).cut // 1.2999999999999998
 */
export function setAngoffStandard(ratings: AngoffRatings): AngoffStandard {
  checkRatings(ratings)
  const sums = ratings.map((row) => row.reduce((sum, rating) => sum + rating, 0))
  const { mean, standardDeviation, standardError } = summarisePanel(sums)
  return {
    cut: mean,
    standardDeviation,
    standardError,
    judges: sums.map((sum, judge) => ({ sum, agreement: agreementOf(ratings, judge) })),
    items: (ratings[0] as readonly number[]).map((_, item) => summarisePanel(columnOf(ratings, item))),
  }
}

/** What a further round changed. */
export type RoundChange = {
  /** New cut minus old, in raw points. */
  readonly cut: number
  /** New spread between judges over the old; below 1 where they came nearer to each other. */
  readonly spreadRatio: number
  /** Mean distance of a new rating from the old one, 0 to 1. */
  readonly meanShift: number
}

/** Every round's standard, and what each round after the first changed; the last round's standard is the panel's. */
export type AngoffRounds = {
  readonly rounds: readonly AngoffStandard[]
  readonly changes: readonly RoundChange[]
  readonly final: AngoffStandard
}

function changeOf(before: AngoffRatings, after: AngoffRatings): RoundChange {
  const [old, fresh] = [setAngoffStandard(before), setAngoffStandard(after)]
  const shifts = after.flatMap((row, judge) =>
    row.map((rating, item) => Math.abs(rating - (before[judge]?.[item] as number))),
  )
  return {
    cut: fresh.cut - old.cut,
    spreadRatio: fresh.standardDeviation / old.standardDeviation,
    meanShift: summarisePanel(shifts).mean,
  }
}

/**
 * The standard that a panel reaches in several rounds, with discussion or data in between.
 *
 * @param rounds ratings of the same judges on the same items, first round first
 * @throws RangeError for no rounds, rounds of different judges or items, or ratings outside 0 to 1
 * @see Hambleton, Pitoniak (2006), Setting performance standards, in Brennan, Educational measurement
 * @example setAngoffStandardInRounds([[[0.5]], [[0.75]]]).final.cut // 0.75
 */
export function setAngoffStandardInRounds(rounds: readonly AngoffRatings[]): AngoffRounds {
  const standards = rounds.map(setAngoffStandard)
  const final = standards.at(-1)
  if (final === undefined) throw new RangeError('A panel holds at least one round.')
  const alike = standards.every(
    ({ judges, items }) => judges.length === final.judges.length && items.length === final.items.length,
  )
  if (!alike) throw new RangeError('Every round has the same judges and the same items.')
  const changes = rounds.slice(1).map((ratings, index) => changeOf(rounds[index] as AngoffRatings, ratings))
  return { rounds: standards, changes, final }
}

/**
 * A raw standard on the theta scale: the ability whose expected score on the rated form is the cut, with the standard error
 * carried over by the slope of the characteristic curve there.
 *
 * @param items parameters of the rated form, in raw points one each
 * @throws RangeError for a negative discrimination
 * @example carryToAbility({ cut: 0.5, standardError: 0.05 }, [{ a: 1, b: 0.3, c: 0, d: 1 }]).standardError // 0.2
 */
export function carryToAbility(
  { cut, standardError }: Pick<AngoffStandard, 'cut' | 'standardError'>,
  items: readonly ItemParameters[],
): { readonly theta: number; readonly standardError: number } {
  const theta = thetaAtExpectedScore(cut, items)
  const slope = items.reduce((sum, item) => sum + probabilityDerivatives(theta, item).first, 0)
  return { theta, standardError: standardError / slope }
}
