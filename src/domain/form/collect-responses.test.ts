import { describe, expect, test } from 'vitest'
import { missing } from '../measurement/model/response-matrix.ts'
import { type CollectedResponse, collectResponses } from './collect-responses.ts'

const hashes = new Map([
  ['a', 'ha'],
  ['b', 'hb'],
])

const one = (
  attemptId: string,
  itemId: string,
  changes: Partial<CollectedResponse> = {},
): CollectedResponse => ({
  ...{ attemptId, candidateId: attemptId, mode: 'exam', timed: true, itemId, hash: `h${itemId}` },
  ...{ correct: true, answered: true },
  ...changes,
})

describe('collectResponses', () => {
  test('a row for each attempt, a column for each item, exams apart from practice', () => {
    const pool = collectResponses(
      [one('1', 'a'), one('1', 'b', { correct: false }), one('2', 'b'), one('3', 'a', { mode: 'custom' })],
      hashes,
      1,
    )
    expect(pool).toMatchObject({
      items: ['a', 'b'],
      attempts: ['1', '2', '3'],
      groups: Uint8Array.of(0, 0, 1),
    })
    expect(pool.responses.cells).toEqual(Uint8Array.of(1, 0, missing, 1, 1, missing))
  })

  test('only the first meeting of a person with an item counts, even where it was in study mode', () => {
    const again = collectResponses(
      [
        one('1', 'a', { candidateId: 'p' }),
        one('2', 'a', { candidateId: 'p', correct: false }),
        one('3', 'a'),
      ],
      hashes,
      1,
    )
    expect(again.attempts).toEqual(['1', '3'])
    const studied = [one('1', 'a', { candidateId: 'p', mode: 'study' }), one('2', 'a', { candidateId: 'p' })]
    expect(collectResponses(studied, hashes, 1).items).toEqual([])
  })

  test('an item as it was worded before an edit says nothing of the item as it is', () => {
    expect(collectResponses([one('1', 'a', { hash: 'older' })], hashes, 1).items).toEqual([])
  })

  test('an item left open is wrong in an exam and says nothing in practice', () => {
    const open = { answered: false, correct: false }
    const pool = collectResponses(
      [
        one('1', 'a'),
        one('1', 'b', open),
        one('2', 'a', { mode: 'custom' }),
        one('2', 'b', { mode: 'custom', ...open }),
      ],
      hashes,
      1,
    )
    expect(pool.responses.cells).toEqual(Uint8Array.of(1, 0, 1, missing))
  })

  test('an attempt with fewer than half of its items answered was not sat in earnest', () => {
    const idle = [one('1', 'a'), ...['b', 'c', 'd'].map((id) => one('1', id, { answered: false }))]
    expect(collectResponses(idle, hashes, 1).attempts).toEqual([])
  })

  test('an exam without a clock is practice, and an item needs enough exams for a column', () => {
    const untimed = [one('1', 'a', { timed: false }), one('2', 'a')]
    expect(collectResponses(untimed, hashes, 1).groups).toEqual(Uint8Array.of(1, 0))
    expect(collectResponses(untimed, hashes, 2).items).toEqual([])
  })
})
