/** The code of an answer that is not there. */
export const missing = 255

/**
 * Scored responses of persons to items, row by row: cell `person * items + item` is the item score (0 or 1, up to m for
 * partial credit) or `missing`.
 */
export type ResponseMatrix = {
  readonly persons: number
  readonly items: number
  readonly cells: Uint8Array
}

/**
 * Makes a matrix from rows; null stands for a missing answer.
 *
 * @throws RangeError for rows of different lengths or a score outside 0 to 254
 * @example responseMatrix([[1, 0], [null, 1]]).cells // Uint8Array.of(1, 0, 255, 1)
 */
export function responseMatrix(rows: readonly (readonly (number | null)[])[]): ResponseMatrix {
  const items = rows[0]?.length ?? 0
  const cells = new Uint8Array(rows.length * items)
  rows.forEach((row, person) => {
    if (row.length !== items)
      throw new RangeError(`Row ${person + 1} has ${row.length} responses, not ${items}.`)
    row.forEach((score, item) => {
      if (score !== null && !(Number.isInteger(score) && score >= 0 && score < missing))
        throw new RangeError(`Row ${person + 1}, item ${item + 1}: ${score} is no item score.`)
      cells[person * items + item] = score ?? missing
    })
  })
  return { persons: rows.length, items, cells }
}

/**
 * Responses as a list of entries by person, for banks of which each person meets a few items (adaptive tests):
 * person p answered `item[e]` with `score[e]` for e from `starts[p]` up to, not including, `starts[p + 1]`.
 */
export type SparseResponses = {
  readonly persons: number
  readonly items: number
  readonly starts: Uint32Array
  readonly item: Uint32Array
  readonly score: Uint8Array
}

/**
 * The answered cells of a matrix as a list.
 * @example toSparse(responseMatrix([[1, null], [null, 0]])).item // Uint32Array.of(0, 1)
 */
export function toSparse({ persons, items, cells }: ResponseMatrix): SparseResponses {
  const answered = cells.reduce((count, cell) => count + (cell === missing ? 0 : 1), 0)
  const starts = new Uint32Array(persons + 1)
  const item = new Uint32Array(answered)
  const score = new Uint8Array(answered)
  let entry = 0
  for (let person = 0; person < persons; person++) {
    for (let column = 0; column < items; column++) {
      const cell = cells[person * items + column]!
      if (cell === missing) continue
      item[entry] = column
      score[entry++] = cell
    }
    starts[person + 1] = entry
  }
  return { persons, items, starts, item, score }
}

/**
 * Responses as a list, however they are given.
 * @example asSparse(responseMatrix([[1, null]])).item // Uint32Array.of(0)
 */
export const asSparse = (responses: ResponseMatrix | SparseResponses): SparseResponses =>
  'cells' in responses ? toSparse(responses) : responses
