import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { normalQuadrature, type Quadrature } from '../model/quadrature.ts'
import type { ResponseMatrix } from '../model/response-matrix.ts'
import { completeRows, rawScores } from './complete-rows.ts'
import { chiSquareTail } from './distributions.ts'
import { scoreDistribution } from './score-distribution.ts'

/** Fit of one item: observed against expected proportions correct by raw score. */
export type ItemFit = {
  readonly statistic: number
  /** Score groups compared, less the item's estimated parameters. */
  readonly degrees: number
  /** Tail probability; NaN without degrees of freedom. */
  readonly p: number
  /** Persons the figures rest on. */
  readonly persons: number
}

type ScoreGroup = { readonly persons: number; readonly observed: number; readonly expected: number }

/** Smallest expected number of correct, and of wrong, answers in a score group. */
const smallest = 1

/** Σ over nodes of weight × P of the raw score on all items, and of the same with the item correct. */
function expectedProportions(
  items: readonly ItemParameters[],
  item: number,
  { nodes, weights }: Quadrature,
): Float64Array {
  const all = new Float64Array(items.length + 1)
  const correct = new Float64Array(items.length + 1)
  nodes.forEach((theta, node) => {
    const p = items.map((each) => probabilityCorrect(theta, each))
    const rest = scoreDistribution(p.filter((_, index) => index !== item))
    const own = p[item]!
    rest.forEach((chance, score) => {
      const share = weights[node]! * chance
      all[score]! += share * (1 - own)
      all[score + 1]! += share * own
      correct[score + 1]! += share * own
    })
  })
  return correct.map((share, score) => share / all[score]!)
}

/** Joins neighbouring score groups, from the lowest up, until each has enough of both answers; a rest joins the last. */
function collapse(groups: readonly ScoreGroup[]): ScoreGroup[] {
  const enough = ({ persons, expected }: ScoreGroup): boolean =>
    expected >= smallest && persons - expected >= smallest
  const join = (x: ScoreGroup, y: ScoreGroup): ScoreGroup => ({
    persons: x.persons + y.persons,
    observed: x.observed + y.observed,
    expected: x.expected + y.expected,
  })
  const joined: ScoreGroup[] = []
  for (const group of groups) {
    const last = joined.at(-1)
    if (last && !enough(last)) joined[joined.length - 1] = join(last, group)
    else joined.push(group)
  }
  const last = joined.at(-1)
  if (joined.length > 1 && last && !enough(last)) joined.splice(-2, 2, join(joined.at(-2)!, last))
  return joined
}

/** Persons and correct answers to the item at each raw score strictly between 0 and the maximum. */
function observedGroups({ responses, scores }: Scored, item: number, expected: Float64Array): ScoreGroup[] {
  const persons = new Float64Array(responses.items + 1)
  const correct = new Float64Array(responses.items + 1)
  scores.forEach((score, person) => {
    persons[score]! += 1
    correct[score]! += responses.cells[person * responses.items + item]!
  })
  return Array.from({ length: Math.max(0, responses.items - 1) }, (_, index) => index + 1)
    .filter((score) => persons[score]! > 0)
    .map((score) => ({
      persons: persons[score]!,
      observed: correct[score]!,
      expected: persons[score]! * expected[score]!,
    }))
}

type Scored = { readonly responses: ResponseMatrix; readonly scores: Uint32Array }

/**
 * S-X² of every item, on the persons with complete rows: χ² = Σ over raw scores of N (O - E)² / (E (1 - E)), where E comes from the
 * Lord-Wingersky recursion over the other items.
 *
 * @param parameters number of estimated parameters of each item, 2 for a 2PL item
 * @param population ability distribution of the persons; N(0, 1) unless told
 * @throws RangeError unless there are parameters for every item
 * @see Orlando, Thissen (2000), Likelihood-based item-fit indices for dichotomous item response theory models
 * @example itemFits(responseMatrix([[1, 0]]), [{ a: 1, b: 0, c: 0, d: 1 }, { a: 1, b: 0, c: 0, d: 1 }], { parameters: [2, 2] })[0]?.persons // 1
 */
export function itemFits(
  responses: ResponseMatrix,
  items: readonly ItemParameters[],
  {
    parameters,
    population = normalQuadrature(),
  }: { readonly parameters: readonly number[]; readonly population?: Quadrature },
): ItemFit[] {
  if (items.length !== responses.items || parameters.length !== responses.items)
    throw new RangeError('Every item of the responses has parameters and their number.')
  const complete = completeRows(responses)
  const scores = rawScores(complete)
  return items.map((_, item) => {
    const groups = collapse(
      observedGroups({ responses: complete, scores }, item, expectedProportions(items, item, population)),
    )
    const statistic = groups.reduce((sum, { persons, observed, expected }) => {
      return sum + (observed - expected) ** 2 / ((expected * (persons - expected)) / persons)
    }, 0)
    const degrees = groups.length - parameters[item]!
    return {
      statistic,
      degrees,
      p: degrees > 0 ? chiSquareTail(statistic, degrees) : Number.NaN,
      persons: complete.persons,
    }
  })
}
