import { describe, expect, test } from 'vitest'
import { ageText, isLate } from './dispute-words.ts'

describe('ageText', () => {
  test.each([
    [0, null, 'raised today'],
    [1, null, 'waiting for 1 day'],
    [3, null, 'waiting for 3 days'],
    [0, '2026-11-24T10:00:00Z', 'decided on the same day'],
    [2, '2026-11-24T10:00:00Z', 'decided after 2 days'],
  ])('%i days, decided %s: %s', (ageDays, decidedAt, text) => {
    expect(ageText({ ageDays, decidedAt })).toBe(text)
  })
})

describe('isLate', () => {
  test('after more than 14 days, and not once it is decided', () => {
    expect(isLate({ ageDays: 14, decidedAt: null })).toBe(false)
    expect(isLate({ ageDays: 15, decidedAt: null })).toBe(true)
    expect(isLate({ ageDays: 99, decidedAt: '2026-11-24T10:00:00Z' })).toBe(false)
  })
})
