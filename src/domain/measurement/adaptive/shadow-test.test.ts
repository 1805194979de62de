import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { itemParameters } from '../model/item-parameters.ts'
import { type AdaptiveItem, prepareBank } from './bank.ts'
import { runSession } from './run-session.ts'
import { selectItem } from './select-item.ts'
import { type AdaptiveTestPlan, startSession } from './session.ts'
import { assembleShadowTest } from './shadow-test.ts'

const random = seededRandom('shadow bank')
const items: AdaptiveItem[] = Array.from({ length: 150 }, (_, index) => ({
  parameters: itemParameters({ a: 0.5 + 1.5 * random.next(), b: -2 + 4 * random.next(), c: 0.2 }),
  content: index % 3,
  seconds: 60 + Math.floor(90 * random.next()),
  ...(index % 10 === 0 ? { enemies: [(index + 1) % 150, (index + 2) % 150] } : {}),
  ...(index % 15 === 7 ? { set: `case ${index % 45}` } : {}),
}))
const shadow = {
  length: 20,
  contentBounds: [
    [8, 9],
    [6, 7],
    [4, 6],
  ] as const,
  mostSeconds: 1900,
}
const plan: AdaptiveTestPlan = {
  bank: prepareBank(items),
  rule: { kind: 'maximum-information' },
  stop: { fewest: 20, most: 20 },
  contentShares: [1, 1, 1],
  shadow,
}

const everySubset = (count: number, size: number): number[][] =>
  Array.from({ length: 2 ** count }, (_, mask) =>
    Array.from({ length: count }, (_, bit) => bit).filter((bit) => (mask >> bit) & 1),
  ).filter((subset) => subset.length === size)

describe('assembleShadowTest', () => {
  test('finds what trying every test of a small bank finds, or comes within two per cent', () => {
    const small = prepareBank(
      items
        .slice(0, 14)
        .map(({ parameters, content, seconds }) => ({ parameters, content, seconds: seconds! })),
    )
    const values = small.items.map((_, item) => 1 + ((item * 7) % 11))
    const rules = {
      length: 6,
      contentBounds: [
        [2, 2],
        [1, 3],
        [1, 3],
      ] as const,
      mostSeconds: 560,
    }
    const fits = (subset: readonly number[]): boolean => {
      const count = (area: number) => subset.filter((item) => small.items[item]!.content === area).length
      const seconds = subset.reduce((sum, item) => sum + small.items[item]!.seconds!, 0)
      return (
        seconds <= 560 &&
        rules.contentBounds.every(([low, high], area) => count(area) >= low && count(area) <= high)
      )
    }
    const best = Math.max(
      ...everySubset(14, 6)
        .filter(fits)
        .map((subset) => subset.reduce((sum, item) => sum + values[item]!, 0)),
    )
    const usable = small.items.map((_, item) => item)
    const found = assembleShadowTest({ ...plan, bank: small }, rules, {
      fixed: [],
      usable,
      value: (item) => values[item]!,
    })
    expect(found.violation).toBe(0)
    expect(fits(found.items)).toBe(true)
    expect(found.value).toBeGreaterThanOrEqual(0.98 * best)
  })

  test('keeps what was given and says how far the rules are broken when they cannot be kept', () => {
    const usable = items.map((_, item) => item)
    const found = assembleShadowTest(
      plan,
      { ...shadow, mostSeconds: 600 },
      { fixed: [5, 50], usable, value: () => 1 },
    )
    expect(found.items).toEqual(expect.arrayContaining([5, 50]))
    expect(found.items).toHaveLength(20)
    expect(found.violation).toBeGreaterThan(0)
  })
})

describe('a session under a shadow test', () => {
  test('ends with every hard rule kept', () => {
    for (const seed of ['a', 'b', 'c']) {
      const chance = seededRandom(seed)
      const { responses } = runSession(plan, () => chance.next() < 0.6, chance)
      const given = responses.map(({ item }) => item)
      expect(given).toHaveLength(20)
      const count = (area: number) => given.filter((item) => items[item]!.content === area).length
      shadow.contentBounds.forEach(([low, high], area) => {
        expect(count(area)).toBeGreaterThanOrEqual(low)
        expect(count(area)).toBeLessThanOrEqual(high)
      })
      expect(given.reduce((sum, item) => sum + items[item]!.seconds!, 0)).toBeLessThanOrEqual(1900)
      for (const one of given) for (const other of given) expect(plan.bank.rivals[one]).not.toContain(other)
    }
  })

  test('gives no item where no test keeps the rules', () => {
    const impossible: AdaptiveTestPlan = { ...plan, shadow: { ...shadow, mostSeconds: 600 } }
    expect(selectItem(impossible, startSession(impossible, random), random)).toBeNull()
  })
})
