import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { informationAt } from '../model/information.ts'
import { itemParameters } from '../model/item-parameters.ts'
import { type AdaptiveItem, prepareBank } from './bank.ts'
import { openExposure } from './exposure.ts'
import { runSession } from './run-session.ts'
import { selectItem } from './select-item.ts'
import {
  type AdaptiveTestPlan,
  countContent,
  decideSessionStop,
  recordResponse,
  startSession,
} from './session.ts'

const items: AdaptiveItem[] = Array.from({ length: 120 }, (_, index) => ({
  parameters: itemParameters({ a: 0.7 + (index % 9) / 8, b: -2.4 + index / 25, c: 0.2 }),
  content: index % 3,
}))
const plan: AdaptiveTestPlan = {
  bank: prepareBank(items),
  rule: { kind: 'maximum-information' },
  stop: { fewest: 20, most: 20 },
  contentShares: [0.5, 0.3, 0.2],
}
const alternately = (item: number): boolean => item % 2 === 0
const itemsOf = (made: AdaptiveTestPlan, seed = 's') =>
  runSession(made, alternately, seededRandom(seed)).responses.map(({ item }) => item)

describe('an adaptive session', () => {
  test('never gives an item twice, and keeps the content shares', () => {
    const { responses } = runSession(plan, alternately, seededRandom('s'))
    expect(new Set(responses.map(({ item }) => item)).size).toBe(20)
    expect(countContent(plan, { ...startSession(plan, seededRandom('s')), responses })).toEqual([10, 6, 4])
  })

  test('gives, of the neediest area, the item of most information', () => {
    const first = selectItem(plan, startSession(plan, seededRandom('s')), seededRandom('s'))!
    const best = Math.max(
      ...items.filter(({ content }) => content === 0).map(({ parameters }) => informationAt(0, parameters)),
    )
    expect(items[first]!.content).toBe(0)
    expect(informationAt(0, items[first]!.parameters)).toBeCloseTo(best, 10)
  })

  test.each([['maximum-information'], ['kullback-leibler'], ['expected-variance']] as const)(
    'by %s it learns more than by chance',
    (kind) => {
      const { ability } = runSession({ ...plan, rule: { kind } }, alternately, seededRandom('s'))
      const byChance = runSession(
        { ...plan, rule: { kind: 'progressive', length: 1e9 } },
        alternately,
        seededRandom('s'),
      )
      expect(ability.sd).toBeLessThan(byChance.ability.sd)
    },
  )

  test('without room for chance it is the same for every seed, with it the same for the same seed', () => {
    expect(itemsOf(plan, 'a')).toEqual(itemsOf(plan, 'b'))
    const byLot: AdaptiveTestPlan = { ...plan, rule: { kind: 'randomesque', size: 5 } }
    expect(itemsOf(byLot, 'a')).toEqual(itemsOf(byLot, 'a'))
    expect(itemsOf(byLot, 'a')).not.toEqual(itemsOf(byLot, 'b'))
  })

  test('randomesque takes one of the best few', () => {
    const best = items
      .map(({ parameters, content }, item) => ({ item, content, value: informationAt(0, parameters) }))
      .filter(({ content }) => content === 0)
      .sort((a, b) => b.value - a.value)
      .slice(0, 4)
      .map(({ item }) => item)
    const byLot: AdaptiveTestPlan = { ...plan, rule: { kind: 'randomesque', size: 4 } }
    const drawn = new Set(
      Array.from({ length: 200 }, (_, index) => {
        const random = seededRandom(`lot ${index}`)
        return selectItem(byLot, startSession(byLot, random), random)
      }),
    )
    expect([...drawn].sort()).toEqual(best.sort())
  })

  test('progressive selection starts by lot and ends by information', () => {
    const mixed: AdaptiveTestPlan = { ...plan, rule: { kind: 'progressive', length: 10 } }
    const firsts = new Set(Array.from({ length: 40 }, (_, index) => itemsOf(mixed, `seed ${index}`)[0]))
    expect(firsts.size).toBeGreaterThan(15)
    let session = startSession(mixed, seededRandom('s'))
    for (let step = 0; step < 10; step++) {
      const item = selectItem(mixed, session, seededRandom(`${step}`))!
      session = recordResponse(mixed, session, item, alternately(item))
    }
    const [one, other] = ['p', 'q'].map((seed) => selectItem(mixed, session, seededRandom(seed)))
    expect(one).toBe(other)
  })

  test('enemies and siblings never meet', () => {
    const pairs = fc.array(fc.tuple(fc.nat(119), fc.nat(119)), { minLength: 20, maxLength: 60 })
    fc.assert(
      fc.property(pairs, (enemies) => {
        const bank = prepareBank(
          items.map((item, index) => ({
            ...item,
            enemies: enemies
              .filter(([one, other]) => one === index && other !== index)
              .map(([, other]) => other),
            ...(index % 4 === 0 ? { family: `f${index % 20}` } : {}),
          })),
        )
        const given = itemsOf({ ...plan, bank })
        for (const one of given) for (const other of given) expect(bank.rivals[one]).not.toContain(other)
      }),
      { numRuns: 25 },
    )
  })

  test('a set that is begun is finished before another item comes, up to the most per set', () => {
    const bank = prepareBank(
      items.map((item, index) => ({ ...item, ...(index < 60 ? { set: `case ${index % 12}` } : {}) })),
    )
    const given = itemsOf({ ...plan, bank, mostPerSet: 3 })
    const names = given.map((item) => bank.items[item]!.set ?? `alone ${item}`)
    const runs = names.filter((name, index) => name !== names[index - 1])
    expect(new Set(runs).size).toBe(runs.length)
    const lengths = runs.slice(0, -1).map((name) => names.filter((each) => each === name).length)
    expect(lengths.every((length, index) => length === (runs[index]!.startsWith('case') ? 3 : 1))).toBe(true)
    expect(lengths).toContain(3)
  })

  test('an item that exposure control bars is left out, unless its area has no other', () => {
    const [favourite] = itemsOf(plan)
    const closed = openExposure(items.length)
    closed.probabilities[0]![favourite!] = 0
    expect(itemsOf({ ...plan, exposure: closed })).not.toContain(favourite)
    closed.probabilities[0]!.fill(0)
    expect(itemsOf({ ...plan, exposure: closed })).toEqual(itemsOf(plan))
  })

  test('ends when the bank is exhausted', () => {
    const small: AdaptiveTestPlan = { ...plan, bank: prepareBank(items.slice(0, 7)) }
    const ended = runSession(small, alternately, seededRandom('s'))
    expect(ended.reason).toBe('bank-exhausted')
    expect(ended.responses).toHaveLength(7)
  })

  test('can be taken up again from its responses', () => {
    const whole = runSession(plan, alternately, seededRandom('s'))
    let again = startSession(plan, seededRandom('s'))
    for (const { item, correct } of whole.responses) again = recordResponse(plan, again, item, correct)
    expect(again.ability).toEqual(whole.ability)
    expect(decideSessionStop(plan, again)).toBe('length')
  })

  test('refuses a response to an item that it cannot have given', () => {
    const session = recordResponse(plan, startSession(plan, seededRandom('s')), 4, true)
    expect(() => recordResponse(plan, session, 4, true)).toThrow(RangeError)
    expect(() => recordResponse(plan, session, 500, true)).toThrow(RangeError)
  })
})
