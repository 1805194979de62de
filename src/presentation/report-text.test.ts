import { describe, expect, test } from 'vitest'
import type { Feedback, ScoreReport } from '../domain/attempt/types.ts'
import {
  bandText,
  closingText,
  domainText,
  intervalText,
  modeName,
  originText,
  outcomeText,
  rawScoreText,
  readinessText,
  seenBeforeText,
  unansweredText,
  verdictText,
} from './report-text.ts'

const report: ScoreReport = {
  attemptId: '0190',
  examCode: 'SAA-C03',
  mode: 'exam',
  closedAt: '2026-11-24T10:00:00.000Z',
  closedBy: 'submitted',
  purpose: 'practice',
  scaledScore: 742,
  scaledScoreSe: 30,
  scaledScoreLow: 703,
  scaledScoreHigh: 781,
  cutScore: 720,
  decision: null,
  rawScore: { correct: 37, scored: 50, cut: 35 },
  unanswered: 0,
  minutesUsed: 118,
  domains: [],
  readiness: null,
  scale: 'Two straight lines through the cut.',
  assumes: [],
  seenBefore: 0,
}

describe('the verdict', () => {
  test('of practice compares with the cut and holds no pass and no fail', () => {
    expect(verdictText(report)).toBe("742 is at or above the cut of 720, on Cairn's own forms.")
    expect(verdictText({ ...report, scaledScore: 719 })).toContain('below the cut')
    expect(verdictText({ ...report, scaledScore: 720 })).toContain('at or above')
  })

  test('of practice stays silent even where a decision slipped in', () => {
    for (const decision of ['pass', 'fail'] as const)
      expect(verdictText({ ...report, decision })).not.toMatch(/pass|fail/i)
  })

  test('of a programme exam is the decision', () => {
    expect(verdictText({ ...report, purpose: 'programme', decision: 'pass' })).toBe('Pass')
    expect(verdictText({ ...report, purpose: 'programme', decision: 'fail' })).toBe('Fail')
  })

  test('says so when there is no scaled score', () => {
    expect(verdictText({ ...report, scaledScore: null })).toContain('No scaled score')
  })
})

describe('the interval', () => {
  test('says that it cannot tell when the cut lies inside', () => {
    expect(intervalText(report)).toContain('cannot tell which side')
  })

  test('stops at the span when the cut lies outside', () => {
    expect(intervalText({ ...report, scaledScoreLow: 725, scaledScoreHigh: 800 })).toBe(
      'Chance alone could have put this score anywhere from 725 to 800.',
    )
  })

  test('is absent without bounds', () => {
    expect(intervalText({ ...report, scaledScoreLow: null })).toBeNull()
  })
})

describe('counts', () => {
  test('the raw score names its cut where there is one', () => {
    expect(rawScoreText(report.rawScore)).toBe('37 of 50 scored items correct; the cut lies at 35.')
    expect(rawScoreText({ correct: 1, scored: 1, cut: null })).toBe('1 of 1 scored item correct.')
  })

  test('unanswered items are said to count as not correct', () => {
    expect(unansweredText(0)).toBe('Every item was answered.')
    expect(unansweredText(1)).toBe('1 item was left unanswered; that counts as not correct.')
    expect(unansweredText(3)).toContain('3 items were')
  })

  test('items met before come with a warning', () => {
    expect(seenBeforeText(0)).toBe('Every item was new to you.')
    expect(seenBeforeText(0.12)).toMatch(/12% of these items before.*run high/)
  })
})

describe('the closing', () => {
  test('tells a submission from a time-out', () => {
    expect(closingText(report)).toBe('Submitted after 1 h 58 min.')
    expect(closingText({ closedBy: 'time-out', minutesUsed: 130 })).toBe('Time ran out after 2 h 10 min.')
  })

  test('does not round a short attempt down to nothing', () => {
    expect(closingText({ closedBy: 'submitted', minutesUsed: 0 })).toBe('Submitted after less than a minute.')
  })
})

describe('domains and bands', () => {
  test('a domain reads as a sentence, with its unknown weight said', () => {
    const domain = {
      number: 1,
      name: 'Secure design',
      weightPercent: 30,
      correct: 11,
      scored: 15,
      band: 'meets competencies',
    } as const
    expect(domainText(domain)).toBe(
      'Domain 1, Secure design (30% of the exam): 11 of 15 correct. Meets competencies.',
    )
    expect(domainText({ ...domain, weightPercent: null })).toContain('weight unknown')
  })

  test('too few items are not a judgement', () => {
    expect(bandText('too few items')).toBe('Too few items to say')
  })

  test('every mode has a name', () => {
    expect(modeName('rehearsal')).toBe('rehearsal')
    expect((['exam', 'study', 'diagnostic', 'custom'] as const).map((mode) => modeName(mode))).toEqual([
      'Full exam',
      'Study',
      'Diagnostic',
      'Custom practice',
    ])
  })
})

describe('readiness', () => {
  test('is a probability with its interval and basis', () => {
    expect(
      readinessText({ probability: 0.72, low: 0.61, high: 0.82, basis: 'From 65 first meetings.' }),
    ).toBe('72% chance of reaching the cut if sat today (80% interval 61% to 82%). From 65 first meetings.')
  })

  test('says why it cannot be told', () => {
    expect(
      readinessText({ probability: null, low: null, high: null, basis: 'Sit one full form first.' }),
    ).toBe('Readiness cannot be told yet. Sit one full form first.')
  })
})

describe('items', () => {
  const feedback: Feedback = { correct: true, key: { selected: ['a'] }, rationales: [], references: [] }

  test('origin is never dressed up', () => {
    expect(originText({ by: 'model', on: '2026-11-24' })).toMatch(
      /^Written by a model on 24 November 2026. Two solvers/,
    )
    expect(originText({ by: 'human', on: '2026-11-24' })).toMatch(/^Written by a person/)
    expect(originText({ by: 'committee', on: '2026-11-24' })).toBe(
      'Written by committee on 24 November 2026.',
    )
  })

  test('a computed item claims a model of the world, not a blind review', () => {
    expect(originText({ by: 'family', on: '2026-11-24' })).toMatch(/^Computed on 24 November 2026/)
    expect(originText({ by: 'family', on: '2026-11-24' })).not.toContain('blind')
  })

  test('outcome tells an empty response from a wrong one', () => {
    expect(outcomeText({ response: { selected: ['a'] }, feedback })).toBe('Correct')
    expect(outcomeText({ response: { selected: ['b'] }, feedback: { ...feedback, correct: false } })).toBe(
      'Not correct',
    )
    expect(outcomeText({ response: null, feedback: { ...feedback, correct: false } })).toBe('Unanswered')
  })
})
