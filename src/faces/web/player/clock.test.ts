import { describe, expect, test } from 'vitest'
import { dueAnnouncement, remainingMs, setClock, sleptBetween } from './clock.ts'

const minute = 60_000

describe('the server clock', () => {
  const clock = setClock('2026-11-24T10:00:00.000Z', 1_000, 1_200)

  test('takes the middle between question and answer', () => {
    expect(clock.monotonicMs).toBe(1_100)
  })

  test('counts down on the monotonic clock alone', () => {
    expect(remainingMs('2026-11-24T10:01:00.000Z', clock, 1_100)).toBe(minute)
    expect(remainingMs('2026-11-24T10:01:00.000Z', clock, 31_100)).toBe(30_000)
  })

  test('goes below zero once the deadline has passed', () => {
    expect(remainingMs('2026-11-24T10:01:00.000Z', clock, 61_101)).toBe(-1)
  })

  test('has nothing to count where the attempt is untimed', () => {
    expect(remainingMs(null, clock, 5_000)).toBeNull()
  })
})

describe('announcements', () => {
  test.each([
    [30 * minute + 1, 30 * minute, 30],
    [15 * minute + 500, 15 * minute - 500, 15],
    [5 * minute + 1, 5 * minute, 5],
    [minute + 1, minute, 1],
  ])('between %s and %s ms the %s-minute mark is said', (before, now, due) => {
    expect(dueAnnouncement(before, now)).toBe(due)
  })

  test('each mark is said once', () => {
    expect(dueAnnouncement(30 * minute, 30 * minute - 1)).toBeNull()
    expect(dueAnnouncement(29 * minute, 28 * minute)).toBeNull()
  })

  test('after a sleep over several marks only the last is said', () => {
    expect(dueAnnouncement(40 * minute, 4 * minute)).toBe(5)
  })

  test('nothing is said once time is up', () => {
    expect(dueAnnouncement(2 * minute, 0)).toBeNull()
    expect(dueAnnouncement(2 * minute, -10)).toBeNull()
  })

  test('a form shorter than the mark never hears it', () => {
    expect(dueAnnouncement(14 * minute, 14 * minute - 1_000)).toBeNull()
  })
})

describe('sleep', () => {
  test('shows as wall time that the monotonic clock missed', () => {
    expect(sleptBetween(60_000, 1_000)).toBe(true)
    expect(sleptBetween(1_100, 1_000)).toBe(false)
  })

  test('a wall clock set back is noticed too', () => {
    expect(sleptBetween(-3_600_000, 1_000)).toBe(true)
  })
})
