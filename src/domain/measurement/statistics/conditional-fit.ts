import { asSparse, type ResponseMatrix, type SparseResponses } from '../model/response-matrix.ts'
import { chiSquareTail } from './distributions.ts'
import { classifyDif, type MantelHaenszel } from './mantel-haenszel.ts'
import type { ItemFit } from './s-x2.ts'

/** An answer with what was expected of it from the person's other answers. */
type Judged = { readonly person: number; readonly correct: number; readonly expected: number }

type Group = {
  readonly observed: number
  readonly expected: number
  readonly wrong: number
  readonly variance: number
}

const groupsWanted = 10
/** Smallest expected number of right, and of wrong, answers in a group. */
const smallest = 5

/** The answers to each item. */
function byItem(responses: ResponseMatrix | SparseResponses, expected: Float64Array): Judged[][] {
  const { persons, items, starts, item, score } = asSparse(responses)
  const answers = Array.from({ length: items }, (): Judged[] => [])
  for (let person = 0; person < persons; person++)
    for (let entry = starts[person]!; entry < starts[person + 1]!; entry++)
      answers[item[entry]!]!.push({ person, correct: score[entry]!, expected: expected[entry]! })
  return answers
}

const nothing: Group = { observed: 0, expected: 0, wrong: 0, variance: 0 }

const join = (x: Group, y: Group): Group => ({
  observed: x.observed + y.observed,
  expected: x.expected + y.expected,
  wrong: x.wrong + y.wrong,
  variance: x.variance + y.variance,
})

const sumUp = (answers: readonly Judged[]): Group =>
  answers.reduce(
    (sum, { correct, expected }) =>
      join(sum, { observed: correct, expected, wrong: 1 - expected, variance: expected * (1 - expected) }),
    nothing,
  )

const enough = ({ expected, wrong }: Group): boolean => expected >= smallest && wrong >= smallest

/** Groups of equal size by what was expected; one with too few of either answer joins the next, a rest the last. */
function group(answers: readonly Judged[]): Group[] {
  const sorted = answers.toSorted((x, y) => x.expected - y.expected || x.person - y.person)
  const edge = (place: number): number => Math.round((place * sorted.length) / groupsWanted)
  const groups: Group[] = []
  let rest = nothing
  for (let place = 0; place < groupsWanted; place++) {
    rest = join(rest, sumUp(sorted.slice(edge(place), edge(place + 1))))
    if (!enough(rest)) continue
    groups.push(rest)
    rest = nothing
  }
  const last = groups.pop()
  return last === undefined ? [] : [...groups, join(last, rest)]
}

/**
 * Fit of every item where persons sat different forms: right answers observed against those expected from each person's other
 * answers, in ten groups by what was expected. Plays the part of S-X², which needs a raw score that all share; with the true
 * parameters it is a sum of independent squares, and the estimated ones take a degree of freedom each.
 *
 * @param expected as `expectFromOthers` gives it
 * @param parameters number of estimated parameters of each item, 2 for a 2PL item, 0 for an anchor
 * @see Orlando, Thissen (2000), for S-X²; Hosmer, Lemeshow (1980), Goodness of fit tests for the multiple logistic regression model
 */
export function conditionalFits(
  responses: ResponseMatrix | SparseResponses,
  expected: Float64Array,
  parameters: readonly number[],
): ItemFit[] {
  return byItem(responses, expected).map((answers, item) => {
    const groups = group(answers)
    const statistic = groups.reduce(
      (sum, { observed, expected: mean, variance }) => sum + (observed - mean) ** 2 / variance,
      0,
    )
    const degrees = groups.length - parameters[item]!
    const p = degrees > 0 ? chiSquareTail(statistic, degrees) : Number.NaN
    return { statistic, degrees, p, persons: answers.length }
  })
}

/** How much harder or easier an item is for one group than for another, at the same ability. */
export type ConditionalDif = Pick<MantelHaenszel, 'delta' | 'standardErrorDelta' | 'p' | 'class'> & {
  readonly reference: number
  readonly focal: number
}

/**
 * Differential item functioning of every item where persons sat different forms: the shift of the logit that the answers of each
 * group ask for beyond what their other answers let expect (a score test), on the delta scale of Mantel-Haenszel and with its
 * classes. NaN and class A where a group did not answer.
 *
 * @param expected as `expectFromOthers` gives it, each group with its own ability
 * @param focal 1 for persons of the focal group, 0 for the reference group
 * @see Glas (1998), Detection of differential item functioning using Lagrange multiplier tests
 */
export function conditionalDif(
  responses: ResponseMatrix | SparseResponses,
  expected: Float64Array,
  focal: ArrayLike<number>,
): ConditionalDif[] {
  return byItem(responses, expected).map((answers) => {
    const [theirs, others] = [1, 0].map((side) => answers.filter(({ person }) => focal[person] === side))
    const [studied, reference] = [sumUp(theirs!), sumUp(others!)]
    const shift = ({ observed, expected: mean, variance }: Group): number => (observed - mean) / variance
    const delta = 2.35 * (shift(studied) - shift(reference))
    const standardErrorDelta = 2.35 * Math.sqrt(1 / studied.variance + 1 / reference.variance)
    const z = delta / standardErrorDelta
    const p = Number.isFinite(z) ? chiSquareTail(z * z, 1) : Number.NaN
    const found = { delta, standardErrorDelta, p, class: classifyDif(delta, standardErrorDelta, p) }
    return { ...found, reference: others!.length, focal: theirs!.length }
  })
}
