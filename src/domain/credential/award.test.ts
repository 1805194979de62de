import { describe, expect, test } from 'vitest'
import { awardKey, decideAward, type ExamOutcome } from './award.ts'

const outcome = (changes: Partial<ExamOutcome>): ExamOutcome => ({
  mode: 'exam',
  purpose: 'practice',
  decision: null,
  scaledScore: 400,
  cutScore: 720,
  ...changes,
})

describe('what an exam earns', () => {
  test.each([100, 720, 1000, null])('practice gives a readiness record at a score of %s', (scaledScore) => {
    expect(decideAward(outcome({ scaledScore }))).toEqual({ ok: true, value: 'readiness-record' })
  })

  test('a programme gives its credential on a pass only', () => {
    expect(decideAward(outcome({ purpose: 'programme', decision: 'pass' }))).toEqual({
      ok: true,
      value: 'programme-credential',
    })
    expect(decideAward(outcome({ purpose: 'programme', decision: 'fail' }))).toEqual({
      ok: false,
      error: { code: 'cut-score-not-reached', scaledScore: 400, cutScore: 720 },
    })
    expect(decideAward(outcome({ purpose: 'programme', decision: null })).ok).toBe(false)
  })

  test.each(['study', 'diagnostic', 'custom'])('%s gives nothing', (mode) => {
    expect(decideAward(outcome({ mode }))).toEqual({ ok: false, error: { code: 'not-an-exam', mode } })
  })
})

describe('what is held once', () => {
  const of = { attemptId: 'a1', candidateId: 'ada', certificationId: 'x' }

  test('practice is held by attempt, a programme by person and certification', () => {
    expect(awardKey('readiness-record', of)).toBe('attempt a1')
    expect(awardKey('programme-credential', of)).toBe('held ada x')
    expect(awardKey('programme-credential', { ...of, attemptId: 'a2' })).toBe('held ada x')
  })
})
