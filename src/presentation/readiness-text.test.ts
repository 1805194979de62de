import { describe, expect, test } from 'vitest'
import { gateText, linkText, stateText } from './measurement-text.ts'
import { recordText } from './readiness-text.ts'
import { decisionText, diagnosticText, focusText, formatChance, formatChances } from './report-text.ts'

const record = { outcomes: 40, brier: 0.1234, ece: 0.034 }

describe('a calibration record in words', () => {
  test('says when it is simulated, and what it would take', () => {
    const text = recordText({ kind: 'simulated', reported: 0, needed: 200, record, passShare: null })
    expect(text).toMatch(/^Simulated so far/)
    expect(text).toContain('200 are needed')
    expect(text).toContain('Brier score 0.123')
  })

  test('states what reports leave out', () => {
    const passShare = { reported: 0.8, ifFailuresReportHalf: 0.667 }
    const text = recordText({ kind: 'reported', reported: 40, needed: 200, record, passShare })
    expect(text).toMatch(/^40 reported outcomes so far of the 200/)
    expect(text).toMatch(
      /80% of the reports say passed; if failures were reported half as often as passes, it would be 67%/,
    )
  })
})

describe('chances', () => {
  test('are never said to be certain', () => {
    expect([0, 0.004, 0.5, 0.999, 1].map(formatChance)).toEqual([
      ...['less than 1%', 'less than 1%', '50%', 'more than 99%', 'more than 99%'],
    ])
  })

  test('an interval whose ends read alike is told once', () => {
    expect(formatChances(0.2, 0.5)).toBe('80% interval 20% to 50%')
    expect(formatChances(0, 0.004)).toBe('the whole 80% interval: less than 1%')
  })
})

describe('a diagnostic in words', () => {
  test.each([
    ['classification', 0.97, /97% sure that you are above the standard/],
    ['classification', 0.02, /98% sure that you are below the standard/],
    ['precision', 0.6, /three tenths.*above the standard is 60%/],
    ['length', 0.5, /at its longest/],
    ['submitted', 0.5, /ended it early/],
    ['bank-exhausted', 0.5, /no further item/],
  ] as const)('%s at %d', (reason, aboveStandard, words) => {
    expect(diagnosticText({ reason, answered: 21, aboveStandard })).toMatch(/^21 items answered/)
    expect(diagnosticText({ reason, answered: 21, aboveStandard })).toMatch(words)
  })
})

describe('measurement in words', () => {
  const states = { uncalibrated: 10, provisional: 30, operational: 10, held: 0 }
  const decisions = { accuracy: 0.9, consistency: 0.86, reliability: 0.9, standardErrorRaw: 2.94 }

  test('a report says how many items are measured and how well the form decides', () => {
    const text = decisionText({ parametersVersion: 3, states, conversionHash: 'x', decisions })
    expect(text).toMatch(/40 of 50 scored items measured \(parameters of version 3\)/)
    expect(text).toMatch(/90% of candidates.*86% on the same side twice.*2.9 items/)
    expect(decisionText({ parametersVersion: 0, states, conversionHash: null, decisions: null })).not.toMatch(
      /version/,
    )
  })

  test('a task says what an hour brings', () => {
    expect(focusText({ domain: 1, task: '1.2', pointsPerHour: 0.312, answered: 0 })).toBe(
      'Task 1.2: about 0.31 items an hour (none answered yet)',
    )
  })

  test('states, gates and links have words; what is unknown is named as it is', () => {
    expect(['held', 'uncalibrated', 'new'].map(stateText)).toEqual(['Held', 'Judged only', 'new'])
    expect(gateText({ gate: 'item-rest', verdict: 'hold', figure: 0.0512 })).toBe(
      'hold: correlation with the rest 0.05',
    )
    expect(gateText({ gate: 'responses', verdict: 'watch', figure: 164 })).toBe(
      'watch: number of responses 164',
    )
    expect(linkText({ link: 'anchors', anchors: 12 })).toBe('scale carried on by 12 anchors')
  })
})
