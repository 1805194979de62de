import { describe, expect, test } from 'vitest'
import { alignmentToDomain, alignmentToGuide, describeResults, resultsOf } from './results.ts'

const guide = { examCode: 'TST-C01', url: 'https://guide.example/', owner: 'Vendor' }
const domains = [
  { number: 1, name: 'Quays', correct: 12, scored: 20 },
  { number: 2, name: 'Cranes', correct: 0, scored: 0 },
  { number: 3, name: 'Nights', correct: 5, scored: 10 },
]
const uriOf = (name: string): string => `urn:x:${name.replaceAll(' ', '-')}`

describe('results of an exam', () => {
  test('are the scaled score and a count for every domain on the form', () => {
    const described = describeResults(guide, domains, { uriOf, requiredScore: null })
    expect(described.map(({ id, resultType, valueMax }) => [id, resultType, valueMax])).toEqual([
      ['urn:x:scaled-score', 'ScaledScore', 1000],
      ['urn:x:domain-1-of-20', 'RawScore', 20],
      ['urn:x:domain-3-of-10', 'RawScore', 10],
    ])
  })

  test('each belong to a description of their own', () => {
    const ids = describeResults(guide, domains, { uriOf, requiredScore: 720 }).map(({ id }) => id)
    const results = resultsOf(640, domains, uriOf)
    expect(results.map(({ resultDescription }) => resultDescription)).toEqual(ids)
    expect(results.map(({ value }) => value)).toEqual([640, 12, 5])
  })

  test('have no scaled score where there is none', () => {
    expect(resultsOf(null, domains, uriOf).map(({ value }) => value)).toEqual([12, 5])
  })

  test('ask for the cut score in a programme only', () => {
    const [score] = describeResults(guide, domains, { uriOf, requiredScore: 720 })
    expect(score?.requiredValue).toBe(720)
    expect(describeResults(guide, domains, { uriOf, requiredScore: null })[0]?.requiredValue).toBeNull()
  })
})

describe('alignment', () => {
  test('names the guide as what it is, and the domain in it', () => {
    expect(alignmentToGuide(guide)?.targetName).toBe('Exam guide TST-C01 of Vendor')
    expect(alignmentToDomain(guide, { number: 1, name: 'Quays' })).toEqual({
      targetName: 'Domain 1: Quays',
      targetUrl: 'https://guide.example/',
      targetFramework: 'Exam guide TST-C01 of Vendor',
      targetCode: 'TST-C01 domain 1',
    })
  })

  test('is left out where the guide has no address', () => {
    expect(alignmentToGuide({ ...guide, url: null })).toBeNull()
    expect(alignmentToDomain({ ...guide, url: null }, { number: 1, name: 'Quays' })).toBeNull()
    const [, first] = describeResults({ ...guide, url: null }, domains, { uriOf, requiredScore: null })
    expect(first?.alignment).toBeNull()
  })
})
