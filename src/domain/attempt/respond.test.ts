import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { fail } from '../kernel/result.ts'
import {
  closingInstant,
  deadlineOf,
  isOverdue,
  type RespondContext,
  remainingMilliseconds,
  respond,
} from './respond.ts'
import type { RecordedResponse } from './types.ts'

const now = instant(1_000)
const open: RespondContext = { mode: 'exam', state: 'open', deadline: instant(2_000), current: null }
const request = { position: 3, sequence: 1, response: { selected: ['a'] }, flagged: false, struck: [] }
const current: RecordedResponse = { ...request, sequence: 4, savedAt: instant(900) }

describe('respond', () => {
  test('an open attempt takes a first response as it is given', () => {
    expect(respond(open, request, now)).toEqual({ ok: true, value: { ...request, savedAt: now } })
  })

  test('a sequence that is lower or equal is superseded by what stands', () => {
    for (const sequence of [1, 3, 4]) {
      expect(respond({ ...open, current }, { ...request, sequence }, now)).toEqual(
        fail({ code: 'superseded', current }),
      )
    }
    expect(respond({ ...open, current }, { ...request, sequence: 5 }, now).ok).toBe(true)
  })

  test('a closed attempt, and one at its deadline, takes nothing', () => {
    expect(respond({ ...open, state: 'closed' }, request, now)).toEqual(fail({ code: 'attempt-closed' }))
    expect(respond(open, request, instant(2_000))).toEqual(fail({ code: 'attempt-closed' }))
    expect(respond(open, request, instant(1_999)).ok).toBe(true)
    expect(respond({ ...open, deadline: null }, request, instant(9e12)).ok).toBe(true)
  })

  test('study mode answers a position once; a flag alone does not answer it', () => {
    const study: RespondContext = { ...open, mode: 'study', current }
    expect(respond(study, { ...request, sequence: 5 }, now)).toEqual(
      fail({ code: 'already-answered', current }),
    )
    const flagged = { ...current, response: null, flagged: true }
    expect(respond({ ...study, current: flagged }, { ...request, sequence: 5 }, now).ok).toBe(true)
  })

  test('whatever the order of arrival, the highest sequence is what stands', () => {
    const sequences = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(sequences, (order) => {
        let stands: RecordedResponse | null = null
        for (const sequence of order) {
          const outcome = respond({ ...open, current: stands }, { ...request, sequence }, now)
          if (outcome.ok) stands = outcome.value
        }
        expect(stands?.sequence).toBe(Math.max(...order))
      }),
    )
  })
})

describe('time rules', () => {
  test('the deadline is start plus minutes times the multiplier; without minutes there is none', () => {
    expect(deadlineOf(instant(0), 130, 1)).toBe(7_800_000)
    expect(deadlineOf(instant(0), 130, 1.5)).toBe(11_700_000)
    expect(deadlineOf(instant(5), null, 2)).toBeNull()
  })

  test('a multiplier of nothing or less is out of range', () => {
    for (const multiplier of [0, -1, Number.NaN])
      expect(() => deadlineOf(instant(0), 10, multiplier)).toThrow(RangeError)
  })

  test('time left never falls below nothing', () => {
    expect(remainingMilliseconds(instant(10), instant(4))).toBe(6)
    expect(remainingMilliseconds(instant(10), instant(40))).toBe(0)
    expect(remainingMilliseconds(null, instant(40))).toBeNull()
  })

  test('an attempt is overdue from its deadline on, and only while it is open', () => {
    expect(isOverdue('open', instant(5), instant(4))).toBe(false)
    expect(isOverdue('open', instant(5), instant(5))).toBe(true)
    expect(isOverdue('closed', instant(5), instant(9))).toBe(false)
    expect(isOverdue('open', null, instant(9))).toBe(false)
  })

  test('an attempt that was found late counts as closed at its deadline', () => {
    expect(closingInstant(instant(5), instant(9))).toBe(5)
    expect(closingInstant(instant(9), instant(5))).toBe(5)
    expect(closingInstant(null, instant(5))).toBe(5)
  })
})
