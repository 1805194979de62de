import { describe, expect, test } from 'vitest'
import { calendarDate } from '../kernel/calendar-date.ts'
import { makeItem, makeMatching, makeOrdering, optionsOf } from './item.fixture.ts'
import { lintStructure } from './lint-structure.ts'
import type { Item } from './types.ts'

const rules = (item: Item): string[] => lintStructure(item).map(({ rule }) => rule)
const several = (changes: Partial<Item> = {}): Item =>
  makeItem({
    kind: 'multiple-response',
    select: 2,
    options: optionsOf(5, [0, 3]),
    stem: 'Which steps are needed? (Select TWO.)',
    ...changes,
  })
const ordering = (
  keys: readonly (number | null)[],
  stem = 'Put the steps in order. (Select and order THREE.)',
): Item =>
  makeItem({
    ...makeOrdering(),
    stem,
    options: optionsOf(keys.length, []).map((option, index) => ({ ...option, key: keys[index] ?? null })),
  })

describe('lintStructure', () => {
  test.each<[string, Item]>([
    ['multiple-choice', makeItem()],
    ['multiple-response of five options', several()],
    [
      'multiple-response of six options',
      several({ options: optionsOf(6, [0, 1, 2]), select: 3, stem: 'Which? (Select THREE.)' }),
    ],
    ['ordering of all options', ordering([2, 3, 1], 'Put the steps in order.')],
    ['ordering with options to spare', ordering([2, null, 1, 3])],
    ['matching', makeMatching()],
  ])('takes a sound %s item', (_, item) => {
    expect(lintStructure(item)).toEqual([])
  })

  test.each<[string, Item, string[]]>([
    ['three options', makeItem({ options: optionsOf(3, [1]) }), ['option-count']],
    ['no key', makeItem({ options: optionsOf(4, []) }), ['key-count']],
    [
      'an option that says nothing of the key',
      makeItem({
        options: optionsOf(4, [1]).map((option, index) => (index === 3 ? { ...option, key: null } : option)),
      }),
      ['key-missing'],
    ],
    ['two keys', makeItem({ options: optionsOf(4, [0, 1]) }), ['key-count']],
    [
      'a multiple-response item of four options',
      several({ options: optionsOf(4, [0, 1]) }),
      ['option-count'],
    ],
    [
      'select that is not the number of keys',
      several({ select: 3, stem: 'Which? (Select THREE.)' }),
      ['key-count'],
    ],
    ['a multiple-response item without select', several({ select: null }), ['key-count', 'select-count']],
    [
      'one key to select',
      several({ select: 1, options: optionsOf(5, [0]), stem: 'Which? (Select ONE.)' }),
      ['select-count'],
    ],
    ['a stem that does not say how many', several({ stem: 'Which steps are needed?' }), ['count-not-stated']],
    [
      'a stem that says another number',
      several({ stem: 'Which steps? (Select THREE.)' }),
      ['count-not-stated'],
    ],
    ['an order of two', ordering([1, 2, null], 'Order TWO.'), ['key-count']],
    ['an order with a gap', ordering([1, 2, 4, null]), ['key-order']],
    ['an order with a place twice', ordering([1, 2, 2, null]), ['key-order']],
    [
      'an order to choose without its count',
      ordering([1, 2, 3, null], 'Put the steps in order.'),
      ['count-not-stated'],
    ],
    [
      'two prompts',
      makeItem({ ...makeMatching(), prompts: makeMatching().prompts.slice(0, 2) }),
      ['prompt-count'],
    ],
    [
      'a prompt without its option',
      makeItem({ ...makeMatching(), prompts: [...makeMatching().prompts, { text: 'x', option: 9 }] }),
      ['prompt-option'],
    ],
    ['prompts on another kind', makeItem({ prompts: [{ text: 'x', option: 0 }] }), ['prompts-misplaced']],
    ['an item that is its own enemy', makeItem({ enemies: ['tst-0001'] }), ['own-enemy']],
    ['an end before the beginning', makeItem({ validUntil: calendarDate('2026-01-01') }), ['validity']],
  ])('refuses %s', (_, item, expected) => {
    expect(rules(item)).toEqual(expected)
    expect(lintStructure(item).every(({ level }) => level === 'error')).toBe(true)
  })

  test('warns of a distractor that no misconception would choose, at its place', () => {
    const options = optionsOf(4, [1]).map((option, index) =>
      index === 2 ? { ...option, misconception: null } : option,
    )
    expect(lintStructure(makeItem({ options }))).toMatchObject([
      { rule: 'implausible-distractor', level: 'warning', path: ['options', 2] },
    ])
  })
})
