import { describe, expect, test } from 'vitest'
import { makeItem, makeMatching, makeOrdering, optionsOf } from '../item/item.fixture.ts'
import type { Item, PlacedItem } from '../item/types.ts'
import { chiSquareUniform } from '../measurement/statistics/uniformity.ts'
import { arrangeOptions } from './arrange-options.ts'
import { makePack } from './pool.fixture.ts'

const single = makePack(300)
  .items.filter(({ kind }) => kind === 'multiple-choice')
  .slice(0, 65)
const placeOfKey = ({ item, optionOrder }: PlacedItem): number =>
  optionOrder.findIndex((index) => item.options[index]?.key === true)
const secret = (turn: number): string => `${turn}`.padStart(8, '0').repeat(8)

function tally(places: readonly number[], size: number): number[] {
  return Array.from({ length: size }, (_, place) => places.filter((other) => other === place).length)
}

describe('key places', () => {
  test('are balanced on every form, at most three alike in a row', () => {
    for (let turn = 0; turn < 100; turn++) {
      const places = arrangeOptions(single, secret(turn)).map(placeOfKey)
      expect(Math.max(...tally(places, 4)) - Math.min(...tally(places, 4))).toBeLessThanOrEqual(1)
      expect(
        places.some(
          (place, index) => index >= 3 && [1, 2, 3].every((back) => places[index - back] === place),
        ),
      ).toBe(false)
    }
  })

  test('of one item are uniform over many secrets, wherever its author put the key', () => {
    for (const keyAt of [0, 1, 2, 3]) {
      const items = single.map((item, index) =>
        index === 7 ? makeItem({ options: optionsOf(4, [keyAt]) }) : item,
      )
      const places = Array.from({ length: 1200 }, (_, turn) =>
        placeOfKey(arrangeOptions(items, secret(turn))[7]!),
      )
      expect(chiSquareUniform(tally(places, 4)).p).toBeGreaterThan(0.001)
    }
  })

  test('of the distractors are uniform too', () => {
    const places = Array.from({ length: 1200 }, (_, turn) =>
      arrangeOptions(single, secret(turn))[0]!.optionOrder.indexOf(3),
    )
    expect(chiSquareUniform(tally(places, 4)).p).toBeGreaterThan(0.001)
  })

  test('of multiple-response items are shuffled freely: each of the ten pairs of places comes up alike', () => {
    const item = makeItem({ kind: 'multiple-response', select: 2, options: optionsOf(5, [0, 1]) })
    const pairs = new Map<string, number>()
    for (let turn = 0; turn < 2000; turn++) {
      const [placed] = arrangeOptions([item], secret(turn))
      const pair = [0, 1]
        .map((index) => placed!.optionOrder.indexOf(index))
        .sort()
        .join()
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
    expect(pairs.size).toBe(10)
    expect(chiSquareUniform([...pairs.values()]).p).toBeGreaterThan(0.001)
  })
})

describe('numeric options', () => {
  const texts = ['4 hours', '15 minutes', '1 day', '1 hour']
  const numeric = (keyAt: number): Item =>
    makeItem({
      options: optionsOf(4, [keyAt]).map((option, index) => ({ ...option, text: texts[index] ?? '' })),
    })

  test('ascend, whichever of them is the key and whatever the secret', () => {
    for (const keyAt of [0, 1, 2, 3]) {
      for (let turn = 0; turn < 20; turn++) {
        const [placed] = arrangeOptions([numeric(keyAt)], secret(turn))
        expect(placed!.optionOrder).toEqual([1, 3, 0, 2])
      }
    }
  })

  test('of a multiple-response item ascend too', () => {
    const several = { ...numeric(0), kind: 'multiple-response' as const, select: 2 }
    expect(arrangeOptions([several], secret(1))[0]!.optionOrder).toEqual([1, 3, 0, 2])
  })

  test('count in the balance of key places', () => {
    const items = [...Array.from({ length: 8 }, () => numeric(1)), ...single.slice(0, 24)]
    const places = arrangeOptions(items, secret(3)).map(placeOfKey)
    expect(tally(places, 4)).toEqual([8, 8, 8, 8])
  })
})

describe('identifiers', () => {
  test('are eight characters a-z2-7, unique on the form, for options and prompts', () => {
    const placed = arrangeOptions([...single, makeMatching(), makeOrdering()], secret(5))
    const made = placed.flatMap(({ optionIds, promptIds }) => [...optionIds, ...promptIds])
    expect(made).toHaveLength(65 * 4 + 3 + 3 + 4)
    expect(new Set(made).size).toBe(made.length)
    for (const id of made) expect(id).toMatch(/^[a-z2-7]{8}$/)
  })

  test('come from another half of the secret than the order', () => {
    const low = 'a'.repeat(32)
    const orders = (secretSeed: string) =>
      arrangeOptions(single, secretSeed).map(({ optionOrder }) => optionOrder)
    const names = (secretSeed: string) => arrangeOptions(single, secretSeed).map(({ optionIds }) => optionIds)
    expect(orders(low + 'b'.repeat(32))).toEqual(orders(low + 'c'.repeat(32)))
    expect(names('b'.repeat(32) + low)).toEqual(names('c'.repeat(32) + low))
    expect(orders('b'.repeat(32) + low)).not.toEqual(orders('c'.repeat(32) + low))
  })

  test('sort alike for keys and distractors', () => {
    const ranks = Array.from({ length: 300 }, (_, turn) => {
      const [placed] = arrangeOptions(single, secret(turn))
      const key = placed!.optionIds[placeOfKey(placed!)]!
      return placed!.optionIds.toSorted().indexOf(key)
    })
    expect(chiSquareUniform(tally(ranks, 4)).p).toBeGreaterThan(0.001)
  })
})

describe('prompts', () => {
  test('are shuffled apart from the options', () => {
    const orders = Array.from({ length: 60 }, (_, turn) =>
      arrangeOptions([makeMatching()], secret(turn))[0]!.promptOrder.join(),
    )
    expect(new Set(orders).size).toBe(6)
  })
})
