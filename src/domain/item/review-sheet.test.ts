import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeItem, makeMatching, makeOrdering, optionsOf } from './item.fixture.ts'
import { makeReviewSheet, readAnswer, type SheetItem } from './review-sheet.ts'
import { keyInFile } from './standing.ts'
import type { Item } from './types.ts'

const items: readonly Item[] = [
  makeItem({ id: 'one' }),
  makeItem({ id: 'two', kind: 'multiple-response', select: 2, options: optionsOf(5, [1, 4]) }),
  { ...makeOrdering(), id: 'three' },
  { ...makeMatching(), id: 'four' },
  makeItem({ id: 'five', stimulusId: 'case' }),
]
const stimuli = [{ id: 'case', title: 'A case', text: 'Its text.' }]
const sheetOf = (seed: string) => makeReviewSheet({ examCode: 'TST-C01', items, stimuli, seed })
const entry = (seed: string, id: string): SheetItem => sheetOf(seed).items.find(({ item }) => item === id)!

/** The letters under which the options of the key stand on the sheet. */
function keyLetters(item: Item, sheet: SheetItem): string[] {
  const letterOf = (index: number): string =>
    Object.entries(sheet.options).find(([, text]) => text === item.options[index]!.text)![0]
  return keyInFile(item).map(letterOf)
}

describe('makeReviewSheet', () => {
  test('shows what a solver needs and nothing that gives the key away', () => {
    const sheet = sheetOf('seed')
    const sent = JSON.stringify(sheet)
    expect(sent).not.toMatch(/Because of|Belief|rationale|misconception|"key"|"task"|"domain"|angoff/)
    expect(new Set(sheet.items.flatMap(Object.keys))).toEqual(
      new Set([
        'item',
        'hash',
        'kind',
        'select',
        'stimulus',
        'stem',
        'prompts',
        'options',
        'answer',
        'reason',
        'alternatives',
      ]),
    )
    expect(entry('seed', 'four').prompts).toEqual(['First', 'Second', 'Third'])
    expect(entry('seed', 'five').stimulus).toBe('Its text.')
    expect(entry('seed', 'two').select).toBe(2)
  })

  test('leaves place for the answer', () => {
    for (const { answer, reason, alternatives } of sheetOf('seed').items)
      expect([answer, reason, alternatives]).toEqual([[], '', []])
  })

  test('shuffles items and options by its seed', () => {
    expect(sheetOf('a')).toEqual(sheetOf('a'))
    const orders = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
      sheetOf(seed)
        .items.map(({ item }) => item)
        .join(),
    )
    expect(new Set(orders).size).toBeGreaterThan(1)
    const options = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
      Object.values(entry(seed, 'one').options).join(),
    )
    expect(new Set(options).size).toBeGreaterThan(1)
  })
})

describe('readAnswer', () => {
  test('takes letters back to the file, whatever the seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...items), (seed, item) => {
        const sheet = entry(seed, item.id)
        const filled = { answer: keyLetters(item, sheet), reason: 'It decides.', alternatives: ['A'] }
        const read = readAnswer(item, filled, seed)
        expect(read.ok && read.value.answer).toEqual(keyInFile(item))
        expect(read.ok && item.options[read.value.alternatives[0]!]?.text).toBe(sheet.options.A)
      }),
    )
  })

  test.each<[string, Item, Partial<SheetItem>, string]>([
    ['a letter that is not on the sheet', items[0]!, { answer: ['E'] }, 'unknown-letter'],
    [
      'an alternative that is not on the sheet',
      items[0]!,
      { answer: ['A'], alternatives: ['?'] },
      'unknown-letter',
    ],
    ['a letter twice', items[1]!, { answer: ['A', 'A'] }, 'letter-twice'],
    ['an alternative twice', items[0]!, { answer: ['A'], alternatives: ['B', 'B'] }, 'letter-twice'],
    ['too few letters', items[1]!, { answer: ['A'] }, 'wrong-count'],
    ['too many letters', items[0]!, { answer: ['A', 'B'] }, 'wrong-count'],
    ['too few places of an order', items[2]!, { answer: ['A', 'B'] }, 'wrong-count'],
    ['a prompt without a letter', items[3]!, { answer: ['A', 'A'] }, 'wrong-count'],
    ['no reason', items[0]!, { answer: ['A'], reason: ' ' }, 'no-reason'],
  ])('refuses %s', (_, item, changes, reason) => {
    const filled = { answer: [], reason: 'It decides.', alternatives: [], ...changes }
    expect(readAnswer(item, filled, 'seed')).toEqual({ ok: false, error: { code: 'answer-invalid', reason } })
  })

  test('a matching item may use one letter for several prompts', () => {
    expect(
      readAnswer(items[3]!, { answer: ['A', 'B', 'A'], reason: 'So.', alternatives: [] }, 'seed').ok,
    ).toBe(true)
  })
})
