import { missing, type ResponseMatrix } from '../measurement/model/response-matrix.ts'

/** One item on one closed attempt, as calibration needs it; in order of time. */
export type CollectedResponse = {
  readonly attemptId: string
  readonly candidateId: string
  readonly mode: string
  readonly timed: boolean
  readonly itemId: string
  readonly hash: string
  readonly correct: boolean
  readonly answered: boolean
}

/** Responses of first meetings, a row for each attempt and a column for each item; exam conditions are group 0, practice is 1. */
export type PoolResponses = {
  readonly items: readonly string[]
  readonly responses: ResponseMatrix
  readonly attempts: readonly string[]
  readonly groups: Uint8Array
}

/** Study tells keys along the way, so it says nothing of difficulty; all else counts. */
const counted = new Set(['exam', 'custom', 'diagnostic'])

const isExam = ({ mode, timed }: CollectedResponse): boolean => mode === 'exam' && timed

/** Share of its items that an attempt must have answered to say anything. */
const leastAnswered = 0.5

/** First meetings of each candidate with each item, whatever the mode of the meeting; later ones tell of memory. */
function firstMeetings(responses: readonly CollectedResponse[]): CollectedResponse[] {
  const met = new Set<string>()
  return responses.filter(({ candidateId, itemId }) => {
    const meeting = `${candidateId}\n${itemId}`
    const first = !met.has(meeting)
    met.add(meeting)
    return first
  })
}

/** Attempts in which at least half of the items were answered. */
function earnest(responses: readonly CollectedResponse[]): Set<string> {
  const attempts = Map.groupBy(responses, ({ attemptId }) => attemptId)
  return new Set(
    [...attempts].flatMap(([attemptId, items]) =>
      items.filter(({ answered }) => answered).length >= leastAnswered * items.length ? [attemptId] : [],
    ),
  )
}

/** Responses of attempts that were sat in earnest under exam conditions, in order of time. */
export function examMeetings(responses: readonly CollectedResponse[]): CollectedResponse[] {
  const attempts = earnest(responses)
  return responses.filter((one) => isExam(one) && attempts.has(one.attemptId))
}

/**
 * Responses that calibration may use: first meetings, from attempts that were sat in earnest, with items as they are worded
 * today. In an exam an item left open is wrong; in practice it says nothing.
 *
 * @param responses every item of every closed attempt, in order of time
 * @param hashes content hash of each item of the pool, by id
 * @param least responses under exam conditions that an item must have to get a column
 * @example collectResponses([], new Map(), 30).items // []
 */
export function collectResponses(
  responses: readonly CollectedResponse[],
  hashes: ReadonlyMap<string, string>,
  least: number,
): PoolResponses {
  const attempts = earnest(responses)
  const usable = firstMeetings(responses).filter(
    (one) =>
      counted.has(one.mode) &&
      attempts.has(one.attemptId) &&
      hashes.get(one.itemId) === one.hash &&
      (one.answered || isExam(one)),
  )
  const exams = Map.groupBy(usable.filter(isExam), ({ itemId }) => itemId)
  const items = [...hashes.keys()].filter((id) => (exams.get(id)?.length ?? 0) >= least).sort()
  return toMatrix(
    usable.filter(({ itemId }) => items.includes(itemId)),
    items,
  )
}

function toMatrix(usable: readonly CollectedResponse[], items: readonly string[]): PoolResponses {
  const rows = [...Map.groupBy(usable, ({ attemptId }) => attemptId)]
  const columns = new Map(items.map((id, column) => [id, column]))
  const cells = new Uint8Array(rows.length * items.length).fill(missing)
  rows.forEach(([, own], row) => {
    for (const { itemId, correct } of own)
      cells[row * items.length + (columns.get(itemId) ?? 0)] = correct ? 1 : 0
  })
  return {
    items,
    responses: { persons: rows.length, items: items.length, cells },
    attempts: rows.map(([attemptId]) => attemptId),
    groups: Uint8Array.from(rows, ([, own]) => (own.some(isExam) ? 0 : 1)),
  }
}

/** The rows of one group: 0 sat exams, 1 practised. */
export function rowsOf({ responses, groups }: PoolResponses, group: 0 | 1): ResponseMatrix {
  const { items, cells } = responses
  const rows = [...groups.keys()].filter((row) => groups[row] === group)
  const own = new Uint8Array(rows.length * items)
  rows.forEach((row, place) => {
    own.set(cells.subarray(row * items, (row + 1) * items), place * items)
  })
  return { persons: rows.length, items, cells: own }
}
