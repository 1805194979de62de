import { fail, ok, type Result } from '../domain/kernel/result.ts'
import {
  highestPossibleScore,
  type ScoreFrequencies,
} from '../domain/measurement/equating/score-frequencies.ts'
import {
  type AngoffRatings,
  type AngoffStandard,
  type RoundChange,
  setAngoffStandardInRounds,
} from '../domain/measurement/standard-setting/angoff.ts'
import {
  type CompromiseStandard,
  type HofsteeRefusal,
  passRateAt,
  setBeukStandard,
  setHofsteeStandard,
} from '../domain/measurement/standard-setting/compromise.ts'
import { summarisePanel } from '../domain/measurement/standard-setting/judgement.ts'
import { faultAt, readFrequencies } from './equate-tables.ts'
import type { Ports, Table, TableFault } from './ports.ts'
import { type Expectations, readExpectations } from './read-expectations.ts'
import { type JudgesDiffer, type Panel, readPanel } from './set-angoff-cut.ts'

/** An item in a round: what judges said of it, and how far apart they were. */
export type RatedItem = {
  readonly item: string
  readonly mean: number
  readonly standardDeviation: number
  readonly lowest: number
  readonly highest: number
}

/** A judge in a round: the judge's own cut, mean and spread of the ratings, and agreement with the others. */
export type RatingJudge = {
  readonly judge: string
  readonly sum: number
  readonly mean: number
  readonly standardDeviation: number
  /** Correlation with the mean of the others; null where one of both does not vary. */
  readonly agreement: number | null
}

export type ReviewedRound = Pick<AngoffStandard, 'cut' | 'standardDeviation' | 'standardError'> & {
  readonly round: number
  readonly judges: readonly RatingJudge[]
  /** Items on which judges differ most, at most ten, widest first. */
  readonly disputed: readonly RatedItem[]
  /** Against the round before; null in the first. The ratio is null where judges agreed before. */
  readonly change: (Omit<RoundChange, 'spreadRatio'> & { readonly spreadRatio: number | null }) | null
}

/** What candidates' scores make of the panel's cut, and the two compromises as far as judges gave what they need. */
export type Compromises = {
  readonly candidates: number
  readonly panel: CompromiseStandard
  readonly beuk: CompromiseStandard | null
  readonly hofstee: CompromiseStandard | Pick<HofsteeRefusal, 'code' | 'failures'> | null
}

export type StandardReview = {
  readonly items: number
  readonly rounds: readonly ReviewedRound[]
  readonly compromises: Compromises | null
}

/** The tables of a panel, as text. */
export type StandardTables = {
  /** Columns `judge`, `round` (1 when left out) and one per item. */
  readonly ratings: string
  /** Columns `score` and `count`: what candidates reached on the rated items. */
  readonly scores?: string | undefined
  /** A row per judge: `judge`, and `passRate` or the four bounds of Hofstee, or all of them. */
  readonly expectations?: string | undefined
}

export type StandardRefusal = TableFault | JudgesDiffer

const mostDisputed = 10

const itemsOf = (items: readonly string[], ratings: AngoffRatings, standard: AngoffStandard): RatedItem[] =>
  standard.items
    .map(({ mean, standardDeviation }, index) => {
      const given = ratings.map((row) => row[index] as number)
      const [lowest, highest] = [Math.min(...given), Math.max(...given)]
      return { item: items[index] as string, mean, standardDeviation, lowest, highest }
    })
    .filter(({ lowest, highest }) => lowest < highest)
    .sort((a, b) => b.standardDeviation - a.standardDeviation)
    .slice(0, mostDisputed)

const judgesOf = (judges: readonly string[], ratings: AngoffRatings, standard: AngoffStandard) =>
  standard.judges.map(({ sum, agreement }, index): RatingJudge => {
    const { mean, standardDeviation } = summarisePanel(ratings[index] as readonly number[])
    const known = Number.isNaN(agreement) ? null : agreement
    return { judge: judges[index] as string, sum, mean, standardDeviation, agreement: known }
  })

function reviewRounds({ judges, items, rounds, numbers }: Panel): ReviewedRound[] {
  const { rounds: standards, changes } = setAngoffStandardInRounds(rounds)
  return standards.map((standard, index) => {
    const ratings = rounds[index] as AngoffRatings
    const { cut, standardDeviation, standardError } = standard
    const change = changes[index - 1]
    const ratio = change !== undefined && Number.isFinite(change.spreadRatio) ? change.spreadRatio : null
    return {
      ...{ round: numbers[index] as number, cut, standardDeviation, standardError },
      judges: judgesOf(judges, ratings, standard),
      disputed: itemsOf(items, ratings, standard),
      change: change === undefined ? null : { ...change, spreadRatio: ratio },
    }
  })
}

function compromise(
  { cut, judges }: ReviewedRound,
  scores: ScoreFrequencies,
  expected: Expectations | null,
): Compromises {
  const rates = expected?.passRates
  const hofstee = expected?.bounds ? setHofsteeStandard(expected.bounds, scores) : null
  return {
    candidates: scores.counts.reduce((sum, count) => sum + count, 0),
    panel: { cut, passRate: passRateAt(cut, scores) },
    beuk: rates
      ? setBeukStandard(
          judges.map(({ judge, sum }) => ({ cut: sum, passRate: rates.get(judge) as number })),
          scores,
        )
      : null,
    hofstee:
      hofstee === null || hofstee.ok
        ? (hofstee?.value ?? null)
        : { code: hofstee.error.code, failures: hofstee.error.failures },
  }
}

function readScores(table: Table, items: number): Result<ScoreFrequencies, TableFault> {
  const scores = readFrequencies(table)
  if (!scores.ok) return scores
  if (scores.value.lowest >= 0 && highestPossibleScore(scores.value) <= items) return scores
  return fail(faultAt(table, 2, 1, `scores run outside 0 to ${items}, the points of the rated items`))
}

function reviewCompromises(
  { tables }: Pick<Ports, 'tables'>,
  { scores, expectations }: StandardTables,
  panel: { readonly items: number; readonly last: ReviewedRound },
): Result<Compromises | null, TableFault> {
  if (scores === undefined) return ok(null)
  const table = tables.parse('scores', scores)
  const counted = table.ok ? readScores(table.value, panel.items) : table
  if (!counted.ok) return counted
  if (expectations === undefined) return ok(compromise(panel.last, counted.value, null))
  const judged = tables.parse('expectations', expectations)
  if (!judged.ok) return judged
  const expected = readExpectations(
    judged.value,
    panel.last.judges.map(({ judge }) => judge),
  )
  return expected.ok ? ok(compromise(panel.last, counted.value, expected.value)) : expected
}

/** Reviews a panel's ratings round by round, with the compromises beside the last one. It stores nothing. */
export function reviewStandard(
  ports: Pick<Ports, 'tables'>,
  request: StandardTables,
): Result<StandardReview, StandardRefusal> {
  const table = ports.tables.parse('ratings', request.ratings)
  const panel = table.ok ? readPanel(table.value) : table
  if (!panel.ok) return panel
  const rounds = reviewRounds(panel.value)
  const items = panel.value.items.length
  const compromises = reviewCompromises(ports, request, { items, last: rounds.at(-1) as ReviewedRound })
  return compromises.ok ? ok({ items, rounds, compromises: compromises.value }) : compromises
}
