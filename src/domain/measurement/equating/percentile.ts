import { countScores, highestPossibleScore, type ScoreFrequencies } from './score-frequencies.ts'

/**
 * Share of scores below a point, each whole score spread evenly over the half point on either side.
 *
 * P(x) = F(k - 1) + (x - k + 0.5)(F(k) - F(k - 1)), k the whole score nearest to x
 *
 * @param score any number; outside the possible scores the share is 0 or 1
 * @returns 0 to 1
 * @throws RangeError when nothing was counted
 * @see Kolen, Brennan (2004), equation 2.14
 * @example percentileRank({ lowest: 0, counts: [1, 2, 1] }, 1) // 0.5
 */
export function percentileRank(frequencies: ScoreFrequencies, score: number): number {
  const total = countScores(frequencies)
  const { lowest, counts } = frequencies
  if (score <= lowest - 0.5) return 0
  if (score >= highestPossibleScore(frequencies) + 0.5) return 1
  const nearest = Math.floor(score + 0.5) - lowest
  const below = counts.slice(0, nearest).reduce((sum, count) => sum + count, 0)
  return (below + (score - lowest - nearest + 0.5) * (counts[nearest] ?? 0)) / total
}

/** Shares that differ by rounding only must meet the same step. */
const hair = 1e-10

/** The score in whose interval a cumulative share falls: its position, the share below it, and its own share. */
export type ScoreStep = { readonly index: number; readonly below: number; readonly share: number }

/** The first score whose cumulative share exceeds the target; the last counted score if none does. */
function findStep({ counts }: ScoreFrequencies, total: number, target: number): ScoreStep {
  let sum = 0
  let last: ScoreStep = { index: 0, below: 0, share: 0 }
  for (const [index, count] of counts.entries()) {
    if (count > 0) last = { index, below: sum / total, share: count / total }
    sum += count
    if (sum / total > target) break
  }
  return last
}

/**
 * The score of a form in whose interval a rank falls; at the border of two, the upper one.
 *
 * @param rank share below, 0 to 1
 * @throws RangeError when nothing was counted
 * @example stepAt({ lowest: 0, counts: [1, 2, 1] }, 0.5) // { index: 1, below: 0.25, share: 0.5 }
 */
export const stepAt = (frequencies: ScoreFrequencies, rank: number): ScoreStep =>
  findStep(frequencies, countScores(frequencies), rank + hair)

/**
 * The score at a percentile rank: the inverse of `percentileRank`. Where empty scores make a whole interval fit, its middle.
 *
 * @param rank share below, 0 to 1; 0 gives the lowest score - 0.5, 1 the highest + 0.5
 * @throws RangeError for a share outside 0 to 1 or when nothing was counted
 * @see Kolen, Brennan (2004), equations 2.15 to 2.17
 * @example scoreAtRank({ lowest: 0, counts: [1, 2, 1] }, 0.5) // 1
 */
export function scoreAtRank(frequencies: ScoreFrequencies, rank: number): number {
  if (!(rank >= 0 && rank <= 1)) throw new RangeError('A percentile rank lies between 0 and 1.')
  const total = countScores(frequencies)
  if (rank < hair) return frequencies.lowest - 0.5
  if (rank > 1 - hair) return highestPossibleScore(frequencies) + 0.5
  const within = ({ index, below, share }: ScoreStep): number => index - 0.5 + (rank - below) / share
  const upper = within(findStep(frequencies, total, rank + hair))
  const lower = within(findStep(frequencies, total, rank - hair))
  return frequencies.lowest + (upper + lower) / 2
}
