import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../adapters/content/load-catalogue.ts'
import { calendarDate } from '../kernel/calendar-date.ts'
import { announcedChanges, type Change } from './changes.ts'

const catalogue = loadCatalogue(new URL('../../../catalogue', import.meta.url).pathname)
const changes = (asOf: string): readonly Change[] => announcedChanges(catalogue, calendarDate(asOf))
const about = (asOf: string, examCode: string): readonly Change[] =>
  changes(asOf).filter((change) => change.examCode === examCode)

describe('announcedChanges', () => {
  test('lists what lies ahead of 2026-11-23 in order', () => {
    expect(changes('2026-11-23').map(({ date, kind, examCode }) => `${date} ${kind} ${examCode}`)).toEqual([
      '2026-12-01 version-turns DVA-C03',
      '2026-12-31 language-withdrawn CLF-C02',
      '2026-12-31 language-withdrawn SAA-C03',
      '2026-12-31 language-withdrawn DOP-C02',
      '2026-12-31 language-withdrawn SCS-C03',
      '2026-12-31 retirement ANS-C01',
      '2027-01-14 version-turns MLA-C02',
      '2027-02-15 badge-closes AIB-C01',
    ])
  })

  test('tells a turn in words, with the conflict of the sources', () => {
    expect(about('2026-11-23', 'DVA-C03')[0]?.text).toBe(
      'DVA-C03 is announced to replace DVA-C02 on 2026-12-01. The last day for DVA-C02 is 2026-11-30. Sources also state 2026-12-01.',
    )
  })

  test('names languages', () => {
    expect(about('2026-11-23', 'SCS-C03')[0]?.text).toBe(
      'The last day for SCS-C03 in Simplified Chinese, Latin American Spanish and Brazilian Portuguese is 2026-12-31.',
    )
  })

  test('keeps an end on its last day and drops it after; drops a start on its day', () => {
    expect(about('2026-12-31', 'ANS-C01').map(({ kind }) => kind)).toEqual(['retirement'])
    expect(about('2027-01-01', 'ANS-C01')).toEqual([])
    expect(about('2026-11-30', 'DVA-C03').map(({ kind }) => kind)).toEqual(['version-turns'])
    expect(about('2026-12-01', 'DVA-C03')).toEqual([])
  })

  test('tells booking days and betas that lay ahead', () => {
    expect(about('2026-08-01', 'MLA-C02').map(({ kind }) => kind)).toEqual(['beta-starts', 'version-turns'])
    expect(about('2026-10-26', 'SAP-C03').map(({ kind }) => kind)).toEqual(['booking-opens', 'version-turns'])
    expect(about('2026-02-01', 'AIP-C01').map(({ kind }) => kind)).toEqual(['beta-ends', 'release'])
  })

  test('a reported turn is told as a fact', () => {
    const turn = about('2025-09-01', 'SOA-C03').find(({ kind }) => kind === 'version-turns')
    expect(turn?.text).toBe('SOA-C03 replaces SOA-C02 on 2025-09-30. The last day for SOA-C02 is 2025-09-29.')
  })

  test('everything after the newest evidence is announced, nothing is reported', () => {
    const ahead = changes('2026-11-23').map(({ basis }) => basis)
    expect(new Set(ahead)).toEqual(new Set(['announced']))
  })
})
