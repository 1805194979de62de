import { describe, expect, test } from 'vitest'
import { recordedSelection, sampleAttempt, sampleKey } from '../../../test/support/sample-attempt.ts'
import { instant } from '../kernel/instant.ts'
import { feedbackOn, scoreReport } from './report.ts'
import type { Attempt } from './types.ts'

const closing = { at: instant(61_000), by: 'submitted' as const, seenBefore: new Set<string>() }

/** The first `count` positions right, the next one wrong, the rest not answered. */
const answers = (count: number) => [
  ...Array.from({ length: count }, (_, index) => recordedSelection(index + 1, 1, sampleKey(index + 1))),
  recordedSelection(count + 1, 1, `aa${count + 1}`),
]

const withForm = (attempt: Attempt, change: Partial<Attempt['form']>): Attempt => ({
  ...attempt,
  form: { ...attempt.form, ...change },
})

describe('scoreReport', () => {
  const attempt = sampleAttempt('a', { items: 30 })

  test('counts are facts: correct, scored, unanswered, by domain', () => {
    const report = scoreReport(attempt, answers(20), closing)
    expect(report.rawScore).toEqual({ correct: 20, scored: 30, cut: 18 })
    expect(report.unanswered).toBe(9)
    expect(report.domains.map(({ number, correct, scored }) => [number, correct, scored])).toEqual([
      [1, 10, 15],
      [2, 10, 15],
    ])
    expect(report.minutesUsed).toBe(1)
  })

  test('the raw cut lands on the cut score, the ends on 100 and 1000', () => {
    const scaled = (correct: number) =>
      scoreReport(attempt, answers(correct).slice(0, 30), closing).scaledScore
    expect([scaled(0), scaled(18), scaled(30)]).toEqual([100, 720, 1000])
  })

  test('a practice report never decides, whatever the score', () => {
    expect(scoreReport(attempt, answers(29), closing).decision).toBeNull()
    expect(scoreReport(attempt, [], closing).decision).toBeNull()
  })

  test('a programme decides by the cut, in exam mode only', () => {
    const programme = withForm(attempt, { purpose: 'programme' })
    expect(scoreReport(programme, answers(18), closing).decision).toBe('pass')
    expect(scoreReport(programme, answers(17), closing).decision).toBe('fail')
    expect(scoreReport({ ...programme, mode: 'custom' }, answers(29), closing).decision).toBeNull()
  })

  test('pretest items count nowhere but in the review', () => {
    const items = attempt.form.items.map((item) => ({ ...item, scored: item.position > 10 }))
    const report = scoreReport(withForm(attempt, { items }), answers(10), closing)
    expect(report.rawScore).toMatchObject({ correct: 0, scored: 20 })
    expect(report.items?.filter((item) => item.feedback.correct)).toHaveLength(10)
  })

  test('a domain with fewer than twelve scored items has counts and no band', () => {
    const small = scoreReport(sampleAttempt('b', { items: 22 }), answers(20), closing)
    expect(small.domains.map(({ band }) => band)).toEqual(['too few items', 'too few items'])
    const large = scoreReport(attempt, answers(20), closing)
    expect(large.domains.map(({ band }) => band)).toEqual(['meets competencies', 'meets competencies'])
    expect(scoreReport(attempt, answers(4), closing).domains.map(({ band }) => band)).toEqual([
      'needs improvement',
      'needs improvement',
    ])
  })

  test('a short block and study mode have counts and no scaled score, and say why', () => {
    const block = scoreReport(sampleAttempt('c', { items: 7, mode: 'custom' }), answers(3), closing)
    expect(block).toMatchObject({
      scaledScore: null,
      scaledScoreSe: null,
      rawScore: { correct: 3, scored: 7, cut: null },
    })
    expect(block.scale).toMatch(/fewer than 12/)
    const study = scoreReport(sampleAttempt('d', { items: 30, mode: 'study' }), answers(3), closing)
    expect(study.scaledScore).toBeNull()
    expect(study.scale).toMatch(/study mode/)
  })

  test('the interval holds the score, and the share met before is told', () => {
    const report = scoreReport(attempt, answers(20), {
      ...closing,
      seenBefore: new Set(['sample-1', 'sample-2', 'elsewhere']),
    })
    expect(report.scaledScoreLow).toBeLessThan(report.scaledScore ?? 0)
    expect(report.scaledScoreHigh).toBeGreaterThan(report.scaledScore ?? 1000)
    expect(report.seenBefore).toBeCloseTo(2 / 30, 10)
    expect(report.items?.filter((item) => item.seenBefore).map(({ position }) => position)).toEqual([1, 2])
  })

  test('the same responses give the same report, byte for byte, in any order of arrival', () => {
    const one = JSON.stringify(scoreReport(attempt, answers(12), closing))
    const other = JSON.stringify(scoreReport(attempt, [...answers(12)].reverse(), closing))
    expect(other).toBe(one)
  })
})

describe('feedbackOn', () => {
  const [place] = sampleAttempt('e').form.items

  test('rationales stand in presented order under presented ids, the key marked', () => {
    const feedback = feedbackOn(place as NonNullable<typeof place>, { selected: ['aa1'] })
    expect(feedback.correct).toBe(false)
    expect(feedback.key).toEqual({ selected: ['bb1'] })
    expect(feedback.rationales.map(({ optionId, inKey }) => [optionId, inKey])).toEqual([
      ['aa1', false],
      ['bb1', true],
      ['cc1', false],
      ['dd1', false],
    ])
    expect(feedback.rationales[1]?.text).toBe('Because of key 1.')
  })
})
