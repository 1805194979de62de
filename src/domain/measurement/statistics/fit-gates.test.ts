import { describe, expect, test } from 'vitest'
import { type FitEvidence, type FitGate, judgeFit } from './fit-gates.ts'

const sound: FitEvidence = {
  answered: 900,
  a: 1,
  itemRest: 0.35,
  fit: { statistic: 20, degrees: 20, p: 0.46, persons: 900 },
  largestQ3: 0.05,
  dif: 'A',
  drift: { changeB: 0.05, zB: 0.5 },
}
const fitOf = (p: number, persons: number) => ({ statistic: 50, degrees: 20, p, persons })

describe('judgeFit', () => {
  test('keeps a sound item for no reason', () => {
    expect(judgeFit(sound)).toMatchObject({ verdict: 'keep', reasons: [] })
  })

  test.each<[FitGate, Partial<FitEvidence>]>([
    ['fit', { fit: fitOf(0.0005, 500) }],
    ['local-dependence', { largestQ3: 0.21 }],
    ['discrimination', { a: 0.39 }],
    ['item-rest', { itemRest: 0.09 }],
    ['dif', { dif: 'C' }],
    ['drift', { drift: { changeB: -0.31, zB: -3.1 } }],
  ])('holds an item for %s', (gate, evidence) => {
    const report = judgeFit({ ...sound, ...evidence })
    expect(report.verdict).toBe('hold')
    expect(report.reasons.map((reason) => [reason.gate, reason.verdict])).toEqual([[gate, 'hold']])
  })

  test.each<[FitGate, Partial<FitEvidence>]>([
    ['fit', { fit: fitOf(0.0005, 499) }],
    ['fit', { fit: fitOf(0.005, 900) }],
    ['local-dependence', { largestQ3: 0.2 }],
    ['discrimination', { a: 0.4 }],
    ['item-rest', { itemRest: 0.1 }],
    ['dif', { dif: 'B' }],
    ['drift', { drift: { changeB: 0.31, zB: 2.9 } }],
    ['responses', { answered: 199 }],
  ])('watches an item for %s', (gate, evidence) => {
    const report = judgeFit({ ...sound, ...evidence })
    expect(report.verdict).toBe('watch')
    expect(report.reasons.map((reason) => reason.gate)).toEqual([gate])
  })

  test('says so where there is nothing to judge by, and decides nothing from it', () => {
    const report = judgeFit({
      answered: 400,
      a: 0.9,
      fit: { statistic: 0, degrees: 0, p: Number.NaN, persons: 3 },
    })
    expect(report.verdict).toBe('keep')
    const unknown = report.findings.filter(({ verdict }) => verdict === 'unknown')
    expect(unknown.map(({ gate }) => gate)).toEqual(['fit', 'local-dependence', 'item-rest', 'dif', 'drift'])
  })

  test('names every reason, and the worst decides', () => {
    const report = judgeFit({ ...sound, a: 0.45, itemRest: 0.02 })
    expect(report.verdict).toBe('hold')
    expect(report.reasons).toEqual([
      { gate: 'discrimination', verdict: 'watch', figure: 0.45 },
      { gate: 'item-rest', verdict: 'hold', figure: 0.02 },
    ])
  })
})
