import { correlation, mean } from './mean-variance.ts'

/** How one option of an item drew candidates. */
export type OptionStatistics = {
  readonly option: number
  readonly chosen: number
  /** Share of those who answered. */
  readonly share: number
  /** Mean rest score of those who chose it; NaN for none. */
  readonly meanRest: number
  /** Correlation of choosing it with the rest score: below 0 for a working distractor, above 0 for a key. */
  readonly pointBiserial: number
  /** Share in each fifth of the candidates by rest score, lowest first. */
  readonly byFifth: readonly number[]
}

/** Candidates in five groups of (nearly) equal size by rest score; ties keep their order. */
function fifths(restScores: readonly number[]): number[][] {
  const order = restScores.map((_, index) => index).sort((x, y) => restScores[x]! - restScores[y]! || x - y)
  return Array.from({ length: 5 }, (_, fifth) =>
    order.slice(Math.round((fifth * order.length) / 5), Math.round(((fifth + 1) * order.length) / 5)),
  )
}

/**
 * Distractor analysis of one item: who chose which option.
 *
 * @param choices option of each candidate, a whole number from 0; null for no answer
 * @param restScores raw score of each candidate on all other items
 * @param options number of options
 * @throws RangeError for lists of different lengths
 * @see Haladyna, Rodriguez (2013), Developing and Validating Test Items, chapter 18
 * @example analyseOptions([0, 1], [3, 1], 2)[0]?.share // 0.5
 */
export function analyseOptions(
  choices: readonly (number | null)[],
  restScores: readonly number[],
  options: number,
): OptionStatistics[] {
  if (choices.length !== restScores.length)
    throw new RangeError('Every candidate has one choice and one rest score.')
  const answered = choices.flatMap((choice, index) =>
    choice === null ? [] : [{ choice, rest: restScores[index]! }],
  )
  const rests = answered.map(({ rest }) => rest)
  const groups = fifths(rests)
  return Array.from({ length: options }, (_, option) => {
    const chose = answered.map(({ choice }) => (choice === option ? 1 : 0))
    const chosen = answered.filter(({ choice }) => choice === option)
    return {
      option,
      chosen: chosen.length,
      share: mean(chose),
      meanRest: mean(chosen.map(({ rest }) => rest)),
      pointBiserial: correlation(chose, rests),
      byFifth: groups.map((group) => mean(group.map((index) => chose[index]!))),
    }
  })
}
