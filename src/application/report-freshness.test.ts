import { describe, expect, test } from 'vitest'
import { makeVersion } from '../domain/form/version.fixture.ts'
import { makeItem } from '../domain/item/item.fixture.ts'
import { calendarDate } from '../domain/kernel/calendar-date.ts'
import { clock, contentOf, loaded } from './loaded-pack.fixture.ts'
import type { Content, LoadedPack } from './ports.ts'
import { reportFreshness } from './report-freshness.ts'

const page = 'https://docs.example.org/aurora'
const fact = { value: 4, unit: 'copies', page, checked: calendarDate('2026-11-24'), validUntil: null }
const facts = { 'aurora-write-quorum': fact }

const packOf = (lapsed?: string): LoadedPack => {
  const pack = loaded([makeItem()])
  return lapsed === undefined ? pack : { ...pack, pack: { ...pack.pack, lapsed } }
}

function contentWith(pack: LoadedPack, lastDay: string | null = null): Content {
  const lastExamDate = lastDay === null ? null : { date: calendarDate(lastDay) }
  const certifications = [{ id: 'test', versions: [{ ...makeVersion(), examCode: 'TST-C01', lastExamDate }] }]
  return {
    ...contentOf([pack]),
    catalogue: () => ({ certifications }),
    serviceChanges: () => [],
    cloudFacts: () => facts,
  } as unknown as Content
}

const report = (content: Content, request: Parameters<typeof reportFreshness>[1] = {}) => {
  const result = reportFreshness({ content, clock }, request)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('reportFreshness', () => {
  test('is empty for fresh items, and answers as of today unless another day is named', () => {
    expect(report(contentWith(packOf()))).toEqual({
      asOf: '2026-11-24',
      horizonDays: 90,
      items: [],
      facts: [],
    })
  })

  test('an exam version that was sat for the last time yesterday ends today', () => {
    const [item] = report(contentWith(packOf(), '2026-11-23')).items
    expect(item?.reasons[0]).toMatchObject({ kind: 'version', on: '2026-11-24', due: true })
  })

  test('items of a topic assessment do not go stale with an exam that has ended', () => {
    expect(report(contentWith(packOf('The certification ended.'), '2024-04-08')).items).toEqual([])
  })

  test('tells facts that end within the horizon', () => {
    const id = 'aurora-write-quorum'
    const ending = { ...facts, [id]: { ...fact, validUntil: calendarDate('2026-12-01') } }
    const content = { ...contentWith(packOf()), cloudFacts: () => ending } as unknown as Content
    expect(report(content).facts).toEqual([{ id, on: '2026-12-02', page }])
    expect(report(content, { horizonDays: 0 }).facts).toEqual([])
  })

  test('refuses a pack that there is not', () => {
    const result = reportFreshness({ content: contentWith(packOf()), clock }, { examCode: 'XXX-C01' })
    expect(result.ok ? null : result.error.code).toBe('exam-unknown')
  })
})
