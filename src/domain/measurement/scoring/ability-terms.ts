import { informationAt } from '../model/information.ts'
import type { ItemParameters } from '../model/item-parameters.ts'
import { logistic } from '../model/logistic.ts'
import {
  logCategoryProbabilities,
  type PartialCreditParameters,
  partialCreditMoments,
  partialCreditScoreFunction,
} from '../model/partial-credit.ts'
import { logProbability } from '../model/probability.ts'
import { scoreFunction } from '../model/score-function.ts'

/** An item that ability can be estimated from. */
export type AbilityItem = ItemParameters | PartialCreditParameters

/** One candidate's item scores in the order of the items; null for an item not answered or not presented. */
export type ItemScores = readonly (number | null)[]

/** Highest score of an item. @example highestScore({ a: 1, b: 0, c: 0, d: 1 }) // 1 */
export const highestScore = (item: AbilityItem): number => ('steps' in item ? item.steps.length : 1)

/** An item with the score earned on it. */
export type Answer = { readonly item: AbilityItem; readonly score: number }

/**
 * Pairs items with their scores and leaves out what was not answered.
 *
 * @throws RangeError for lists of different lengths or a score that an item does not have
 * @example pairAnswers([1, null], [{ a: 1, b: 0, c: 0, d: 1 }, { a: 1, b: 1, c: 0, d: 1 }]).length // 1
 */
export function pairAnswers(scores: ItemScores, items: readonly AbilityItem[]): Answer[] {
  if (scores.length !== items.length)
    throw new RangeError(`${scores.length} scores for ${items.length} items.`)
  return items.flatMap((item, index) => {
    const score = scores[index]!
    if (score === null) return []
    const highest = highestScore(item)
    if (!(Number.isInteger(score) && score >= 0 && score <= highest))
      throw new RangeError(`Item ${index + 1} has scores 0 to ${highest}, not ${score}.`)
    return [{ item, score }]
  })
}

/** ln P(answers) at theta. @example logLikelihoodAt(0, []) // 0 */
export function logLikelihoodAt(theta: number, answers: readonly Answer[]): number {
  let sum = 0
  for (const { item, score } of answers) {
    sum +=
      'steps' in item
        ? logCategoryProbabilities(theta, item)[score]!
        : logProbability(theta, item, score === 1)
  }
  return sum
}

/** What the answers say of theta: slope of the log-likelihood, information, and J of Warm's correction, Σ P' P'' / (P Q). */
export type AbilityTerms = { readonly slope: number; readonly information: number; readonly warm: number }

function itemTerms(theta: number, { item, score }: Answer): AbilityTerms {
  if ('steps' in item) {
    const { variance, third } = partialCreditMoments(theta, item)
    const slope = partialCreditScoreFunction(theta, item, score).first
    return { slope, information: item.a ** 2 * variance, warm: item.a ** 3 * third }
  }
  const information = informationAt(theta, item)
  const warm = information * item.a * (1 - 2 * logistic(item.a * (theta - item.b)))
  return { slope: scoreFunction(theta, item, score === 1).first, information, warm }
}

/**
 * Sums of the terms over the answers at theta.
 * @see Warm (1989), Weighted likelihood estimation of ability in item response theory, eq. 8
 * @example abilityTermsAt(0, [{ item: { a: 2, b: 0, c: 0, d: 1 }, score: 1 }]) // { slope: 1, information: 1, warm: 0 }
 */
export function abilityTermsAt(theta: number, answers: readonly Answer[]): AbilityTerms {
  let [slope, information, warm] = [0, 0, 0]
  for (const answer of answers) {
    const terms = itemTerms(theta, answer)
    slope += terms.slope
    information += terms.information
    warm += terms.warm
  }
  return { slope, information, warm }
}
