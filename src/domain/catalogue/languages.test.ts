import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../adapters/content/load-catalogue.ts'
import { languageName, listInWords } from './languages.ts'

const { certifications } = loadCatalogue(new URL('../../../catalogue', import.meta.url).pathname)

describe('languageName', () => {
  test('knows every language of the catalogue', () => {
    const tags = certifications.flatMap(({ versions }) =>
      versions.flatMap((version) => version.languages ?? []),
    )
    expect(tags.filter((tag) => languageName(tag) === tag)).toEqual([])
  })

  test('leaves an unknown tag as it is', () => {
    expect(languageName('tlh')).toBe('tlh')
  })
})

describe('listInWords', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j', (words, expected) => {
    expect(listInWords(words)).toBe(expected)
  })
})
