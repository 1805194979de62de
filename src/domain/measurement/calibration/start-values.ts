import { missing, type ResponseMatrix, type SparseResponses } from '../model/response-matrix.ts'
import type { Persons } from './kernel.ts'
import type { ItemLayout, Layout } from './layout.ts'

/** Weighted number of answers to each item and of score points earned with them. */
export type ItemTotals = { readonly answers: Float64Array; readonly points: Float64Array }

type Visit = (person: number, item: number, score: number) => void

function visitMatrix({ persons, items, cells }: ResponseMatrix, visit: Visit): void {
  for (let person = 0; person < persons; person++) {
    for (let item = 0; item < items; item++) {
      const cell = cells[person * items + item]!
      if (cell !== missing) visit(person, item, cell)
    }
  }
}

function visitSparse({ persons, starts, item, score }: SparseResponses, visit: Visit): void {
  for (let person = 0; person < persons; person++) {
    for (let entry = starts[person]!; entry < starts[person + 1]!; entry++)
      visit(person, item[entry]!, score[entry]!)
  }
}

/** Adds up answers and score points item by item. */
export function itemTotals(responses: ResponseMatrix | SparseResponses, persons: Persons): ItemTotals {
  const answers = new Float64Array(responses.items)
  const points = new Float64Array(responses.items)
  const add: Visit = (person, item, score) => {
    answers[item]! += persons.weights[person]!
    points[item]! += persons.weights[person]! * score
  }
  if ('cells' in responses) visitMatrix(responses, add)
  else visitSparse(responses, add)
  return { answers, points }
}

const logOdds = (p: number): number =>
  p <= 0 ? Number.NEGATIVE_INFINITY : p >= 1 ? Number.POSITIVE_INFINITY : Math.log(p / (1 - p))

const meanOf = (
  prior: { readonly alpha: number; readonly beta: number } | undefined,
  otherwise: number,
): number => (prior ? prior.alpha / (prior.alpha + prior.beta) : otherwise)

function asymptotes({ model, priors, c, d }: ItemLayout['setup']): readonly [c: number, d: number] {
  const estimatesC = model === '3pl' || model === '4pl'
  return [
    estimatesC ? meanOf(priors?.c, 0.15) : (c ?? 0),
    model === '4pl' ? meanOf(priors?.d, 0.95) : (d ?? 1),
  ]
}

function writeFixed(vector: Float64Array, { slot, setup }: ItemLayout): void {
  const fixed = setup.fixed!
  if ('steps' in fixed) vector.set([fixed.a, ...fixed.steps.map((step) => -fixed.a * step)], slot)
  else vector.set([fixed.a, -fixed.a * fixed.b, logOdds(fixed.c), logOdds(fixed.d)], slot)
}

/** ln odds of the mean score, spread by the normal population that the slope 1 sees: sqrt(1 + 1 / 1.7²). */
function startItem(vector: Float64Array, item: ItemLayout, ease: number): void {
  const { slot, slots, setup } = item
  const [c, d] = asymptotes(setup)
  const share = Math.min(0.98, Math.max(0.02, (ease - c) / (d - c)))
  const k = 1.16 * Math.log(share / (1 - share))
  if (setup.model !== 'gpcm') vector.set([1, k, logOdds(c), logOdds(d)], slot)
  else
    for (let step = 0; step < slots; step++)
      vector[slot + step] = step === 0 ? 1 : k + 0.5 * (slots / 2 - step)
}

/** The vector from which a search begins: slopes 1, difficulties from the mean scores, N(0, 1) groups unless given. */
export function startVector(layout: Layout, totals: ItemTotals, slope: number | undefined): Float64Array {
  const vector = new Float64Array(layout.length)
  for (const item of layout.items) {
    const { index, slot, setup, categories } = item
    const answers = totals.answers[index]!
    if (setup.fixed) writeFixed(vector, item)
    else startItem(vector, item, answers === 0 ? 0.5 : totals.points[index]! / answers / (categories - 1))
    if (setup.model === '1pl' && !setup.fixed && slope !== undefined) vector[slot] = slope
  }
  layout.latent.forEach(({ mean, sd }, group) => {
    vector[layout.groupSlot + 2 * group] = mean === 'free' ? 0 : mean
    vector[layout.groupSlot + 2 * group + 1] = sd === 'free' ? 0 : Math.log(sd)
  })
  return vector
}
