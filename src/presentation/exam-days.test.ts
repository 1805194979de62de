import { describe, expect, test } from 'vitest'
import { examDaysText } from './exam-days.ts'

const days = { lapsed: null, givenFrom: '2026-03-01', givenUntil: null }
const today = '2026-11-24'

describe('the days of an exam', () => {
  test('need no word while it is given and no end is known', () => {
    expect(examDaysText(days, today)).toBeNull()
    expect(examDaysText({ ...days, givenFrom: null }, today)).toBeNull()
  })

  test('are told when it has not begun, when it ends, or both', () => {
    expect(examDaysText({ ...days, givenFrom: '2026-12-01' }, today)).toBe('Given from 1 December 2026.')
    expect(examDaysText({ ...days, givenUntil: '2026-11-30' }, today)).toBe(
      'Its last day is 30 November 2026.',
    )
    expect(examDaysText({ ...days, givenFrom: '2026-12-01', givenUntil: '2027-01-31' }, today)).toBe(
      'Given from 1 December 2026. Its last day is 31 January 2027.',
    )
  })

  test('of an exam that has ended mark a topic assessment', () => {
    const lapsed = 'The certification ended on 2026-03-31.'
    expect(examDaysText({ ...days, lapsed, givenUntil: '2026-03-31' }, today)).toBe(
      'Topic assessment. The certification ended on 2026-03-31.',
    )
  })
})
