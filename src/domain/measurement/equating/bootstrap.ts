import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { countScores, type ScoreFrequencies } from './score-frequencies.ts'

/**
 * As many scores as were counted, drawn from the distribution with replacement.
 *
 * @throws RangeError unless the counts are whole numbers with a sum above 0
 * @see Efron, Tibshirani (1993), An introduction to the bootstrap
 * @example resampleFrequencies({ lowest: 4, counts: [0, 3] }, seededRandom('a')).counts // [0, 3]
 */
export function resampleFrequencies(frequencies: ScoreFrequencies, random: SeededRandom): ScoreFrequencies {
  const total = countScores(frequencies)
  if (!frequencies.counts.every(Number.isInteger))
    throw new RangeError('Only whole counts can be drawn from.')
  const scores = frequencies.counts.flatMap((count, index) => new Array<number>(count).fill(index))
  const counts = frequencies.counts.map(() => 0)
  for (let draw = 0; draw < total; draw++) (counts[scores[random.integer(total)] as number] as number)++
  return { ...frequencies, counts }
}

/**
 * Standard errors of an equating by the bootstrap: the spread of equated scores over samples drawn anew.
 *
 * @param equateSample draws a sample, equates on it and gives the conversion
 * @param options.scores scores at which the error is wanted
 * @param options.replications whole number, at least 2; 200 to 1000 are usual
 * @returns one standard error per score, in points of form Y
 * @throws RangeError for fewer replications
 * @see Kolen, Brennan (2004), section 7.2
 * @example bootstrapErrors(() => (score) => score, { scores: [1, 2], replications: 2 }) // [0, 0]
 */
export function bootstrapErrors(
  equateSample: () => (score: number) => number,
  { scores, replications }: { readonly scores: readonly number[]; readonly replications: number },
): number[] {
  if (!(Number.isInteger(replications) && replications >= 2))
    throw new RangeError('A bootstrap takes at least two replications.')
  const samples = Array.from({ length: replications }, () => scores.map(equateSample()))
  return scores.map((_, index) => {
    const mean = samples.reduce((sum, sample) => sum + (sample[index] as number), 0) / replications
    const squares = samples.reduce((sum, sample) => sum + ((sample[index] as number) - mean) ** 2, 0)
    return Math.sqrt(squares / (replications - 1))
  })
}
