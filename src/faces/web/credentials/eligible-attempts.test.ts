import { describe, expect, test } from 'vitest'
import { recipientOf } from './credential-calls.ts'
import { attemptLabel, eligibleAttempts } from './eligible-attempts.ts'

const attempt = (changes: object) => ({
  attemptId: 'a',
  examCode: 'SAA-C03',
  mode: 'exam' as const,
  state: 'closed' as const,
  startedAt: '2026-11-24T09:00:00Z',
  scaledScore: 742,
  ...changes,
})

describe('attempts that may earn a record', () => {
  test('are closed and in exam mode', () => {
    const attempts = [attempt({}), attempt({ state: 'open' }), attempt({ mode: 'study' })]
    expect(eligibleAttempts(attempts)).toEqual([attempt({})])
  })

  test('are of the exam that is named', () => {
    const attempts = [attempt({}), attempt({ examCode: 'CLF-C02' })]
    expect(eligibleAttempts(attempts, 'CLF-C02').map(({ examCode }) => examCode)).toEqual(['CLF-C02'])
    expect(eligibleAttempts(attempts, null)).toHaveLength(2)
  })

  test('are told apart by exam, day and score', () => {
    expect(attemptLabel(attempt({}))).toBe('SAA-C03, 24 Nov 2026, 742')
    expect(attemptLabel(attempt({ scaledScore: null }))).toBe('SAA-C03, 24 Nov 2026')
  })
})

test('a recipient that is left blank is left out', () => {
  expect(recipientOf({ name: ' Ada ', email: ' ' })).toEqual({ name: 'Ada' })
  expect(recipientOf({ name: '', email: '' })).toEqual({})
})
