import { describe, expect, test } from 'vitest'
import { catalogue } from './path.fixture.ts'
import {
  citedSources,
  counted,
  dollars,
  duration,
  namesOf,
  percent,
  plain,
  probability,
  shortName,
} from './words.ts'

describe('words of the planner', () => {
  test.each([
    ['AWS Certified Developer - Associate', 'Developer - Associate'],
    ['AWS Certified: SAP on AWS - Specialty', 'SAP on AWS - Specialty'],
    ['Something else', 'Something else'],
  ])('%s is called %s', (name, short) => {
    expect(shortName(name)).toBe(short)
  })

  test('numbers are written without what says nothing', () => {
    expect([plain(21.604), plain(21), plain(0.125, 2), plain(99.96)]).toEqual(['21.6', '21', '0.13', '100'])
    expect([probability(0.8), percent(0.256), dollars(150), dollars(187.5)]).toEqual([
      '0.80',
      '26 %',
      'US$150',
      'US$187.50',
    ])
  })

  test('counts have their noun, and days the unit that people plan in', () => {
    expect([counted(1, 'year'), counted(0.5, 'year'), counted(2, 'year')]).toEqual([
      '1 year',
      '0.5 years',
      '2 years',
    ])
    expect([duration(0.2), duration(9), duration(70)]).toEqual(['1 day', '9 days', '10 weeks'])
  })

  test('ids become names, joined as prose does; an unknown one stays', () => {
    expect(namesOf(catalogue, ['developer-associate', 'security-specialty', 'x'])).toBe(
      'Developer - Associate, Security - Specialty and x',
    )
  })

  test('sources are cited once, in order, with what a reader needs', () => {
    const cited = citedSources(catalogue, ['T2', 'A9', 'T2', 'nowhere'])
    expect(cited.map(({ id }) => id)).toEqual(['T2', 'A9'])
    expect(Object.keys(cited[0]!)).toEqual(['id', 'title', 'url'])
  })
})
