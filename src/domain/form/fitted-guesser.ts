import type { Item } from '../item/types.ts'
import { upperTail } from '../measurement/statistics/upper-tail.ts'
import { wilsonInterval } from '../measurement/statistics/wilson-interval.ts'
import { absolutenessOf, lengthOf, specificityOf, wordsOfOthers, wordsOfStem } from './option-cues.ts'

/**
 * How often a guesser that has learned from other pools finds the key: shares, 0 to 1, with the 95 % interval (Wilson) of `rate`;
 * `p` is P(as many hits or more by chance).
 */
export type FittedResult = {
  readonly items: number
  readonly hits: number
  readonly rate: number
  readonly chance: number
  readonly low: number
  readonly high: number
  readonly p: number
}

/** An item as numbers: a row of standardised cues for each option, and the index of its key. */
type Example = { readonly rows: readonly (readonly number[])[]; readonly key: number }

const cues = [lengthOf, wordsOfStem, wordsOfOthers, specificityOf, absolutenessOf] as const
const steps = 300
const rate = 0.5
const ridge = 0.01

/** Values of one cue over the options of an item: mean 0, standard deviation 1; all 0 where the options do not differ. */
function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  return values.map((value) => (sd === 0 ? 0 : (value - mean) / sd))
}

function exampleOf(item: Item): Example {
  const columns = cues.map((cue) =>
    standardise(item.options.map(({ text }, index) => cue(text, index, item))),
  )
  return {
    rows: item.options.map((_, index) => columns.map((column) => column[index] ?? 0)),
    key: item.options.findIndex(({ key }) => key === true),
  }
}

const scoresOf = ({ rows }: Example, weights: readonly number[]): number[] =>
  rows.map((row) => row.reduce((sum, value, cue) => sum + value * (weights[cue] ?? 0), 0))

/** Gradient of one item's log-likelihood: cues of the key minus their mean under the model. */
function gradientOf(example: Example, weights: readonly number[]): number[] {
  const likelihoods = scoresOf(example, weights).map(Math.exp)
  const total = likelihoods.reduce((a, b) => a + b, 0)
  const expected = (cue: number): number =>
    example.rows.reduce((sum, row, option) => sum + ((likelihoods[option] ?? 0) / total) * (row[cue] ?? 0), 0)
  return weights.map((_, cue) => (example.rows[example.key]?.[cue] ?? 0) - expected(cue))
}

/** Weights of a conditional logit, P(key = i) = exp(w·x_i) / Σ exp(w·x_j), by gradient ascent with a small ridge. */
function fitWeights(examples: readonly Example[]): number[] {
  let weights = cues.map(() => 0)
  for (let step = 0; step < steps; step++) {
    const gradients = examples.map((example) => gradientOf(example, weights))
    weights = weights.map((weight, cue) => {
      const slope = gradients.reduce((sum, gradient) => sum + (gradient[cue] ?? 0), 0) / examples.length
      return weight + rate * (slope - ridge * weight)
    })
  }
  return weights
}

function guesses(example: Example, weights: readonly number[]): boolean {
  const scores = scoresOf(example, weights)
  return scores.indexOf(Math.max(...scores)) === example.key
}

/**
 * Lets a guesser that was fitted on the other pools answer the multiple-choice items of each pool in turn.
 *
 * @returns the outcome over all pools together, or null where fewer than two pools have items
 * @see McFadden (1974), Conditional logit analysis of qualitative choice behavior
 * @example guessAcross([items]) // null
 */
export function guessAcross(pools: readonly (readonly Item[])[]): FittedResult | null {
  const filled = pools
    .map((items) => items.filter(({ kind }) => kind === 'multiple-choice').map(exampleOf))
    .filter((examples) => examples.length > 0)
  if (filled.length < 2) return null
  const hits = filled.flatMap((examples, own) => {
    const weights = fitWeights(filled.flatMap((others, index) => (index === own ? [] : others)))
    return examples.filter((example) => guesses(example, weights))
  }).length
  const chances = filled.flat().map(({ rows }) => 1 / rows.length)
  const items = chances.length
  const chance = chances.reduce((a, b) => a + b, 0) / items
  return {
    items,
    hits,
    rate: hits / items,
    chance,
    ...wilsonInterval(hits, items),
    p: upperTail(chances, hits),
  }
}
