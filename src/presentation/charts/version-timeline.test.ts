import { describe, expect, test } from 'vitest'
import type { ExamWindow } from '../../domain/catalogue/types.ts'
import { calendarDate } from '../../domain/kernel/calendar-date.ts'
import { faultsOf, horizontalExtent, textsOf } from './svg-check.fixture.ts'
import { axisOf, daysOf, spansOf, type TimelineVersion } from './version-spans.ts'
import { versionTimeline } from './version-timeline.ts'
import { versionTimelineText } from './version-timeline-text.ts'

const today = '2026-11-23'

type Span = {
  readonly from: string
  readonly to: string | null
  readonly form?: ExamWindow['form']
  readonly language?: string
}

const window = (examCode: string, { from, to, form = 'standard', language = 'en' }: Span): ExamWindow => ({
  examCode,
  form,
  language,
  from: calendarDate(from),
  to: to === null ? null : calendarDate(to),
  basis: 'reported',
  confidence: 'secondary',
})

const version = (
  examCode: string,
  basis: 'reported' | 'announced',
  ...windows: readonly ExamWindow[]
): TimelineVersion => {
  const from = windows.find(({ form }) => form === 'standard')?.from
  const availableFrom =
    from == null ? null : { date: from, stated: [from], basis, confidence: 'secondary' as const, note: null }
  return { examCode, availableFrom, windows }
}

const engineer: readonly TimelineVersion[] = [
  version(
    'MLA-C01',
    'reported',
    window('MLA-C01', { from: '2024-10-08', to: '2026-09-28' }),
    window('MLA-C01', { from: '2024-10-08', to: '2027-01-14', language: 'ja' }),
  ),
  version(
    'MLA-C02',
    'announced',
    window('ME1-C02', { from: '2026-09-29', to: '2027-01-13', form: 'beta' }),
    window('MLA-C02', { from: '2027-01-14', to: null }),
  ),
]

const draw = (width: number, versions = engineer): string =>
  versionTimeline({ id: 't', title: 'Versions', width, today, versions })
const barsOf = (svg: string): readonly (readonly [number, number])[] =>
  [...svg.matchAll(/class="bar" x="([\d.]+)"[^>]*? width="([\d.]+)"/g)].map(([, x, width]) => [
    Number(x),
    Number(x) + Number(width),
  ])

describe('spansOf', () => {
  test('joins the languages of a version to its last day', () => {
    expect(spansOf(engineer, today)[0]).toMatchObject({
      examCode: 'MLA-C01',
      firstDay: '2024-10-08',
      lastDay: '2027-01-14',
    })
  })

  test('is firm up to today, not at all where the start is announced', () => {
    const [first, beta, next] = spansOf(engineer, today)
    expect(first?.firmEnd).toBe(daysOf(today))
    expect(beta?.firmEnd).toBe(daysOf(today))
    expect(next?.firmEnd).toBe(next?.start)
  })

  test('is firm throughout once it is over', () => {
    const [only] = spansOf(
      [version('OLD-C01', 'reported', window('OLD-C01', { from: '2018-01-01', to: '2020-01-01' }))],
      today,
    )
    expect(only?.firmEnd).toBe(only?.end)
  })

  test('leaves out what has no known start', () => {
    expect(spansOf([version('AIB-C01', 'announced')], today)).toEqual([])
  })
})

describe('axisOf', () => {
  test('holds every bar and today, with a year to spare', () => {
    expect(axisOf(spansOf(engineer, today), today).years).toEqual([2024, 2025, 2026, 2027, 2028])
    expect(axisOf([], today).years).toEqual([2026, 2027])
  })
})

describe('versionTimeline', () => {
  test.each([320, 360, 639, 640, 1100])('is a sound picture inside its width at %i', (width) => {
    const svg = draw(width)
    expect(faultsOf(svg)).toEqual([])
    expect(horizontalExtent(svg)[1]).toBeLessThanOrEqual(width)
  })

  test('ends each firm bar at the mark of today at the latest', () => {
    const svg = draw(1100)
    const now = Number(/class="mark-now" d="M([\d.]+)/.exec(svg)?.[1])
    const bars = barsOf(svg)
    expect(bars).toHaveLength(2)
    for (const [, end] of bars) expect(end).toBeLessThanOrEqual(now + 0.1)
  })

  test('dashes three announced parts', () => {
    expect(draw(1100).match(/class="bar-planned"[^>]*stroke-dasharray/g)).toHaveLength(3)
  })

  test('names versions, betas, dates and today', () => {
    const words = textsOf(draw(1100))
    expect(words).toEqual(
      expect.arrayContaining([
        'MLA-C01',
        'ME1-C02 beta',
        'MLA-C02',
        '8 Oct 2024 to 14 Jan 2027',
        '23 Nov 2026',
      ]),
    )
    expect(words).toContain('from 14 Jan 2027, no last day known')
  })

  test('does not make a day of a month that is all the sources state', () => {
    const [old] = [
      version('OLD-C01', 'reported', window('OLD-C01', { from: '2018-06-01', to: '2023-02-27' })),
    ]
    const stated = {
      ...old,
      availableFrom: old?.availableFrom ? { ...old.availableFrom, stated: ['2018-06'] } : null,
    } as TimelineVersion
    expect(textsOf(draw(1100, [stated]))).toContain('2018-06 to 27 Feb 2023')
  })

  test('keeps the year labels apart on a narrow picture of many years', () => {
    const long = [version('SAA-C01', 'reported', window('SAA-C01', { from: '2013-01-01', to: null }))]
    const years = textsOf(draw(320, long)).filter((words) => /^\d{4}$/.test(words))
    expect(years.length).toBeLessThanOrEqual(8)
    expect(years[0]).toBe('2013')
  })

  test('draws an empty time line', () => {
    expect(faultsOf(draw(360, []))).toEqual([])
    expect(draw(360, [])).toContain('No version has a known date')
  })
})

describe('versionTimelineText', () => {
  test('draws solid, dashed and beta parts with a mark of today', () => {
    const lines = versionTimelineText(engineer, today, 50).split('\n')
    expect(lines[0]).toMatch(/^ {9}2024 +2025 +2026 +2027 +2028$/)
    expect(lines[1]).toMatch(/^MLA-C01 +━+╌+┤$/)
    expect(lines[2]).toMatch(/^ME1-C02 +β+╌+┤$/)
    expect(lines[3]).toMatch(/^MLA-C02 +╌+>$/)
    expect(lines[4]).toMatch(/^ +▲ 2026-11-23$/)
    expect(lines[4]?.indexOf('▲')).toBe(
      lines[1]?.lastIndexOf('━') === undefined ? -1 : (lines[1]?.lastIndexOf('━') ?? 0) + 1,
    )
  })

  test('is empty where nothing is known', () => {
    expect(versionTimelineText([], today)).toBe('')
  })
})
