import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { loadPacks } from './load-packs.ts'
import { itemYaml, packYaml, testCatalogue, testDay, writePacks } from './pack-folder.fixture.ts'
import { makeParseCache, parseAfresh } from './parse-cache.ts'

const removals: (() => void)[] = []
afterEach(() => {
  for (const remove of removals.splice(0)) remove()
})

function folderOf(files: Readonly<Record<string, string>> = {}): string {
  const { folder, remove } = writePacks(files)
  removals.push(remove)
  return folder
}

const text = itemYaml('tst-0001') + itemYaml('tst-0002')

describe('makeParseCache', () => {
  test('gives the same entries as parsing afresh, before and after they are kept', () => {
    const folder = folderOf()
    const fresh = parseAfresh('a.yaml', text)
    expect(makeParseCache(folder)('a.yaml', text)).toEqual(fresh)
    expect(readdirSync(folder)).toHaveLength(1)
    expect(makeParseCache(folder)('a.yaml', text)).toEqual(fresh)
  })

  test('parses again when the text changes, and keeps one file for each source', () => {
    const folder = folderOf()
    const parse = makeParseCache(folder)
    parse('a.yaml', text)
    expect(parse('a.yaml', itemYaml('tst-0003'))).toEqual(parseAfresh('a.yaml', itemYaml('tst-0003')))
    parse('b.yaml', text)
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('parses again what was damaged', () => {
    const folder = folderOf()
    const parse = makeParseCache(folder)
    parse('a.yaml', text)
    writeFileSync(join(folder, readdirSync(folder)[0]!), '{"key"')
    expect(parse('a.yaml', text)).toHaveLength(2)
  })

  test('works without a folder that can be written', () => {
    const file = join(folderOf({ 'a-file': '' }), 'a-file')
    expect(makeParseCache(join(file, 'below'))('a.yaml', text)).toHaveLength(2)
  })

  test('loads the same packs as without it', () => {
    const folder = folderOf({ 'test/tst-c01/pack.yaml': packYaml, 'test/tst-c01/items/1.1.yaml': text })
    const options = { catalogue: testCatalogue, today: testDay }
    const cacheFolder = folderOf()
    const plain = loadPacks([folder], options)
    for (let turn = 0; turn < 2; turn++)
      expect(loadPacks([folder], { ...options, cacheFolder })).toEqual(plain)
  })
})
