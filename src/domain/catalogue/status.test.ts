import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../adapters/content/load-catalogue.ts'
import { calendarDate } from '../kernel/calendar-date.ts'
import { statusOf, versionInForce } from './status.ts'
import type { Certification, CertificationStatus } from './types.ts'

const { certifications } = loadCatalogue(new URL('../../../catalogue', import.meta.url).pathname)

function named(id: string): Certification {
  const found = certifications.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

const status = (id: string, asOf: string, language?: string): CertificationStatus =>
  statusOf(named(id), calendarDate(asOf), language)
const inForce = (id: string, asOf: string, language?: string): string | undefined =>
  versionInForce(named(id), calendarDate(asOf), language)?.examCode

const canBeSat = (asOf: string): number =>
  certifications.filter((each) => ['active', 'ending', 'beta'].includes(statusOf(each, calendarDate(asOf))))
    .length

describe('statusOf', () => {
  test('13 certifications can be sat on 2026-11-23 and 12 from 2027-01-01', () => {
    expect(canBeSat('2026-11-23')).toBe(13)
    expect(canBeSat('2026-12-31')).toBe(13)
    expect(canBeSat('2027-01-01')).toBe(12)
  })

  test('a turning version leaves the certification active', () => {
    expect(status('developer-associate', '2026-11-30')).toBe('active')
    expect(status('developer-associate', '2026-12-01')).toBe('active')
  })

  test('Advanced Networking is ending, then retired', () => {
    expect(status('advanced-networking-specialty', '2026-12-31')).toBe('ending')
    expect(status('advanced-networking-specialty', '2027-01-01')).toBe('retired')
  })

  test('Machine Learning - Specialty is retired from 2026-04-01', () => {
    expect(status('machine-learning-specialty', '2026-03-31')).toBe('ending')
    expect(status('machine-learning-specialty', '2026-04-01')).toBe('retired')
  })

  test('ML Engineer is active over all languages, beta in English, ending nowhere', () => {
    expect(status('machine-learning-engineer-associate', '2026-11-23')).toBe('active')
    expect(status('machine-learning-engineer-associate', '2026-11-23', 'en')).toBe('beta')
    expect(status('machine-learning-engineer-associate', '2026-11-23', 'ja')).toBe('active')
    expect(status('machine-learning-engineer-associate', '2027-01-14', 'en')).toBe('active')
  })

  test('AI Business Strategist was announced, then beta', () => {
    expect(status('ai-business-strategist', '2026-09-28')).toBe('announced')
    expect(status('ai-business-strategist', '2026-11-23')).toBe('beta')
  })

  test('a language that is withdrawn is ending in that language only', () => {
    expect(status('cloud-practitioner', '2026-11-23', 'it')).toBe('ending')
    expect(status('cloud-practitioner', '2026-11-23')).toBe('active')
    expect(status('cloud-practitioner', '2027-01-01', 'it')).toBe('retired')
  })
})

describe('versionInForce', () => {
  test('DVA-C03 takes over from DVA-C02 on 2026-12-01', () => {
    expect(inForce('developer-associate', '2026-11-23')).toBe('DVA-C02')
    expect(inForce('developer-associate', '2026-11-30')).toBe('DVA-C02')
    expect(inForce('developer-associate', '2026-12-01')).toBe('DVA-C03')
  })

  test('SAP-C03 is in force from 2026-11-17 on an announced basis', () => {
    expect(inForce('solutions-architect-professional', '2026-11-16')).toBe('SAP-C02')
    expect(inForce('solutions-architect-professional', '2026-11-17')).toBe('SAP-C03')
    const version = versionInForce(named('solutions-architect-professional'), calendarDate('2026-11-23'))
    expect(version?.availableFrom?.basis).toBe('announced')
  })

  test('the ML engineer version depends on the language', () => {
    expect(inForce('machine-learning-engineer-associate', '2026-11-23')).toBe('MLA-C01')
    expect(inForce('machine-learning-engineer-associate', '2026-11-23', 'en')).toBe('MLA-C02')
    expect(inForce('machine-learning-engineer-associate', '2026-11-23', 'zh')).toBe('MLA-C01')
    expect(inForce('machine-learning-engineer-associate', '2027-01-14')).toBe('MLA-C02')
  })

  test('a beta is in force where there is no standard form', () => {
    expect(inForce('ai-business-strategist', '2026-11-23')).toBe('AIB-C01')
    expect(inForce('generative-ai-developer-professional', '2026-01-15')).toBe('AIP-C01')
  })

  test('nothing is in force after retirement or before the first version', () => {
    expect(inForce('machine-learning-specialty', '2026-04-01')).toBeUndefined()
    expect(inForce('data-engineer-associate', '2020-01-01')).toBeUndefined()
  })

  test('whatever can be sat has a version in force, and nothing else has', () => {
    const day = calendarDate('2026-11-23')
    const open = (each: Certification): boolean => ['active', 'ending', 'beta'].includes(statusOf(each, day))
    expect(certifications.filter((each) => open(each) !== (versionInForce(each, day) !== null))).toEqual([])
  })
})
