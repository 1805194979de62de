import { missing, type ResponseMatrix, type SparseResponses } from '../model/response-matrix.ts'
import type { Layout } from './layout.ts'
import type { ItemTotals } from './start-values.ts'
import type { CalibrationOptions, CalibrationRefusal } from './types.ts'

function checkScores(responses: ResponseMatrix | SparseResponses, layout: Layout): void {
  const check = (score: number, item: number): void => {
    if (score < layout.items[item]!.categories || score === missing) return
    throw new RangeError(
      `Item ${item + 1} has a score of ${score}; its model knows 0 to ${layout.items[item]!.categories - 1}.`,
    )
  }
  const { items } = responses
  const [scores, itemOf] =
    'cells' in responses
      ? [responses.cells, (place: number) => place % items]
      : [responses.score, (place: number) => responses.item[place]!]
  for (let place = 0; place < scores.length; place++) check(scores[place]!, itemOf(place))
}

/**
 * Checks that scores, groups and weights fit the setups.
 * @throws RangeError where they do not
 */
export function checkResponses(
  responses: ResponseMatrix | SparseResponses,
  layout: Layout,
  { groups, weights }: CalibrationOptions,
): void {
  for (const [name, list] of Object.entries({ groups, weights })) {
    if (list && list.length !== responses.persons)
      throw new RangeError(`${list.length} ${name} for ${responses.persons} persons.`)
  }
  for (let person = 0; person < (groups?.length ?? 0); person++) {
    if (!(groups![person]! in layout.latent))
      throw new RangeError(`Person ${person + 1} is in a group without a distribution.`)
  }
  checkScores(responses, layout)
}

/** Items whose flat prior on b leaves the maximum at infinity: all answers alike, or none at all. */
export function findRefusal(
  { items }: Layout,
  { answers, points }: ItemTotals,
): CalibrationRefusal | undefined {
  if (!answers.some((count) => count > 0)) return { code: 'no-responses' }
  const stuck = items.filter(({ index, setup, categories }) => {
    const varies = points[index]! > 0 && points[index]! < answers[index]! * (categories - 1)
    return !varies && !setup.fixed && !setup.priors?.b
  })
  return stuck.length > 0 ? { code: 'item-never-varies', items: stuck.map(({ index }) => index) } : undefined
}
