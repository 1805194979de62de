import { missing, type ResponseMatrix } from '../model/response-matrix.ts'
import { completeRows, rawScores } from './complete-rows.ts'
import { chiSquareTail } from './distributions.ts'

/** One stratum: correct and wrong answers of the reference and of the focal group. */
export type MatchedTable = {
  readonly referenceCorrect: number
  readonly referenceWrong: number
  readonly focalCorrect: number
  readonly focalWrong: number
}

/** ETS class of differential item functioning: A negligible, B moderate, C large. */
export type DifClass = 'A' | 'B' | 'C'

/** Mantel-Haenszel statistics of one item. */
export type MantelHaenszel = {
  /** Common odds ratio; above 1 favours the reference group. */
  readonly oddsRatio: number
  /** 95 % interval of the odds ratio. */
  readonly low: number
  readonly high: number
  /** χ² on one degree of freedom with continuity correction, and without. */
  readonly chiSquare: number
  readonly chiSquareUncorrected: number
  /** Tail probability of the corrected χ². */
  readonly p: number
  /** -2.35 ln(odds ratio): below 0 favours the reference group. */
  readonly delta: number
  readonly standardErrorDelta: number
  readonly class: DifClass
}

type Sums = { r: number; s: number; pr: number; cross: number; qs: number; excess: number; variance: number }

function addTable(sums: Sums, table: MatchedTable): void {
  const { referenceCorrect: a, referenceWrong: b, focalCorrect: c, focalWrong: d } = table
  const n = a + b + c + d
  if (n < 2) return
  const [r, s] = [(a * d) / n, (b * c) / n]
  const [p, q] = [(a + d) / n, (b + c) / n]
  sums.r += r
  sums.s += s
  sums.pr += p * r
  sums.cross += p * s + q * r
  sums.qs += q * s
  sums.excess += a - ((a + b) * (a + c)) / n
  sums.variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1))
}

/**
 * The ETS class of a difference: |delta| of 1.5 or more is large only if it lies significantly above 1 (one-sided 5 %).
 *
 * @param p tail probability of the test of delta = 0
 * @example classifyDif(-2, 0.2, 0.001) // 'C'
 */
export function classifyDif(delta: number, error: number, p: number): DifClass {
  const size = Math.abs(delta)
  if (!(size >= 1 && p < 0.05)) return 'A'
  return size >= 1.5 && (size - 1) / error > 1.6448536269514722 ? 'C' : 'B'
}

/**
 * Common odds ratio over matched strata, its test, and the ETS class. NaN and class A where the strata compare nothing.
 *
 * @see Mantel, Haenszel (1959); Robins, Breslow, Greenland (1986), the variance of the log odds ratio; Holland, Thayer (1988);
 *   Zwick (2012), A review of ETS differential item functioning assessment procedures
 * @example mantelHaenszel([{ referenceCorrect: 4, referenceWrong: 4, focalCorrect: 4, focalWrong: 4 }]).oddsRatio // 1
 */
export function mantelHaenszel(tables: readonly MatchedTable[]): MantelHaenszel {
  const sums: Sums = { r: 0, s: 0, pr: 0, cross: 0, qs: 0, excess: 0, variance: 0 }
  for (const table of tables) addTable(sums, table)
  const { r, s, pr, cross, qs, excess, variance } = sums
  const oddsRatio = r / s
  const error = Math.sqrt(pr / (2 * r * r) + cross / (2 * r * s) + qs / (2 * s * s))
  const corrected = Math.max(0, Math.abs(excess) - 0.5)
  const chiSquare = (corrected * corrected) / variance
  const p = Number.isFinite(chiSquare) ? chiSquareTail(chiSquare, 1) : Number.NaN
  const [delta, standardErrorDelta] = [-2.35 * Math.log(oddsRatio), 2.35 * error]
  return {
    oddsRatio,
    low: oddsRatio * Math.exp(-1.959963984540054 * error),
    high: oddsRatio * Math.exp(1.959963984540054 * error),
    chiSquare,
    chiSquareUncorrected: (excess * excess) / variance,
    p,
    delta,
    standardErrorDelta,
    class: classifyDif(delta, standardErrorDelta, p),
  }
}

type MutableTable = { -readonly [K in keyof MatchedTable]: MatchedTable[K] }

/** Who is compared: responses, 1 for each person of the focal group and 0 for the others, and what they are matched on. */
type Comparison = {
  readonly responses: ResponseMatrix
  readonly focal: ArrayLike<number>
  readonly scores: ArrayLike<number>
}

const cellOf = (focal: boolean, correct: boolean): keyof MatchedTable =>
  focal ? (correct ? 'focalCorrect' : 'focalWrong') : correct ? 'referenceCorrect' : 'referenceWrong'

function matchOn({ responses, focal, scores }: Comparison, item: number): MatchedTable[] {
  const tables = new Map<number, MutableTable>()
  for (let person = 0; person < responses.persons; person++) {
    const empty = { referenceCorrect: 0, referenceWrong: 0, focalCorrect: 0, focalWrong: 0 }
    const table = tables.get(scores[person]!) ?? empty
    tables.set(scores[person]!, table)
    table[cellOf(focal[person] === 1, responses.cells[person * responses.items + item] === 1)]++
  }
  return [...tables.entries()].sort(([x], [y]) => x - y).map(([, table]) => table)
}

/** Persons who answered everything: others have no comparable raw score. */
function completePersons({ persons, items, cells }: ResponseMatrix): number[] {
  return Array.from({ length: persons }, (_, person) => person).filter(
    (person) => !cells.subarray(person * items, (person + 1) * items).includes(missing),
  )
}

/**
 * Differential item functioning of every item between two groups, matched on the raw score with the studied item in it.
 * Persons with a missing answer are left out.
 *
 * @param focal 1 for persons of the focal group, 0 for the reference group
 * @throws RangeError unless every person has a group
 * @example differentialFunctioning(responseMatrix([[1, 0], [1, 0], [0, 1], [0, 1]]), [0, 1, 0, 1])[0]?.class // 'A'
 */
export function differentialFunctioning(
  responses: ResponseMatrix,
  focal: ArrayLike<number>,
): MantelHaenszel[] {
  if (focal.length !== responses.persons)
    throw new RangeError(`${focal.length} groups for ${responses.persons} persons.`)
  const complete = completeRows(responses)
  const groups = completePersons(responses).map((person) => focal[person]!)
  const comparison = { responses: complete, focal: groups, scores: rawScores(complete) }
  return Array.from({ length: responses.items }, (_, item) => mantelHaenszel(matchOn(comparison, item)))
}
