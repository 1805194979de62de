import { missing, type ResponseMatrix } from '../model/response-matrix.ts'

/**
 * The rows without a missing answer, as a matrix of their own.
 * @example completeRows(responseMatrix([[1, null], [1, 0]])).persons // 1
 */
export function completeRows(responses: ResponseMatrix): ResponseMatrix {
  const { persons, items, cells } = responses
  if (!cells.includes(missing)) return responses
  const rows = Array.from({ length: persons }, (_, person) =>
    cells.subarray(person * items, (person + 1) * items),
  )
  const complete = rows.filter((row) => !row.includes(missing))
  const kept = new Uint8Array(complete.length * items)
  complete.forEach((row, index) => {
    kept.set(row, index * items)
  })
  return { persons: complete.length, items, cells: kept }
}

/**
 * Raw score of each person: the sum of the scores on answered items.
 * @example [...rawScores(responseMatrix([[1, null], [1, 1]]))] // [1, 2]
 */
export function rawScores({ persons, items, cells }: ResponseMatrix): Uint32Array {
  const scores = new Uint32Array(persons)
  for (let person = 0; person < persons; person++) {
    for (let item = 0; item < items; item++) {
      const cell = cells[person * items + item]!
      if (cell !== missing) scores[person]! += cell
    }
  }
  return scores
}
