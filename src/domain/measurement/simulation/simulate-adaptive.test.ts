import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { mean } from '../statistics/mean-variance.ts'
import { simulateAdaptive } from './simulate-adaptive.ts'
import { simulateItems } from './simulate-items.ts'

const bank = simulateItems({ model: '2pl', b: { mean: 0, sd: 1.5 } }, 200, seededRandom('adaptive bank'))
const people = Array.from({ length: 100 }, (_, person) => (person < 50 ? -1.5 : 1.5))
const responses = simulateAdaptive({ people, bank, length: 15, among: 10 }, seededRandom('adaptive'))

describe('simulateAdaptive', () => {
  test('gives everyone so many items, none twice', () => {
    expect(responses.starts[100]).toBe(1500)
    for (let person = 0; person < 100; person++) {
      const given = responses.item.subarray(responses.starts[person], responses.starts[person + 1])
      expect(new Set(given).size).toBe(15)
    }
  })

  test('gives the able harder items than the others, so that both have about half right', () => {
    const difficulties = (from: number, to: number) =>
      mean([...responses.item.subarray(from, to)].map((item) => bank[item]!.b))
    const right = (from: number, to: number) => mean([...responses.score.subarray(from, to)])
    expect(difficulties(750, 1500)).toBeGreaterThan(difficulties(0, 750) + 1)
    for (const share of [right(0, 750), right(750, 1500)]) {
      expect(share).toBeGreaterThan(0.35)
      expect(share).toBeLessThan(0.65)
    }
  })

  test('can give the whole bank, and no more', () => {
    const small = bank.slice(0, 5)
    expect(
      simulateAdaptive(
        { people: [0], bank: small, length: 5, among: 3 },
        seededRandom('all'),
      ).item.toSorted(),
    ).toEqual(Uint32Array.of(0, 1, 2, 3, 4))
    expect(() =>
      simulateAdaptive({ people: [0], bank: small, length: 6, among: 1 }, seededRandom('more')),
    ).toThrow(RangeError)
  })
})
