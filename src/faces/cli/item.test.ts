import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadPacks } from '../../adapters/content/load-packs.ts'
import {
  itemYaml,
  packYaml,
  testCatalogue,
  testDay,
  writePacks,
} from '../../adapters/content/pack-folder.fixture.ts'
import { reviewSheets } from '../../adapters/content/review-sheets.ts'
import type { Ports } from '../../application/ports.ts'
import type { SheetItem } from '../../domain/item/review-sheet.ts'
import { instant } from '../../domain/kernel/instant.ts'
import { addItemCommands } from './item.ts'
import { type Ran, runCommand } from './run-command.fixture.ts'

const home = 'test/tst-c01'
let folder = ''
let remove = (): void => undefined

beforeEach(() => {
  const written = writePacks({
    [`${home}/pack.yaml`]: packYaml,
    [`${home}/items/1.1.yaml`]:
      itemYaml('tst-0001') + itemYaml('tst-0002') + itemYaml('tst-0003').replace('angoff: 0.62', 'angoff: 2'),
  })
  folder = written.folder
  remove = written.remove
})

afterEach(() => remove())

function portsNow(): Ports {
  const packs = loadPacks([folder], { catalogue: testCatalogue, today: testDay })
  const content = { catalogue: () => testCatalogue, packs: () => packs }
  return {
    content,
    reviewSheets,
    identifiers: { next: () => 'identifier-1' },
    clock: { now: () => instant(Date.parse(`${testDay}T09:00:00Z`)) },
  } as unknown as Ports
}

const run = (...words: readonly string[]): Promise<Ran> => runCommand(addItemCommands, portsNow(), words)

/** Exports a sheet to a file and fills it in: the option about versioning is the key. */
async function solve(solver: string, pick = 'versioning'): Promise<string> {
  const file = join(folder, `${solver}.json`)
  await run('review', 'export', '--pack', 'TST-C01', '--out', file, '--seed', solver)
  const sheet = JSON.parse(readFileSync(file, 'utf8')) as { items: SheetItem[] }
  const items = sheet.items.map((entry) => ({
    ...entry,
    answer: [
      Object.entries(entry.options)
        .find(([, text]) => text.includes(pick))![0]
        .toLowerCase(),
    ],
    reason: 'Old versions stay.',
  }))
  writeFileSync(file, JSON.stringify({ ...sheet, items }))
  return file
}

describe('item lint', () => {
  test('writes file, line, rule and advice, sums up apart, and refuses while there are errors', async () => {
    const { out, err, refusal } = await run('lint')
    expect(out).toMatch(/1\.1\.yaml:92 error schema tst-0003: angoff: must be below 1\./)
    expect(err).toMatch(/^TST-C01: 2 items, \d+ errors?, \d+ warnings?\n$/)
    expect(refusal).toMatchObject({ code: 'lint-errors' })
  })

  test('is silent and content with a sound pack', async () => {
    writeFileSync(join(folder, home, 'items/1.1.yaml'), itemYaml('tst-0001'))
    expect(await run('lint', '--pack', 'tst-c01')).toMatchObject({
      out: '',
      err: 'TST-C01: 1 item, 0 errors, 0 warnings\n',
      refusal: null,
    })
  })

  test('writes the same as JSON, and names the packs there are', async () => {
    expect((await run('lint', '--json')).json).toMatchObject([{ examCode: 'TST-C01', items: 2 }])
    const { refusal } = await run('lint', '--pack', 'nope')
    expect(refusal).toMatchObject({
      code: 'exam-unknown',
      message: 'There is no pack for nope. Packs: TST-C01',
    })
  })
})

describe('item stats', () => {
  test('writes what is counted, who solved, what a guesser gains', async () => {
    await run('review', 'import', await solve('ada'), '--solver', 'ada', '--by', 'human')
    const { out } = await run('stats')
    expect(out).toContain('TST-C01 Test pool: 2 items, 0 operational')
    expect(out).toContain('States: in-review 2')
    expect(out).toMatch(/ada +human +2 +2 +0 +0 +0/)
    expect(out).toMatch(/longest option +2 +/)
    expect(out).toContain('tst-0001 and tst-0002')
    expect((await run('stats', '--json')).json).toMatchObject({ packs: [{ items: 2 }] })
    expect((await run('stats', '--pack', 'nope')).refusal?.code).toBe('exam-unknown')
  })
})

describe('item review', () => {
  test('two solvers bring two items into the pool', async () => {
    for (const solver of ['ada', 'bo']) {
      const { out, refusal } = await run(
        'review',
        'import',
        await solve(solver),
        '--solver',
        solver,
        '--by',
        'human',
      )
      expect(refusal).toBeNull()
      expect(out).toContain(
        `${solver}: 2 answers stored, 2 agree with the key, 0 do not, 0 name alternatives, 0 skipped`,
      )
    }
    expect(portsNow().content.packs()[0]?.pack.items).toHaveLength(2)
    expect(
      readFileSync(join(folder, home, 'reviews/ada.jsonl'), 'utf8')
        .trim()
        .split('\n'),
    ).toHaveLength(2)
    expect((await run('review', 'export', '--pack', 'TST-C01')).refusal?.code).toBe('nothing-to-review')
  })

  test('tells of disagreement and stores it', async () => {
    const { out } = await run(
      'review',
      'import',
      await solve('ada', 'folders'),
      '--solver',
      'ada',
      '--by',
      'model',
    )
    expect(out).toContain('0 agree with the key, 2 do not')
    expect((await run('try', 'tst-0001')).out).toContain('disputed: Solved otherwise by ada.')
  })

  test('never overwrites a sheet that may hold answers', async () => {
    const file = await solve('ada')
    const before = readFileSync(file, 'utf8')
    expect((await run('review', 'export', '--pack', 'TST-C01', '--out', file)).refusal?.code).toBe(
      'file-exists',
    )
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  test('writes a sheet to stdout where no file is named', async () => {
    expect((await run('review', 'export', '--pack', 'TST-C01')).json).toMatchObject({
      examCode: 'TST-C01',
      seed: 'identifier-1',
    })
    expect((await run('review', 'export', '--pack', 'nope')).refusal?.code).toBe('exam-unknown')
  })

  test('stores nothing of a sheet with a problem', async () => {
    const file = await solve('ada')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"hash":"', '"hash":"0'))
    const { refusal } = await run('review', 'import', file, '--solver', 'ada', '--by', 'human')
    expect(refusal?.code).toBe('sheet-refused')
    expect(refusal?.message).toContain('tst-0001 has changed since the export')
    expect(existsSync(join(folder, home, 'reviews'))).toBe(false)
  })

  test.each([
    ['no file', '', 'cannot be read'],
    ['no JSON', 'hello', 'cannot be read'],
    ['another JSON', '{"examCode":"TST-C01"}', 'is not a blind sheet'],
  ])('refuses %s', async (_, text, reason) => {
    const file = join(folder, 'sheet.json')
    if (text !== '') writeFileSync(file, text)
    const { refusal } = await run('review', 'import', file, '--solver', 'ada', '--by', 'human')
    expect(refusal?.code).toBe('sheet-unreadable')
    expect(refusal?.message).toContain(reason)
  })

  test('refuses a solver without a proper name, and one who is neither model nor human', async () => {
    const file = await solve('ada')
    expect((await run('review', 'import', file, '--solver', 'Ada L', '--by', 'human')).refusal?.code).toBe(
      'solver-name-invalid',
    )
    await expect(run('review', 'import', file, '--solver', 'ada', '--by', 'robot')).rejects.toThrow('model')
  })
})

describe('item try', () => {
  test('shows an item as a candidate would see it', async () => {
    const { out } = await run('try', 'tst-0001')
    expect(out).toContain('tst-0001, TST-C01 task 1.1, in-review')
    expect(out).toMatch(/ {2}A\. .*\n {2}B\. .*\n {2}C\. .*\n {2}D\. /)
    expect(out).not.toContain('Key:')
    expect(out).not.toContain('Old versions stay')
  })

  test('reveals key, rationales and references', async () => {
    const { out } = await run('try', 'tst-0001', '--reveal')
    const [, label] = /([A-D])\. Turn on versioning/.exec(out) ?? []
    expect(out).toContain(`Key: ${label}`)
    expect(out).toContain(`+ ${label}. Old versions stay and can be restored.`)
    expect(out).toContain('Versioning: https://docs.aws.amazon.com/')
    expect((await run('try', 'tst-0001', '--reveal', '--json')).json).toMatchObject({ itemId: 'tst-0001' })
  })

  test('refuses an item that cannot be read', async () => {
    expect((await run('try', 'tst-0003')).refusal).toMatchObject({ code: 'item-unknown' })
  })
})
