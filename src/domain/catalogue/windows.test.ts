import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../adapters/content/load-catalogue.ts'
import { addDays, calendarDate } from '../kernel/calendar-date.ts'
import type { Certification, ExamVersion, ExamWindow } from './types.ts'
import { isOpenOn, servesLanguage, sittableOn, sittingsOn, windowsIn, windowsOf } from './windows.ts'

const catalogue = loadCatalogue(new URL('../../../catalogue', import.meta.url).pathname)

function certification(id: string): Certification {
  const found = catalogue.certifications.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

function version(examCode: string): ExamVersion {
  const found = catalogue.certifications
    .flatMap(({ versions }) => versions)
    .find((candidate) => candidate.examCode === examCode)
  if (found === undefined) throw new Error(`no ${examCode}`)
  return found
}

const inLanguage = (windows: readonly ExamWindow[], language: string): readonly ExamWindow[] =>
  windows.filter((window) => window.language === language)

const on = calendarDate

describe('windowsOf', () => {
  test('gives one window per language, to the last day with its basis', () => {
    const windows = windowsOf(version('DVA-C02'))
    expect(windows.map(({ language }) => language)).toEqual(['en', 'ja', 'ko', 'pt-BR', 'zh-Hans', 'es-419'])
    expect(inLanguage(windows, 'en')[0]).toEqual({
      examCode: 'DVA-C02',
      form: 'standard',
      language: 'en',
      from: '2023-02-28',
      to: '2026-11-30',
      basis: 'announced',
      confidence: 'secondary',
    })
  })

  test('plans on the earlier of two stated last days and on the successor’s own first day', () => {
    expect(version('DVA-C02').lastExamDate?.stated).toEqual(['2026-11-30', '2026-12-01'])
    expect(version('SAP-C02').lastExamDate?.stated).toEqual(['2026-11-16', '2026-11-17'])
    expect(windowsOf(version('SAP-C02'))[0]?.to).toBe('2026-11-16')
    expect(windowsOf(version('SAP-C03'))[0]).toMatchObject({
      from: '2026-11-17',
      to: null,
      basis: 'announced',
    })
  })

  test('closes a withdrawn language before the others', () => {
    const windows = windowsOf(version('CLF-C02'))
    expect(inLanguage(windows, 'it')[0]?.to).toBe('2026-12-31')
    expect(inLanguage(windows, 'en')[0]?.to).toBeNull()
  })

  test('lets a language end before the version does', () => {
    const windows = windowsOf(version('MLA-C01')).filter(({ form }) => form === 'standard')
    expect(windows.map(({ language, to }) => [language, to])).toEqual([
      ['en', '2026-09-28'],
      ['ja', '2027-01-14'],
      ['ko', '2027-01-14'],
      ['zh-Hans', '2027-01-14'],
    ])
  })

  test('books a beta under its own code, to the day before general release', () => {
    expect(windowsOf(version('MLA-C02'))[0]).toEqual({
      examCode: 'ME1-C02',
      form: 'beta',
      language: 'en',
      from: '2026-09-29',
      to: '2027-01-13',
      basis: 'announced',
      confidence: 'secondary',
    })
  })

  test('has no standard window where the start is unknown', () => {
    const windows = windowsOf(version('AIB-C01'))
    expect(windows.map(({ form, language, to }) => [form, language, to])).toEqual([
      ['beta', 'en', null],
      ['beta', 'ja', null],
    ])
  })

  test('keeps an unknown language null', () => {
    expect(windowsOf(version('BDS-C00'))).toMatchObject([
      { language: null, from: '2017-01-01', to: '2020-06-30' },
    ])
  })

  test('never ends before it begins, for any version', () => {
    const backwards = catalogue.certifications
      .flatMap((each) => windowsIn(each))
      .filter(({ from, to }) => from !== null && to !== null && from > to)
    expect(backwards).toEqual([])
  })
})

describe('isOpenOn', () => {
  test('includes exactly the days from first to last', () => {
    const days = fc.integer({ min: -400, max: 400 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 300 }), days, (first, length, asked) => {
        const origin = on('2026-01-01')
        const window = { from: addDays(origin, first), to: addDays(origin, first + length) }
        const inside = asked >= first && asked <= first + length
        expect(isOpenOn(window, addDays(origin, asked))).toBe(inside)
      }),
    )
  })

  test('treats a null end as open', () => {
    expect(isOpenOn({ from: null, to: null }, on('1999-01-01'))).toBe(true)
    expect(isOpenOn({ from: on('2026-12-01'), to: null }, on('2026-11-30'))).toBe(false)
  })
})

describe('servesLanguage', () => {
  test.each([
    ['pt-BR', 'pt', true],
    ['zh', 'zh-Hans', true],
    ['ZH-hans', 'zh-Hans', true],
    ['es-419', 'es-ES', false],
    ['en', 'e', false],
    [null, 'ja', true],
  ])('%s serves %s: %s', (offered, asked, expected) => {
    expect(servesLanguage(offered, asked)).toBe(expected)
  })
})

describe('sittableOn', () => {
  test('Advanced Networking can be sat through 2026-12-31 and no longer', () => {
    const networking = certification('advanced-networking-specialty')
    expect(sittableOn(networking, on('2026-12-31'), 'en')?.examCode).toBe('ANS-C01')
    expect(sittableOn(networking, on('2027-01-01'), 'en')).toBeNull()
  })

  test('the ML engineer exam is a beta in English and C01 in Japanese', () => {
    const engineer = certification('machine-learning-engineer-associate')
    expect(sittableOn(engineer, on('2026-11-23'), 'en')?.examCode).toBe('ME1-C02')
    expect(sittableOn(engineer, on('2026-11-23'), 'ja')?.examCode).toBe('MLA-C01')
    expect(sittableOn(engineer, on('2027-01-15'), 'ja')?.examCode).toBe('MLA-C02')
  })

  test('a withdrawn language cannot be sat the day after', () => {
    const cloudOps = certification('cloudops-engineer-associate')
    expect(sittableOn(cloudOps, on('2026-11-19'), 'ko')?.examCode).toBe('SOA-C03')
    expect(sittableOn(cloudOps, on('2026-11-20'), 'ko')).toBeNull()
    expect(sittableOn(cloudOps, on('2026-11-20'), 'ja')).not.toBeNull()
  })

  test('prefers the newer version where two overlap', () => {
    const architect = certification('solutions-architect-associate')
    expect(sittableOn(architect, on('2020-05-01'), 'en')?.examCode).toBe('SAA-C02')
  })

  test('a language that was never offered cannot be sat', () => {
    expect(sittableOn(certification('data-engineer-associate'), on('2026-11-23'), 'fr')).toBeNull()
  })
})

describe('sittingsOn', () => {
  test('gives one window per language, the standard form before a beta', () => {
    const engineer = certification('machine-learning-engineer-associate')
    expect(
      sittingsOn(engineer, on('2026-11-23')).map(({ language, examCode }) => [language, examCode]),
    ).toEqual([
      ['ja', 'MLA-C01'],
      ['ko', 'MLA-C01'],
      ['zh-Hans', 'MLA-C01'],
      ['en', 'ME1-C02'],
    ])
  })

  test('is empty after retirement', () => {
    expect(sittingsOn(certification('machine-learning-specialty'), on('2026-04-01'))).toEqual([])
  })
})
