import { describe, expect, test } from 'vitest'
import { makeItem } from '../item/item.fixture.ts'
import type { Item } from '../item/types.ts'
import { seededRandom } from '../kernel/seeded-random.ts'
import { guessAcross } from './fitted-guesser.ts'

/** Items with options of random length; the key is longer than the others by `extra` characters. */
function makeItems(seed: string, size: number, extra = 0): Item[] {
  const random = seededRandom(seed)
  return Array.from({ length: size }, (_, index) => {
    const keyAt = random.integer(4)
    const options = Array.from({ length: 4 }, (_, place) => ({
      text: `${'x'.repeat(20 + random.integer(20) + (place === keyAt ? extra : 0))} ${place}`,
      key: place === keyAt,
      rationale: 'Why.',
      misconception: null,
    }))
    return makeItem({ id: `${seed}-${index}`, options })
  })
}

describe('guessAcross', () => {
  test('learns a habit from one pool and gains by it in another', () => {
    const result = guessAcross([makeItems('one', 80, 12), makeItems('two', 80, 12)])!
    expect(result.items).toBe(160)
    expect(result.rate).toBeGreaterThan(0.6)
    expect(result.low).toBeGreaterThan(result.chance)
    expect(result.p).toBeLessThan(0.001)
  })

  test('learns a habit of short keys just as well', () => {
    expect(guessAcross([makeItems('one', 80, -12), makeItems('two', 80, -12)])!.rate).toBeGreaterThan(0.6)
  })

  test('gains nothing where keys follow no pattern, or another one than where it learned', () => {
    const none = guessAcross([makeItems('one', 150), makeItems('two', 150)])!
    expect(none.low).toBeLessThan(0.25)
    expect(none.high).toBeGreaterThan(0.25)
    expect(guessAcross([makeItems('one', 80, 12), makeItems('two', 80, -12)])!.rate).toBeLessThan(0.25)
  })

  test('gives the same figures every time', () => {
    const pools = [makeItems('one', 30, 5), makeItems('two', 30, 5)]
    expect(guessAcross(pools)).toEqual(guessAcross(pools))
  })

  test('needs two pools with multiple-choice items', () => {
    const several = makeItems('two', 5).map((item) => ({ ...item, kind: 'multiple-response' as const }))
    expect(guessAcross([makeItems('one', 5)])).toBeNull()
    expect(guessAcross([makeItems('one', 5), several, []])).toBeNull()
  })
})
