import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../adapters/content/load-catalogue.ts'
import { calendarDate } from '../domain/kernel/calendar-date.ts'
import { type ListedCertification, readCatalogue } from './read-catalogue.ts'

const catalogue = loadCatalogue(new URL('../../catalogue', import.meta.url).pathname)
const ports = { content: { catalogue: () => catalogue, packs: () => [] } }
const read = (asOf: string) => readCatalogue(ports, { asOf: calendarDate(asOf) })

function listed(id: string, asOf = '2026-11-23'): ListedCertification {
  const found = read(asOf).certifications.find((certification) => certification.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('readCatalogue', () => {
  test('lists all tiers and certifications with the day it answers for', () => {
    const view = read('2026-11-23')
    expect(view.asOf).toBe('2026-11-23')
    expect(view.tiers.map(({ id }) => id)).toEqual([
      'foundational',
      'associate',
      'professional',
      'specialty',
      'business',
    ])
    expect(view.certifications).toHaveLength(19)
    expect(view.microcredentials).toHaveLength(7)
    expect(view.changes[0]).toMatchObject({ date: '2026-12-01', examCode: 'DVA-C03' })
  })

  test('shows the versions that can be sat on the day or later', () => {
    const codes = (asOf: string) =>
      listed('developer-associate', asOf).examVersions.map(({ examCode }) => examCode)
    expect(codes('2026-11-23')).toEqual(['DVA-C02', 'DVA-C03'])
    expect(codes('2026-12-01')).toEqual(['DVA-C03'])
  })

  test('shows the last version of a retired certification', () => {
    const retired = listed('machine-learning-specialty')
    expect(retired).toMatchObject({ status: 'retired', inForce: null, sittings: [] })
    expect(retired.examVersions.map(({ examCode }) => examCode)).toEqual(['MLS-C01'])
    expect(retired.supersededBy).toBe('machine-learning-engineer-associate')
  })

  test('names a superseding certification only where the sources do', () => {
    expect(listed('database-specialty')).toMatchObject({ supersededBy: null })
    expect(listed('database-specialty').nearest).not.toEqual([])
    expect(listed('developer-associate')).toMatchObject({ supersededBy: null, nearest: [] })
  })

  test('tells what can be sat per language', () => {
    const sittings = listed('machine-learning-engineer-associate').sittings
    expect(sittings.map(({ language, examCode }) => `${language} ${examCode}`).sort()).toEqual([
      'en ME1-C02',
      'ja MLA-C01',
      'ko MLA-C01',
      'zh-Hans MLA-C01',
    ])
  })

  test('leaves unknown facts null', () => {
    const architect = listed('solutions-architect-professional').examVersions.find(
      ({ examCode }) => examCode === 'SAP-C03',
    )
    expect(architect).toMatchObject({ cutScore: null, scoredItems: null, itemKinds: null, totalItems: 75 })
    expect(architect?.domains.map(({ weightPercent }) => weightPercent)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
    expect(listed('ai-business-strategist')).toMatchObject({ status: 'beta', renewedBy: null })
    expect(listed('machine-learning-specialty').renewedBy).toEqual([])
  })

  test('survives a trip through JSON', () => {
    const view = read('2026-11-23')
    expect(JSON.parse(JSON.stringify(view))).toEqual(view)
  })
})
