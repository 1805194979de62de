import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../adapters/content/load-catalogue.ts'
import { findByName, suggestIds } from './names.ts'

const catalogue = loadCatalogue(new URL('../../../catalogue', import.meta.url).pathname)
const ids = (text: string): readonly string[] =>
  findByName(catalogue, text).map(({ certification }) => certification.id)

describe('findByName', () => {
  test.each([
    ['SysOps Administrator', 'cloudops-engineer-associate'],
    ['AWS Certified SysOps Administrator - Associate', 'cloudops-engineer-associate'],
    ['aws certified: sap on aws', 'sap-on-aws-specialty'],
    ['Machine Learning - Specialty', 'machine-learning-specialty'],
    ['cloud practioner', 'cloud-practitioner'],
    ['solutions architect pro', 'solutions-architect-professional'],
    ['gen ai', 'generative-ai-developer-professional'],
    ['saa', 'solutions-architect-associate'],
    ['SECURITY-SPECIALTY', 'security-specialty'],
  ])('"%s" is %s', (text, id) => {
    expect(ids(text)).toEqual([id])
  })

  test.each([
    ['dva c02', 'developer-associate', 'DVA-C02'],
    ['SOA-C01', 'cloudops-engineer-associate', 'SOA-C01'],
    ['ME1-C02', 'machine-learning-engineer-associate', 'ME1-C02'],
  ])('code "%s" is %s with its version', (text, id, examCode) => {
    expect(findByName(catalogue, text)).toMatchObject([{ certification: { id }, examCode, exact: true }])
  })

  test('finds every certification by its id, its name and each of its codes', () => {
    for (const { id, name, versions } of catalogue.certifications) {
      for (const text of [id, name, ...versions.map((version) => version.examCode)])
        expect(ids(text)).toEqual([id])
    }
  })

  test('lists all candidates of an ambiguous text, the fuller cover first', () => {
    expect(ids('solutions architect')).toEqual([
      'solutions-architect-associate',
      'solutions-architect-professional',
    ])
    expect(ids('machine learning')).toEqual([
      'machine-learning-specialty',
      'machine-learning-engineer-associate',
    ])
    expect(ids('SAP')).toContain('sap-on-aws-specialty')
    expect(ids('SAP')).toContain('solutions-architect-professional')
  })

  test.each(['', '   ', 'AWS', 'xyzzy', 'SAA-C04', '🪨'])('finds nothing for "%s"', (text) => {
    expect(ids(text)).toEqual([])
  })
})

describe('suggestIds', () => {
  test('puts the rarest shared word first', () => {
    expect(suggestIds(catalogue, 'networking professional')[0]).toBe('advanced-networking-specialty')
    expect(suggestIds(catalogue, 'SAA-C04')[0]).toBe('solutions-architect-associate')
  })

  test('gives at most three, each once, and none for nonsense', () => {
    const suggested = suggestIds(catalogue, 'associate')
    expect(suggested).toHaveLength(3)
    expect(new Set(suggested).size).toBe(3)
    expect(suggestIds(catalogue, 'xyzzy')).toEqual([])
  })
})
