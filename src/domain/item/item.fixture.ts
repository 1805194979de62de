import { calendarDate } from '../kernel/calendar-date.ts'
import type { Item, Option, PlacedItem } from './types.ts'

/** Options A, B, C, … of which those in `keys` are the key. */
export const optionsOf = (count: number, keys: readonly number[]): Option[] =>
  Array.from({ length: count }, (_, index) => ({
    text: `Option ${String.fromCharCode(65 + index)}`,
    key: keys.includes(index),
    rationale: `Because of ${index}.`,
    misconception: keys.includes(index) ? null : `Belief ${index}.`,
  }))

/** A sound multiple-choice item; `changes` replace what a test is about. */
export function makeItem(changes: Partial<Item> = {}): Item {
  return {
    id: 'tst-0001',
    kind: 'multiple-choice',
    stem: 'A museum keeps scans of its archive in Amazon S3. Which option meets these requirements?',
    stimulusId: null,
    select: null,
    options: optionsOf(4, [1]),
    prompts: [],
    domain: 1,
    task: '1.1',
    alsoFor: [],
    cognitive: 'apply',
    services: ['s3'],
    references: [
      { title: 'Guide', url: 'https://docs.aws.amazon.com/s3/', checked: calendarDate('2026-11-24') },
    ],
    validFrom: calendarDate('2026-11-24'),
    validUntil: null,
    angoff: 0.6,
    origin: { by: 'model', on: calendarDate('2026-11-24') },
    enemies: [],
    hash: 'tst-0001-hash',
    ...changes,
  }
}

/** An ordering item: three of four options, in the order 2, 0, 3. */
export const makeOrdering = (): Item =>
  makeItem({
    kind: 'ordering',
    select: 3,
    options: optionsOf(4, []).map((option, index) => ({ ...option, key: [2, null, 1, 3][index] ?? null })),
  })

/** A matching item: three prompts on three options, one of them used twice. */
export const makeMatching = (): Item =>
  makeItem({
    kind: 'matching',
    options: optionsOf(3, []).map((option) => ({ ...option, key: null })),
    prompts: [
      { text: 'First', option: 2 },
      { text: 'Second', option: 0 },
      { text: 'Third', option: 2 },
    ],
  })

/** An item on a form with readable identifiers: option at place 0 is `o0`, prompt at place 0 is `p0`. */
export const place = (
  item: Item,
  optionOrder: readonly number[],
  promptOrder: readonly number[] = [],
): PlacedItem => ({
  item,
  optionOrder,
  optionIds: optionOrder.map((_, index) => `o${index}`),
  promptOrder,
  promptIds: promptOrder.map((_, index) => `p${index}`),
})
