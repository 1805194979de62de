import { describe, expect, test } from 'vitest'
import type { AttemptLine } from '../../../application/list-attempts.ts'
import { splitBySeen } from './split-by-seen.ts'

const line = (attemptId: string, state: AttemptLine['state'], seenBefore: number | null): AttemptLine => ({
  attemptId,
  examCode: 'SAA-C03',
  title: 'Practice',
  mode: 'exam',
  state,
  startedAt: '2026-11-24T10:00:00Z',
  deadline: null,
  closedAt: null,
  items: 65,
  answered: 65,
  correct: 40,
  scored: 50,
  scaledScore: 730,
  cutScore: 720,
  seenBefore,
})

describe('the history', () => {
  const split = splitBySeen([
    line('a', 'open', null),
    line('b', 'closed', 0),
    line('c', 'closed', 0.1),
    line('d', 'closed', 0.11),
    line('e', 'closed', 1),
  ])

  test('keeps open attempts apart', () => {
    expect(split.open.map(({ attemptId }) => attemptId)).toEqual(['a'])
  })

  test('counts up to a tenth of known items as new', () => {
    expect(split.fresh.map(({ attemptId }) => attemptId)).toEqual(['b', 'c'])
  })

  test('sets attempts on known items apart', () => {
    expect(split.repeated.map(({ attemptId }) => attemptId)).toEqual(['d', 'e'])
  })
})
