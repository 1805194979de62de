import { describe, expect, test } from 'vitest'
import { makePack } from '../domain/form/pool.fixture.ts'
import { makeItem } from '../domain/item/item.fixture.ts'
import type { ReviewSheet } from '../domain/item/review-sheet.ts'
import { type BlindSheet, keyInFile } from '../domain/item/standing.ts'
import type { Item } from '../domain/item/types.ts'
import { calendarDate } from '../domain/kernel/calendar-date.ts'
import { exportItemReview } from './export-item-review.ts'
import { importItemReview, type ReviewImport } from './import-item-review.ts'
import { agree, clock, contentOf, identifiers, loaded, today } from './loaded-pack.fixture.ts'
import type { LoadedPack } from './ports.ts'

const items = makePack(8).items
const retired = makeItem({
  id: 'tst-9998',
  validUntil: calendarDate('2026-01-01'),
  validFrom: calendarDate('2025-01-01'),
})

function exported(
  pack: LoadedPack,
  only: 'in-review' | 'disputed' | 'draft' | 'all' = 'in-review',
): ReviewSheet {
  const sheet = exportItemReview({ content: contentOf([pack]), identifiers }, { examCode: 'tst-c01', only })
  if (!sheet.ok) throw new Error(sheet.error.code)
  return sheet.value
}

/** Letters of the options with the given indexes in the file. */
function lettersFor(sheet: ReviewSheet, item: Item, indexes: readonly number[]): string[] {
  const { options } = sheet.items.find((entry) => entry.item === item.id)!
  return indexes.map(
    (index) => Object.entries(options).find(([, text]) => text === item.options[index]!.text)![0],
  )
}

const itemOf = (id: string): Item => items.find((item) => item.id === id)!

/** The sheet with every item answered by its key; `change` replaces single entries. */
function fill(
  sheet: ReviewSheet,
  change: (entry: ReviewSheet['items'][number]) => object = () => ({}),
): ReviewSheet {
  const answered = sheet.items.map((entry) => ({
    ...entry,
    answer: lettersFor(sheet, itemOf(entry.item), keyInFile(itemOf(entry.item))),
    reason: 'It decides.',
  }))
  return { ...sheet, items: answered.map((entry) => ({ ...entry, ...change(entry) })) }
}

function bring(pack: LoadedPack, changes: Partial<ReviewImport> & { sheet: ReviewSheet }) {
  const stored: BlindSheet[] = []
  const reviewSheets = {
    append: (_: LoadedPack, sheets: readonly BlindSheet[]) => void stored.push(...sheets),
  }
  const result = importItemReview(
    { content: contentOf([pack]), clock, reviewSheets },
    { solver: 'ada', by: 'human', ...changes },
  )
  return { result, stored }
}

describe('exportItemReview', () => {
  test('puts the items of one state on the sheet, retired ones never', () => {
    const sheets = [
      agree(items[0]!, 'ada'),
      agree(items[0]!, 'bo'),
      agree(items[1]!, 'ada', { alternatives: [0] }),
    ]
    const pack = loaded([...items, retired], sheets)
    expect(exported(pack).items).toHaveLength(6)
    expect(exported(pack, 'disputed').items.map(({ item }) => item)).toEqual([items[1]!.id])
    expect(exported(pack, 'all').items).toHaveLength(8)
    expect(exported(pack, 'all').examCode).toBe('TST-C01')
  })

  test('refuses an exam without a pack and a state without items', () => {
    const ports = { content: contentOf([loaded(items)]), identifiers }
    expect(exportItemReview(ports, { examCode: 'XYZ-C01', only: 'all' })).toMatchObject({
      ok: false,
      error: { code: 'exam-unknown', known: ['TST-C01'] },
    })
    expect(exportItemReview(ports, { examCode: 'TST-C01', only: 'draft' })).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-review' },
    })
  })
})

describe('importItemReview', () => {
  const pack = loaded(items)
  const sheet = exported(pack)

  test('stores a line for each answered item, in option indexes of the file', () => {
    const { result, stored } = bring(pack, { sheet: fill(sheet) })
    expect(result).toMatchObject({
      ok: true,
      value: { solver: 'ada', stored: 8, skipped: [], disagreeing: [], doubted: [] },
    })
    expect(stored.find(({ item }) => item === items[2]!.id)).toEqual(
      agree(items[2]!, 'ada', { by: 'human', on: today }),
    )
  })

  test('two imports by two solvers make the items operational', () => {
    const stored = ['ada', 'bo'].flatMap((solver) => bring(pack, { sheet: fill(sheet), solver }).stored)
    expect(loaded(items, stored).pack.items).toHaveLength(8)
  })

  test('reports who disagrees and who defends an alternative, without the key', () => {
    const wrong = keyInFile(items[0]!).includes(0) ? 1 : 0
    const change = (entry: { item: string }) => {
      if (entry.item === items[0]!.id)
        return { answer: lettersFor(sheet, items[0]!, [wrong]), reason: 'I think so.' }
      return entry.item === items[1]!.id ? { alternatives: lettersFor(sheet, items[1]!, [2]) } : {}
    }
    const { result, stored } = bring(pack, { sheet: fill(sheet, change) })
    expect(result.ok && result.value.agreeing).toHaveLength(7)
    expect(result.ok && result.value.disagreeing).toEqual([
      { item: items[0]!.id, answer: lettersFor(sheet, items[0]!, [wrong]), reason: 'I think so.' },
    ])
    expect(result.ok && result.value.doubted).toMatchObject([{ item: items[1]!.id }])
    expect(stored.find(({ item }) => item === items[1]!.id)?.alternatives).toEqual([2])
  })

  test('leaves out what was left empty and says so', () => {
    const { result, stored } = bring(pack, {
      sheet: fill(sheet, ({ item }) => (item === items[3]!.id ? { answer: [], reason: '' } : {})),
    })
    expect(result).toMatchObject({ ok: true, value: { stored: 7, skipped: [items[3]!.id] } })
    expect(stored).toHaveLength(7)
  })

  test.each<[string, (entry: { item: string; hash: string }) => object, string]>([
    [
      'an item that the pack does not have',
      ({ item }) => (item === items[4]!.id ? { item: 'tst-4711' } : {}),
      'item-unknown',
    ],
    [
      'an item that has changed since',
      ({ item }) => (item === items[4]!.id ? { hash: 'older' } : {}),
      'item-changed',
    ],
    [
      'a wrong number of letters',
      ({ item }) => (item === items[0]!.id ? { answer: ['A', 'B'] } : {}),
      'wrong-count',
    ],
    [
      'a letter that does not exist',
      ({ item }) => (item === items[0]!.id ? { answer: ['Q'] } : {}),
      'unknown-letter',
    ],
    ['an answer without a reason', ({ item }) => (item === items[0]!.id ? { reason: '' } : {}), 'no-reason'],
    [
      'an item twice',
      ({ item }) =>
        item === items[1]!.id ? { item: items[0]!.id, hash: items[0]!.hash, answer: ['A'] } : {},
      'listed-twice',
    ],
  ])('refuses the whole sheet for %s', (_, change, problem) => {
    const { result, stored } = bring(pack, { sheet: fill(sheet, change) })
    expect(result).toMatchObject({ ok: false, error: { code: 'sheet-refused' } })
    expect(JSON.stringify(result)).toContain(problem)
    expect(stored).toEqual([])
  })

  test('refuses a solver who comes twice for the same content, and lets another one in', () => {
    const solved = loaded(items, [agree(items[0]!, 'ada')])
    expect(bring(solved, { sheet: fill(sheet) }).result).toMatchObject({
      error: { problems: [{ item: items[0]!.id, problem: 'solved-before' }] },
    })
    expect(bring(solved, { sheet: fill(sheet), solver: 'bo' }).result.ok).toBe(true)
    const edited = loaded(items, [agree(items[0]!, 'ada', { hash: 'older' })])
    expect(bring(edited, { sheet: fill(sheet) }).result.ok).toBe(true)
  })

  test('refuses names that make no file name, and exams without a pack', () => {
    for (const solver of ['', 'Ada', '../ada', 'a b']) {
      expect(bring(pack, { sheet: fill(sheet), solver }).result).toEqual({
        ok: false,
        error: { code: 'solver-name-invalid', solver },
      })
    }
    expect(bring(pack, { sheet: { ...sheet, examCode: 'XYZ-C01' } }).result).toMatchObject({
      error: { code: 'exam-unknown' },
    })
  })
})
