import { describe, expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { type ExamEvidence, examEvidence, type LabFact, labEvidence } from './evidence.ts'

const exam = (changes: Partial<ExamEvidence> = {}): ExamEvidence => ({
  examCode: 'TST-C01',
  formId: 'form-1',
  packVersion: '0123456789abcdef0123',
  closedAt: instant(Date.parse('2026-11-24T11:00:00Z')),
  minutesUsed: 101.6,
  durationMinutes: 130,
  rawScore: { correct: 36, scored: 50 },
  scaledScore: 742,
  scaledScoreLow: 690,
  scaledScoreHigh: 790,
  cutScore: 720,
  scale: 'By table.',
  seenBefore: 0.126,
  readiness: { probability: 0.64, low: 0.5, high: 0.77, basis: 'From 50 first meetings.' },
  ...changes,
})

const narratives = (changes: Partial<ExamEvidence> = {}): string[] =>
  examEvidence(exam(changes), 'readiness-record').map(({ narrative }) => narrative)

describe('the evidence of an exam', () => {
  test('tells form, pool, day, time, and how much was known before', () => {
    expect(narratives()[0]).toBe(
      'Form form-1 with 50 scored items, drawn from pool version 0123456789ab; sat until 2026-11-24 in 102 of 130 minutes. ' +
        '13% of the items had been met before.',
    )
  })

  test('tells the score with its interval, the cut score and the counts', () => {
    expect(narratives()[1]).toBe(
      'Scaled score 742 (95% interval 690 to 790); the cut score is 720. 36 of 50 scored items correct. By table.',
    )
    expect(narratives({ scaledScoreLow: null })[1]).toMatch(/^Scaled score 742; the cut/)
    expect(narratives({ scaledScore: null })[1]).toMatch(/^36 of 50/)
  })

  test('tells the readiness with its interval and what it rests on', () => {
    expect(narratives()[2]).toBe(
      'Estimated probability of reaching the cut score: 64% (80% interval 50% to 77%). From 50 first meetings.',
    )
  })

  test('says that readiness is not told where it is not known', () => {
    expect(narratives({ readiness: null })[2]).toMatch(/^Readiness is not told/)
    const wide = { probability: null, low: null, high: null, basis: 'Too wide.' }
    expect(narratives({ readiness: wide })[2]).toMatch(/^Readiness is not told.*Too wide\.$/)
  })

  test('of a programme tells no readiness: it decides, and does not predict', () => {
    expect(examEvidence(exam(), 'programme-credential').map(({ name }) => name)).toEqual([
      'Form for TST-C01',
      'Score',
    ])
  })
})

describe('the evidence of labs', () => {
  const lab = (changes: Partial<LabFact> = {}): LabFact => ({
    title: 'Mend the quay',
    earned: 7,
    possible: 10,
    complete: false,
    hintsTaken: 0,
    at: instant(Date.parse('2026-11-20T10:00:00Z')),
    ...changes,
  })

  test('tells points, day, and hints', () => {
    expect(labEvidence([lab()])[0]).toMatchObject({
      name: 'Lab: Mend the quay',
      narrative: expect.stringMatching(/^7 of 10 points on 2026-11-20, not every requirement met; no hint\./),
    })
    const whole = labEvidence([lab({ earned: 10, complete: true, hintsTaken: 2 })])[0]
    expect(whole?.narrative).toMatch(/every requirement met; hints taken: 2\./)
  })

  test('is of five labs at most', () => {
    expect(labEvidence(Array.from({ length: 9 }, () => lab()))).toHaveLength(5)
  })
})
