import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { responseMatrix } from '../model/response-matrix.ts'
import { simulateItems } from '../simulation/simulate-items.ts'
import { simulatePeople } from '../simulation/simulate-people.ts'
import { simulateOccasion } from '../simulation/simulate-responses.ts'
import { largestQ3, residualCorrelations } from './q3.ts'

const items = simulateItems({ model: '2pl' }, 12, seededRandom('q3 items'))
const people = simulatePeople({}, 1500, seededRandom('q3 people'))
const { responses } = simulateOccasion({ people, items }, seededRandom('q3 responses'))

describe('residualCorrelations', () => {
  test('lie around 0 at the true abilities when answers are independent', () => {
    const pairs = residualCorrelations(responses, items, people)
    expect(pairs).toHaveLength(66)
    expect(Math.max(...pairs.map(({ q3 }) => Math.abs(q3)))).toBeLessThan(4 / Math.sqrt(1500))
  })

  test('show two items of which one gives the other away', () => {
    const copied = responses.cells.map((cell, place) =>
      place % 12 === 3 && Math.floor(place / 12) % 2 === 0 ? responses.cells[place + 2]! : cell,
    )
    const pairs = residualCorrelations({ ...responses, cells: copied }, items, people)
    const [worst] = pairs.toSorted((x, y) => y.q3 - x.q3)
    expect(worst).toMatchObject({ first: 3, second: 5 })
    expect(worst!.q3).toBeGreaterThan(0.2)
  })

  test('look at the persons who answered both', () => {
    const gappy = responseMatrix([
      [1, 0],
      [1, null],
      [0, 1],
      [null, null],
      [1, 1],
    ])
    const two = items.slice(0, 2)
    const full = responseMatrix([
      [1, 0],
      [0, 1],
      [1, 1],
    ])
    expect(residualCorrelations(gappy, two, [0, 5, 0.5, 5, 1])).toEqual(
      residualCorrelations(full, two, [0, 0.5, 1]),
    )
  })

  test('refuse persons without an ability', () => {
    expect(() => residualCorrelations(responses, items, [0])).toThrow(RangeError)
  })
})

describe('largestQ3', () => {
  test('gives every item its closest partner', () => {
    const pairs = [
      { first: 0, second: 1, q3: 0.1, persons: 9 },
      { first: 0, second: 2, q3: 0.3, persons: 9 },
      { first: 1, second: 2, q3: Number.NaN, persons: 9 },
    ]
    expect(largestQ3(pairs, 4)).toEqual([
      { partner: 2, q3: 0.3 },
      { partner: 0, q3: 0.1 },
      { partner: 0, q3: 0.3 },
      undefined,
    ])
  })
})
