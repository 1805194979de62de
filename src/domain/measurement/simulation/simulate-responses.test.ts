import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { missing, type ResponseMatrix } from '../model/response-matrix.ts'
import { mean } from '../statistics/mean-variance.ts'
import { type Behaviour, withRecall } from './behaviour.ts'
import { simulateOccasion, simulateOccasions } from './simulate-responses.ts'

const items = Array.from({ length: 40 }, () => ({ a: 1, b: 0, c: 0, d: 1 }))
const people = Array.from({ length: 500 }, () => -1)
const base = 1 / (1 + Math.E)

/** Share of correct answers of the persons and items that the rules pick. */
function shareCorrect(
  { cells, items: width }: ResponseMatrix,
  person: (index: number) => boolean,
  item: (index: number) => boolean,
): number {
  const picked = [...cells].filter((_, place) => person(Math.floor(place / width)) && item(place % width))
  return mean(picked)
}
const all = () => true
const occasion = (behaviour: Behaviour, seed: string) =>
  simulateOccasion({ people, items, behaviour }, seededRandom(seed))

describe('simulateOccasion', () => {
  test('answers as the model says', () => {
    expect(shareCorrect(occasion({}, 'plain').responses, all, all)).toBeCloseTo(base, 2)
  })

  test('lets some people guess the last items', () => {
    const { responses, guessers } = occasion({ guessing: { people: 0.4, items: 0.25, chance: 0.9 } }, 'guess')
    expect(mean(guessers.map(Number))).toBeCloseTo(0.4, 1)
    const guesses = (person: number) => guessers[person]!
    expect(shareCorrect(responses, guesses, (item) => item >= 30)).toBeCloseTo(0.9, 1)
    expect(shareCorrect(responses, guesses, (item) => item < 30)).toBeCloseTo(base, 1)
    expect(
      shareCorrect(
        responses,
        (person) => !guesses(person),
        (item) => item >= 30,
      ),
    ).toBeCloseTo(base, 1)
  })

  test('lets some people know leaked items, the same ones for all', () => {
    const { responses, cheats, leaked } = occasion(
      { cheating: { people: 0.5, items: 0.2, success: 0.95 } },
      'cheat',
    )
    expect(leaked).toHaveLength(8)
    expect(leaked).toEqual(leaked.toSorted((x, y) => x - y))
    expect(
      shareCorrect(
        responses,
        (person) => cheats[person]!,
        (item) => leaked.includes(item),
      ),
    ).toBeCloseTo(0.95, 1)
    expect(
      shareCorrect(
        responses,
        (person) => cheats[person]!,
        (item) => !leaked.includes(item),
      ),
    ).toBeCloseTo(base, 1)
    expect(
      shareCorrect(
        responses,
        (person) => !cheats[person]!,
        (item) => leaked.includes(item),
      ),
    ).toBeCloseTo(base, 1)
  })

  test('loses answers at random', () => {
    const { responses } = occasion({ missing: 0.3 }, 'missing')
    const absent = [...responses.cells].filter((cell) => cell === missing).length
    expect(absent / responses.cells.length).toBeCloseTo(0.3, 1)
  })

  test('is the same for the same seed and another for another', () => {
    expect(occasion({}, 'seed')).toEqual(occasion({}, 'seed'))
    expect(occasion({}, 'seed').responses).not.toEqual(occasion({}, 'other').responses)
  })

  test('refuses exposures that do not fit', () => {
    expect(() => simulateOccasion({ people, items, exposures: [1] }, seededRandom('x'))).toThrow(RangeError)
  })
})

describe('simulateOccasions', () => {
  const plan = (behaviour: Behaviour) => ({ people, items, behaviour })

  test('learners grow between occasions, and their answers with them', () => {
    const [first, second, third] = simulateOccasions(
      plan({ learning: { mean: 0.5, sd: 0.1 } }),
      3,
      seededRandom('learn'),
    )
    expect(mean(first!.abilities)).toBe(-1)
    expect(mean(third!.abilities)).toBeCloseTo(0, 1)
    expect(shareCorrect(second!.responses, all, all)).toBeGreaterThan(
      shareCorrect(first!.responses, all, all) + 0.05,
    )
  })

  test('memorisers answer better though they are no abler', () => {
    const memorising = { people: 0.5, perExposure: 0.3, most: 0.5 }
    const rounds = simulateOccasions(plan({ memorising }), 4, seededRandom('memory'))
    const shares = rounds.map(({ responses, memorisers }) =>
      shareCorrect(responses, (person) => memorisers[person]!, all),
    )
    expect(rounds.every(({ abilities }) => abilities.every((theta) => theta === -1))).toBe(true)
    expect(shares[0]).toBeCloseTo(base, 1)
    expect(shares[3]).toBeGreaterThan(shares[0]! + 0.1)
    expect(shares[3]).toBeLessThan(withRecall(base, 0.5) + 0.05)
  })
})

describe('withRecall', () => {
  test('is the answer recalled, or else found', () => {
    expect(withRecall(0.4, 0)).toBe(0.4)
    expect(withRecall(0.4, 1)).toBe(1)
    expect(withRecall(0.4, 0.5)).toBeCloseTo(0.7, 14)
  })
})
