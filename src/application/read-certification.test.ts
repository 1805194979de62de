import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../adapters/content/load-catalogue.ts'
import { calendarDate } from '../domain/kernel/calendar-date.ts'
import { type CertificationView, readCertification } from './read-certification.ts'

const catalogue = loadCatalogue(new URL('../../catalogue', import.meta.url).pathname)
const ports = { content: { catalogue: () => catalogue, packs: () => [] } }
const ask = (name: string, asOf = '2026-11-23') =>
  readCertification(ports, { name, asOf: calendarDate(asOf) })

function view(name: string, asOf?: string): CertificationView {
  const found = ask(name, asOf)
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

describe('readCertification', () => {
  test('shows every version with its windows, dates, domains and tasks', () => {
    const { versions } = view('cloudops-engineer-associate')
    expect(versions.map(({ examCode }) => examCode)).toEqual(['SOA-C01', 'SOA-C02', 'SOA-C03'])
    expect(versions[2]?.windows.map(({ language }) => language)).toEqual(['en', 'ja', 'ko', 'zh-Hans'])
    expect(versions[2]?.domains[0]?.tasks).toHaveLength(3)
    expect(versions[1]).toMatchObject({ nameAtTheTime: 'AWS Certified SysOps Administrator - Associate' })
  })

  test('finds it by an old name and by an exam code', () => {
    expect(view('SysOps Administrator').id).toBe('cloudops-engineer-associate')
    expect(view('mla-c01').id).toBe('machine-learning-engineer-associate')
  })

  test('tells what a pass renews while it can be passed', () => {
    expect(view('devops-engineer-professional').renews).toEqual([
      'cloud-practitioner',
      'developer-associate',
      'cloudops-engineer-associate',
      'devops-engineer-professional',
    ])
    expect(view('advanced-networking-specialty', '2027-01-01').renews).toEqual([])
  })

  test('leads from a retired certification to living ones', () => {
    expect(view('big data').nearest).toMatchObject([
      { id: 'data-engineer-associate', via: ['data-analytics-specialty'] },
    ])
  })

  test('lists its own changes only', () => {
    expect(view('developer-associate').changes.map(({ kind }) => kind)).toEqual(['version-turns'])
  })

  test('gives each group of facts the titles of its sources', () => {
    const groups = view('developer-associate').sources
    expect(groups[0]?.titles.map(({ id, grade }) => `${id} ${grade}`)).toEqual(['A11 official'])
    expect(groups.filter(({ titles, sourceIds }) => titles.length !== sourceIds.length)).toEqual([])
  })

  test.each([
    ['machine learning', ['machine-learning-specialty', 'machine-learning-engineer-associate']],
    ['xyzzy', []],
  ])('refuses "%s" with suggestions', (name, didYouMean) => {
    expect(ask(name)).toEqual({
      ok: false,
      error: { code: 'certification-unknown', asked: name, didYouMean },
    })
  })

  test('suggests a neighbour for a code that does not exist', () => {
    expect(ask('SAA-C04')).toMatchObject({
      ok: false,
      error: { didYouMean: ['solutions-architect-associate'] },
    })
  })
})
