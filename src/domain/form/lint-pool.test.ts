import { describe, expect, test } from 'vitest'
import { makeItem } from '../item/item.fixture.ts'
import type { Item } from '../item/types.ts'
import { seededRandom, shuffle } from '../kernel/seeded-random.ts'
import { gains, guessTestwise } from './guesser.ts'
import { keyPositions, lintPool } from './lint-pool.ts'
import { findSimilar } from './near-duplicates.ts'
import { angoffSpread, countBy } from './pool-counts.ts'
import { styleOf } from './style.ts'

const random = seededRandom('words')
const vocabulary = Array.from({ length: 400 }, (_, index) => `word${index.toString(36)}x`)
const phrase = (count: number): string =>
  Array.from({ length: count }, () => vocabulary[random.integer(vocabulary.length)]).join(' ')

type Shape = {
  readonly keyWords?: number
  readonly keyAt?: number
  readonly stem?: string
  readonly texts?: readonly string[]
}

/** A pool of items with random words; `shape` says what is odd about item `index`. */
function makePool(size: number, shape: (index: number) => Shape = () => ({})): Item[] {
  return Array.from({ length: size }, (_, index) => {
    const { keyWords = 10, keyAt = random.integer(4), stem, texts } = shape(index)
    const several = index % 4 === 3
    const count = several ? 5 : 4
    const isKey = (place: number): boolean => place === keyAt || (several && place === (keyAt + 1) % count)
    return makeItem({
      id: `tst-${String(index).padStart(4, '0')}`,
      kind: several ? 'multiple-response' : 'multiple-choice',
      select: several ? 2 + (index % 8 === 3 ? 1 : 0) : null,
      stem: stem ?? `${phrase(40)}. Which fits with the ${index % 5 === 0 ? 'LEAST' : 'least'} cost?`,
      cognitive: index % 6 === 0 ? 'recall' : 'apply',
      angoff: 0.4 + (index % 6) / 10,
      options: Array.from({ length: count }, (_, place) => ({
        text: texts?.[place] ?? phrase(isKey(place) ? keyWords : 8 + random.integer(5)),
        key: isKey(place),
        rationale: 'Why.',
        misconception: 'A belief.',
      })),
    })
  })
}

const rules = (items: readonly Item[], recall?: number): string[] =>
  lintPool(items, recall).map(({ rule }) => rule)
const result = (items: readonly Item[], name: string) =>
  guessTestwise(items).find(({ heuristic }) => heuristic === name)!

describe('guessTestwise', () => {
  test('gains nothing on a pool whose keys follow no pattern', () => {
    expect(guessTestwise(makePool(120)).filter(gains)).toEqual([])
  })

  test('finds keys that are longer, and those that are shorter', () => {
    const long = result(
      makePool(80, () => ({ keyWords: 16 })),
      'longest option',
    )
    expect(long.rate).toBe(1)
    expect(gains(long)).toBe(true)
    expect(
      gains(
        result(
          makePool(80, () => ({ keyWords: 3 })),
          'shortest option',
        ),
      ),
    ).toBe(true)
  })

  test('counts chance by kind: two of four places, or one of five where two are keys', () => {
    const middle = result(makePool(40), 'middle position')
    expect(middle.items).toBe(40)
    expect(middle.chance).toBeCloseTo((30 * 0.5 + 10 * 0.4) / 40, 10)
    expect(middle.low).toBeLessThan(middle.rate)
    expect(middle.high).toBeGreaterThan(middle.rate)
  })

  test('finds keys in the middle, and keys that repeat the stem', () => {
    expect(
      gains(
        result(
          makePool(80, (index) => ({ keyAt: 1 + (index % 2) })),
          'middle position',
        ),
      ),
    ).toBe(true)
    const echo = makePool(60).map((item) => {
      const key = item.options.find(({ key: isKey }) => isKey === true)!
      return { ...item, stem: `${key.text}. Which fits?` }
    })
    expect(gains(result(echo, 'most words of the stem'))).toBe(true)
  })

  test('knows opposites and absolutes', () => {
    const texts = [
      'Make the bucket public for readers',
      'Make the bucket private for readers',
      phrase(6),
      phrase(6),
    ]
    const pairs = result(
      makePool(40, (index) => ({ texts, keyAt: index % 2 })),
      'one of an opposite pair',
    )
    expect(pairs.rate).toBe(1)
    expect(pairs.chance).toBe(0.5)
    const absolutes = [phrase(6), 'Always copy it', phrase(6), 'Never copy it']
    const avoided = result(
      makePool(40, (index) => ({ texts: absolutes, keyAt: index % 2 === 0 ? 0 : 2 })),
      'absolute terms avoided',
    )
    expect([avoided.rate, avoided.chance]).toEqual([1, 0.5])
  })

  test('says nothing about items on which a rule does not decide', () => {
    expect(result(makePool(40), 'one of an opposite pair')).toMatchObject({
      items: 0,
      rate: 0,
      p: 1,
      adjustedP: 1,
    })
    expect(guessTestwise([])).toHaveLength(8)
  })

  test('corrects for eight tests: no adjusted p is below its p', () => {
    for (const { p, adjustedP } of guessTestwise(makePool(60, () => ({ keyWords: 12 }))))
      expect(adjustedP).toBeGreaterThanOrEqual(p)
  })
})

describe('lintPool', () => {
  test('has nothing against a pool without patterns', () => {
    const balanced = makePool(120, (index) => ({ keyAt: Math.floor(index / 4) % 4 }))
    expect(rules(balanced).filter((rule) => rule !== 'style-drift')).toEqual([])
  })

  test('refuses a pool whose keys can be guessed by length', () => {
    const [finding] = lintPool(makePool(80, (index) => ({ keyWords: 16, keyAt: index % 4 })))
    expect(finding).toMatchObject({ rule: 'guessable', level: 'error' })
    expect(finding?.advice).toContain('longest option')
  })

  test('reports a habit of key positions as a warning only', () => {
    const habit = makePool(80, () => ({ keyAt: 0 }))
    expect(keyPositions(habit)).toEqual({ counts: [60, 0, 0, 0], p: expect.closeTo(0, 10) })
    expect(lintPool(habit).find(({ rule }) => rule === 'key-position')?.level).toBe('warning')
  })

  test('finds near-duplicates, and leaves declared enemies alone', () => {
    const [first, second, ...others] = makePool(10)
    const words = first!.stem.split(' ')
    const twin = { ...second!, stem: words.with(3, 'another').join(' '), options: first!.options }
    expect(lintPool([first!, twin, ...others])).toMatchObject([
      { rule: 'near-duplicate', level: 'error', itemIds: [first!.id, twin.id] },
    ])
    const partly = { ...second!, stem: first!.stem }
    expect(rules([first!, partly, ...others])).toEqual(['near-duplicate'])
    expect(rules([{ ...first!, enemies: [partly.id] }, partly, ...others])).toEqual([])
  })

  test('finds an item whose key stands in the stem of another', () => {
    const pool = makePool(6)
    const key = pool[0]!.options.find(({ key: isKey }) => isKey === true)!.text
    const cued = pool.map((item, index) =>
      index === 5 ? { ...item, stem: `They ${key} already. What next?` } : item,
    )
    expect(lintPool(cued)).toMatchObject([
      { rule: 'item-cues-item', level: 'error', itemIds: ['tst-0000', 'tst-0005'] },
    ])
  })

  test('finds enemies that do not exist', () => {
    expect(
      rules(makePool(4).map((item, index) => (index === 0 ? { ...item, enemies: ['tst-9999'] } : item))),
    ).toEqual(['enemy-unknown'])
  })

  test('finds shares that are off: recall, difficulty, one number to select', () => {
    const pool = makePool(40).map((item) => ({
      ...item,
      cognitive: 'recall' as const,
      angoff: 0.9,
      select: item.select && 2,
    }))
    expect(rules(pool)).toEqual(expect.arrayContaining(['recall-share', 'angoff-mean', 'select-constant']))
    expect(rules(pool, 1)).not.toContain('recall-share')
  })

  test('says nothing of shares in a handful of items', () => {
    expect(rules(makePool(10, () => ({ keyWords: 16, keyAt: 0 })))).toEqual([])
  })
})

describe('findSimilar', () => {
  test('measures 1 for the same text and nothing for strangers, in any order of the pool', () => {
    const pool = makePool(8)
    const twin = { ...pool[2]!, id: 'twin' }
    for (const items of [[...pool, twin], shuffle([...pool, twin], random)]) {
      const found = findSimilar(items, 0.2)
      expect(found).toHaveLength(1)
      expect([found[0]!.a, found[0]!.b].sort()).toEqual(['tst-0002', 'twin'])
      expect(found[0]!.similarity).toBe(1)
    }
  })

  test('phrases of the trade that many items share count for nothing', () => {
    const trade =
      'Which solution meets these requirements with the least operational overhead for the company?'
    expect(
      findSimilar(
        makePool(9, () => ({ stem: trade })),
        0.05,
      ),
    ).toEqual([])
    expect(
      findSimilar(
        makePool(8, () => ({ stem: trade })),
        0.05,
      ),
    ).toHaveLength(28)
  })
})

describe('styleOf', () => {
  test('measures lengths and shares and says which lie outside', () => {
    const figures = new Map(styleOf(makePool(40)).map((figure) => [figure.figure, figure]))
    expect(figures.get('multiple-response items')).toMatchObject({ value: 0.25, within: true })
    expect(figures.get('mean stem length (words)')?.within).toBe(true)
    expect(figures.get('stems with a capitalised qualifier')?.value).toBe(0.2)
    const negative = styleOf(makePool(4, () => ({ stem: 'Which is NOT it?' })))
    expect(negative.filter(({ within }) => !within).map(({ figure }) => figure)).toEqual([
      'mean stem length (words)',
      'stems with a capitalised qualifier',
      'negative stems',
    ])
  })
})

describe('pool counts', () => {
  test('count by name in natural order', () => {
    expect(Object.entries(countBy(['1.10', '1.2', '1.2'], (name) => name))).toEqual([
      ['1.2', 2],
      ['1.10', 1],
    ])
  })

  test('spread of Angoff values', () => {
    expect(angoffSpread([{ angoff: 0.4 }, { angoff: 0.6 }, { angoff: 0.8 }])).toEqual({
      mean: expect.closeTo(0.6, 10),
      sd: expect.closeTo(0.2, 10),
      low: 0.4,
      high: 0.8,
    })
    expect(angoffSpread([])).toBeNull()
  })
})
