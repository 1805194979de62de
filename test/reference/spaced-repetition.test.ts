import { type Card, createEmptyCard, FSRS, forgetting_curve, type Grade, generatorParameters } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'

const weights = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]
const scheduler = (changes = {}): FSRS =>
  new FSRS(generatorParameters({ w: weights, enable_fuzz: false, ...changes }))
const [again, good] = [1 as Grade, 3 as Grade]

/** Days to the next review after each rating, every review on the day it is due. */
function intervalsOf(ratings: readonly Grade[]): number[] {
  const fsrs = scheduler()
  let card: Card = createEmptyCard(new Date('2022-11-29T12:30:00Z'))
  let now = card.due
  return ratings.map((rating) => {
    card = fsrs.next(card, now, rating).card
    now = card.due
    return card.scheduled_days
  })
}

/** Memory after ratings, each some days after the one before. */
function memoryAfter(reviews: readonly (readonly [rating: Grade, days: number])[], changes = {}) {
  const fsrs = scheduler(changes)
  let state = fsrs.next_state(null, 0, reviews[0]![0])
  for (const [rating, days] of reviews.slice(1)) state = fsrs.next_state(state, days, rating)
  return state
}

const reviews = [
  [again, 0],
  [good, 0],
  [good, 1],
  [good, 3],
  [good, 8],
  [good, 21],
] as const

describe('FSRS-6 with its default weights, as its implementations agree on it', () => {
  test('the default weights are those of the model', () => {
    expect(generatorParameters().w).toEqual(weights)
  })

  test('intervals of good, twice again, and good', () => {
    const ratings = [...Array(6).fill(good), again, again, ...Array(5).fill(good)] as Grade[]
    expect(intervalsOf(ratings)).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  })

  test('stability and difficulty after six reviews', () => {
    const { stability, difficulty } = memoryAfter(reviews)
    expect(stability).toBeCloseTo(53.62691, 4)
    expect(difficulty).toBeCloseTo(6.3574867, 6)
  })

  test('the same without the short-term part', () => {
    const { stability, difficulty } = memoryAfter(reviews, { enable_short_term: false })
    expect(stability).toBeCloseTo(53.335106, 4)
    expect(difficulty).toBeCloseTo(6.3574867, 6)
  })

  test.each([
    [1, 0.212, 6.4133],
    [2, 1.2931, 5.11217071],
    [3, 2.3065, 2.11810397],
    [4, 8.2956, 1],
  ])('a first rating of %i gives stability %f and difficulty %f', (rating, stability, difficulty) => {
    const state = memoryAfter([[rating as Grade, 0]])
    expect(state.stability).toBeCloseTo(stability, 6)
    expect(state.difficulty).toBeCloseTo(difficulty, 6)
  })

  test('retrievability of stability 1 after 0 to 3 days', () => {
    const expected = [1, 0.9, 0.84588465, 0.8093881]
    expected.forEach((retrievability, days) => {
      expect(forgetting_curve(weights, days, 1)).toBeCloseTo(retrievability, 6)
    })
  })
})
