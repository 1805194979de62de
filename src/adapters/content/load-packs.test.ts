import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { LoadedPack } from '../../application/ports.ts'
import { type BlindSheet, keyInFile } from '../../domain/item/standing.ts'
import { addDays } from '../../domain/kernel/calendar-date.ts'
import { loadPacks } from './load-packs.ts'
import { itemYaml, packYaml, testCatalogue, testDay, writePacks } from './pack-folder.fixture.ts'
import { reviewSheets } from './review-sheets.ts'

const home = 'test/tst-c01'
const itemFile = `${home}/items/1.1.yaml`
const removals: (() => void)[] = []

afterEach(() => {
  for (const remove of removals.splice(0)) remove()
})

function write(files: Readonly<Record<string, string>>): string {
  const { folder, remove } = writePacks({ [`${home}/pack.yaml`]: packYaml, ...files })
  removals.push(remove)
  return folder
}

const load = (folder: string, today = testDay): LoadedPack =>
  loadPacks([folder], { catalogue: testCatalogue, today })[0]!
const loadItems = (text: string): LoadedPack => load(write({ [itemFile]: text }))
const found = ({ findings }: LoadedPack) =>
  findings.map(({ line, rule, itemId }) => `${line} ${rule} ${itemId}`)
const states = ({ entries }: LoadedPack) => entries.map(({ standing }) => standing.state)

/** Two solvers answer every item that can be read; `changes` replace what the second one says. */
function solve(folder: string, changes: Partial<BlindSheet> = {}): LoadedPack {
  const loaded = load(folder)
  const sheet = (solver: string) =>
    loaded.entries.map(
      ({ item }): BlindSheet => ({
        item: item.id,
        hash: item.hash,
        solver,
        by: 'human',
        answer: keyInFile(item),
        reason: 'It decides.',
        alternatives: [],
        on: testDay,
      }),
    )
  reviewSheets.append(loaded, sheet('ada'))
  reviewSheets.append(
    loaded,
    sheet('bo').map((line) => ({ ...line, ...changes })),
  )
  return load(folder)
}

describe('a pack', () => {
  test('declares itself and what it assumes', () => {
    const { pack, folder } = loadItems(itemYaml('tst-0001'))
    expect(pack).toMatchObject({
      examCode: 'TST-C01',
      programme: 'test',
      purpose: 'practice',
      assumes: ['Tasks count the same.'],
    })
    expect(pack).not.toHaveProperty('assumed')
    expect(folder).toMatch(/test\/tst-c01$/)
  })

  test('may carry assumed figures and the reason why it is a topic assessment', () => {
    const folder = write({
      [`${home}/pack.yaml`]: `${packYaml}assumed: { like: TST-C00, scoredItems: 65, weights: { "1": 60, 2: 40 } }\nlapsed: The exam ended.\n`,
    })
    expect(load(folder).pack).toMatchObject({
      assumed: { like: 'TST-C00', scoredItems: 65, weights: { 1: 60, 2: 40 } },
      lapsed: 'The exam ended.',
    })
  })

  test('is found directly, one level or two levels below a folder, and not at all where there is none', () => {
    const folder = write({ [itemFile]: itemYaml('tst-0001') })
    for (const start of [folder, join(folder, 'test'), join(folder, home)])
      expect(load(start).entries).toHaveLength(1)
    expect(loadPacks([join(folder, 'nowhere')], { catalogue: testCatalogue, today: testDay })).toEqual([])
  })

  test.each([
    ['broken YAML', 'examCode: [TST', 'cannot be used'],
    ['a field that does not exist', `${packYaml}licens: MIT\n`, 'licens'],
    ['a purpose that does not exist', packYaml.replace('practice', 'fun'), 'purpose'],
    ['an exam version that the catalogue does not know', packYaml.replace('TST-C01', 'XYZ-C01'), 'XYZ-C01'],
  ])('with %s stops the start and says why', (_, text, reason) => {
    const folder = write({ [`${home}/pack.yaml`]: text })
    expect(() => load(folder)).toThrow(
      expect.objectContaining({ code: 'pack-invalid', message: expect.stringContaining(reason) }),
    )
  })

  test('cannot be given twice for one exam version', () => {
    const folder = write({ 'other/tst-c01/pack.yaml': packYaml })
    expect(() => load(folder)).toThrow(expect.objectContaining({ code: 'pack-twice' }))
  })
})

describe('an item that serves another exam of its programme', () => {
  const second = packYaml.replace('TST-C01', 'TST-C02')
  const serving = itemYaml('tst-0001', '  alsoFor: [{ examCode: TST-C02, task: "2.1" }]\n')
  const catalogue = {
    ...testCatalogue,
    certifications: testCatalogue.certifications.map((certification) => ({
      ...certification,
      versions: [...certification.versions, ...certification.versions].map((version, index) => ({
        ...version,
        examCode: `TST-C0${index + 1}`,
      })),
    })),
  }
  const codes = (loaded: readonly LoadedPack[]) =>
    loaded.map(({ pack, entries }) => [pack.examCode, pack.items.map(({ id }) => id), entries.length])

  test('joins its pool once it is operational, and stays an entry of the pack it was written for', () => {
    const folder = write({ [itemFile]: serving, 'test/tst-c02/pack.yaml': second })
    const loadBoth = () => loadPacks([folder], { catalogue, today: testDay })
    expect(codes(loadBoth())).toEqual([
      ['TST-C01', [], 1],
      ['TST-C02', [], 0],
    ])
    solve(join(folder, home))
    const both = loadBoth()
    expect(codes(both)).toEqual([
      ['TST-C01', ['tst-0001'], 1],
      ['TST-C02', ['tst-0001'], 0],
    ])
    expect(both[1]?.pack.items[0]).toMatchObject({
      domain: 2,
      task: '2.1',
      hash: both[0]?.pack.items[0]?.hash,
    })
    expect(both[1]?.pack.version).toMatch(/^[0-9a-f]{16}$/)
  })

  test('does not join a pool of another programme', () => {
    const other = second.replace('programme: test', 'programme: other')
    const folder = write({ [itemFile]: serving, 'other/tst-c02/pack.yaml': other })
    const found = () =>
      loadPacks([folder], { catalogue, today: testDay }).find(({ pack }) => pack.programme === 'other')
    solve(join(folder, home))
    expect(found()?.pack.items).toEqual([])
  })

  test('is kept out with a finding where the other exam does not exist', () => {
    expect(found(loadItems(serving))).toEqual([expect.stringMatching(/also-for-unknown tst-0001/)])
  })
})

describe('reading items', () => {
  test('a bad item is kept out with file, line, rule and advice; its neighbours stay', () => {
    const bad = itemYaml('tst-0002')
      .replace('      checked: 2026-11-24\n', '')
      .replace('angoff: 0.62', 'angoff: 62')
    const loaded = loadItems(itemYaml('tst-0001') + bad + itemYaml('tst-0003'))
    expect(loaded.entries.map(({ item, line }) => [item.id, line])).toEqual([
      ['tst-0001', 1],
      ['tst-0003', 62],
    ])
    expect(loaded.findings).toHaveLength(2)
    expect(loaded.findings[0]).toEqual({
      file: expect.stringMatching(/1\.1\.yaml$/),
      line: 57,
      level: 'error',
      rule: 'schema',
      itemId: 'tst-0002',
      advice: expect.stringContaining('references.0.checked'),
    })
    expect(loaded.findings[1]).toMatchObject({
      line: 60,
      advice: expect.stringContaining('angoff: must be below 1'),
    })
  })

  test('an alias is a fault of its item, at its line, and not of the file', () => {
    const aliased = itemYaml('tst-0002').replace(/validFrom: .*/, 'validFrom: *day')
    const loaded = loadItems(`${itemYaml('tst-0001')}${aliased}`)
    expect(loaded.entries.map(({ item }) => item.id)).toEqual(['tst-0001'])
    expect(loaded.findings).toMatchObject([
      { rule: 'yaml', advice: expect.stringContaining('write the value out') },
    ])
    const line = aliased.split('\n').findIndex((text) => text.includes('*day')) + 1
    expect(loaded.findings[0]?.line).toBe(itemYaml('tst-0001').split('\n').length - 1 + line)
  })

  test('an item that is not YAML leaves its neighbours whole', () => {
    const loaded = loadItems(
      `${itemYaml('tst-0001')}- id: tst-0002\n  stem: "never closed\n  kind: [\n${itemYaml('tst-0003')}`,
    )
    expect(loaded.entries.map(({ item }) => item.id)).toEqual(['tst-0001', 'tst-0003'])
    expect(loaded.findings).toMatchObject([{ rule: 'yaml', level: 'error' }])
    expect(loaded.findings[0]!.line).toBeGreaterThanOrEqual(33)
    expect(loaded.findings[0]!.line).toBeLessThanOrEqual(36)
  })

  test.each([
    [
      'a missing rationale',
      (text: string) => text.replace('      rationale: A storage class keeps no old versions.\n', ''),
      '10 schema tst-0001',
      'options.1.rationale',
    ],
    [
      'an empty rationale',
      (text: string) => text.replace('A storage class keeps no old versions.', '" "'),
      '12 schema tst-0001',
      'must not be empty',
    ],
    [
      'no services',
      (text: string) => text.replace('[s3]', '[]'),
      '24 schema tst-0001',
      'at least one service',
    ],
    [
      'no reference',
      (text: string) => text.replace(/references:\n(?: {4,}.*\n)+/, 'references: []\n'),
      '25 schema tst-0001',
      'at least one page',
    ],
    [
      'an address that is none',
      (text: string) =>
        text.replace('https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html', 'the guide'),
      '27 schema tst-0001',
      'must be an address',
    ],
    [
      'a day that does not exist',
      (text: string) => text.replace('validFrom: 2026-11-24', 'validFrom: 2026-02-30'),
      '29 schema tst-0001',
      'existing day',
    ],
    [
      'a task that is a number',
      (text: string) => text.replace('task: "1.1"', 'task: 1.1'),
      '22 schema tst-0001',
      'in quotes',
    ],
    [
      'an option text that is a number',
      (text: string) => text.replace('Spread the recordings over several folders', '30'),
      '18 schema tst-0001',
      'in quotes',
    ],
    [
      'a misspelt field',
      (text: string) => text.replace('cognitive:', 'cognitiv:'),
      '1 schema tst-0001',
      'cognitive',
    ],
    [
      'a kind that does not exist',
      (text: string) => text.replace('multiple-choice', 'essay'),
      '2 schema tst-0001',
      'kind',
    ],
    [
      'neither task nor domain',
      (text: string) => text.replace('task: "1.1"', 'task: null'),
      '1 task-missing tst-0001',
      'domain',
    ],
    [
      'a stimulus that does not exist',
      (text: string) => text.replace('cognitive:', 'stimulus: nowhere\n  cognitive:'),
      '23 stimulus-unknown tst-0001',
      'stimuli.yaml',
    ],
  ])('refuses %s', (_, spoil, place, advice) => {
    const loaded = loadItems(spoil(itemYaml('tst-0001')))
    expect(found(loaded)).toContain(place)
    expect(loaded.findings.map((finding) => finding.advice).join()).toContain(advice)
    expect(loaded.entries).toEqual([])
  })

  test.each([
    ['a mapping', 'items:\n  - id: tst-0001\n'],
    ['prose', 'These are my items.\n'],
  ])('refuses a file that is %s instead of a list', (_, text) => {
    expect(found(loadItems(text))).toEqual(['1 yaml null'])
  })

  test('comments and a document mark may stand before the first item', () => {
    expect(loadItems(`# Task 1.1\n---\n\n${itemYaml('tst-0001')}`).entries).toHaveLength(1)
    expect(loadItems('').entries).toEqual([])
  })

  test('takes the domain from the task, or as given where tasks are unknown', () => {
    expect(loadItems(itemYaml('tst-0001').replace('"1.1"', '"3.4"')).entries[0]?.item).toMatchObject({
      domain: 3,
      task: '3.4',
    })
    expect(found(loadItems(itemYaml('tst-0001').replace('task: "1.1"', 'task: null\n  domain: 2')))).toEqual([
      '22 task-missing tst-0001',
    ])
  })

  test('an identifier is never reused, in whatever file', () => {
    const folder = write({
      [itemFile]: itemYaml('tst-0001'),
      [`${home}/items/1.2.yaml`]: itemYaml('tst-0001'),
    })
    expect(found(load(folder))).toEqual(['1 id-reused tst-0001'])
    expect(states(load(folder))).toEqual(['in-review', 'draft'])
  })

  test('lint findings carry the line of the part concerned', () => {
    const text = itemYaml('tst-0001').replace(
      'Spread the recordings over several folders',
      'All of the above',
    )
    expect(found(loadItems(text))).toContain('18 all-or-none-of-the-above tst-0001')
  })
})

describe('the pool', () => {
  test('holds what two solvers solved alike, and nothing else', () => {
    const folder = write({ [itemFile]: itemYaml('tst-0001') + itemYaml('tst-0002') })
    expect(load(folder).pack.items).toEqual([])
    const { pack, entries } = solve(folder)
    expect(pack.items.map(({ id }) => id)).toEqual(['tst-0001', 'tst-0002'])
    expect(entries[0]?.standing).toEqual({ state: 'operational', reason: 'Solved alike by ada, bo.' })
  })

  test.each<[string, Partial<BlindSheet>]>([
    ['answers otherwise', { answer: [3] }],
    ['defends another option', { alternatives: [2] }],
  ])('leaves out an item where one solver %s', (_, changes) => {
    const { pack, entries } = solve(write({ [itemFile]: itemYaml('tst-0001') }), changes)
    expect(pack.items).toEqual([])
    expect(entries[0]?.standing.state).toBe('disputed')
  })

  test('an edit of what was solved voids the sheets; one of what stands around it does not', () => {
    const folder = write({ [itemFile]: itemYaml('tst-0001') })
    solve(folder)
    const rewrite = (from: string, to: string): LoadedPack => {
      const file = join(folder, itemFile)
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
      return load(folder)
    }
    expect(states(rewrite('angoff: 0.62', 'angoff: 0.5\n  enemies: [tst-0009]'))).toEqual(['operational'])
    expect(states(rewrite('cognitive: apply', 'cognitive: analyse'))).toEqual(['operational'])
    expect(states(rewrite('checked: 2026-11-24', 'checked: 2026-11-25'))).toEqual(['operational'])
    expect(states(rewrite('Old versions stay', 'Older versions stay'))).toEqual(['operational'])
    expect(states(rewrite('after an accident', 'after a mistake'))).toEqual(['in-review'])
  })

  test('changes with the day: an item begins and ends', () => {
    const folder = write({ [itemFile]: itemYaml('tst-0001', '  validUntil: 2026-12-31\n') })
    solve(folder)
    const on = (days: number) => states(load(folder, addDays(testDay, days)))
    expect([on(-1), on(0), on(37), on(38)]).toEqual([
      ['draft'],
      ['operational'],
      ['operational'],
      ['retired'],
    ])
  })

  test('its version changes with its content and with nothing else', () => {
    const folder = write({ [itemFile]: itemYaml('tst-0001') + itemYaml('tst-0002') })
    const empty = load(folder).pack.version
    const full = solve(folder).pack.version
    expect(full).toMatch(/^[0-9a-f]{16}$/)
    expect(full).not.toBe(empty)
    writeFileSync(join(folder, itemFile), itemYaml('tst-0002') + itemYaml('tst-0001'))
    expect(load(folder).pack.version).toBe(full)
  })

  test('sheets that cannot be read are reported with their line and count for nothing', () => {
    const folder = write({ [itemFile]: itemYaml('tst-0001') })
    solve(folder)
    appendFileSync(join(folder, home, 'reviews/bo.jsonl'), 'not json\n{"item":"tst-0001"}\n')
    const loaded = load(folder)
    expect(found(loaded)).toEqual(['2 sheet null', '3 sheet null'])
    expect(states(loaded)).toEqual(['operational'])
  })

  test('case studies share a stimulus whose text belongs to their content', () => {
    const stimuli = (text: string) => `- id: case\n  title: A case\n  text: ${text}\n`
    const item = itemYaml('tst-0001', '  stimulus: case\n')
    const one = load(write({ [itemFile]: item, [`${home}/stimuli.yaml`]: stimuli('First.') }))
    const two = load(write({ [itemFile]: item, [`${home}/stimuli.yaml`]: stimuli('Second.') }))
    expect(one.pack.stimuli).toEqual([{ id: 'case', title: 'A case', text: 'First.' }])
    expect(one.entries[0]?.item.hash).not.toBe(two.entries[0]?.item.hash)
    expect(found(one)).toEqual(['32 kind-not-in-exam tst-0001'])
  })
})
