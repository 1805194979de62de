import { describe, expect, test } from 'vitest'
import { analyseOptions } from './distractor-analysis.ts'

/** Ten candidates by rising rest score: the weak choose 1 or 2, the able the key 0; nobody takes 3. */
const choices = [1, 2, 1, 2, 0, 1, 0, 0, 0, 0]
const rests = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

describe('analyseOptions', () => {
  const [key, second, third, dead] = analyseOptions(choices, rests, 4)

  test('counts who chose what', () => {
    expect([key, second, third, dead].map((option) => option?.chosen)).toEqual([5, 3, 2, 0])
    expect(key?.share).toBe(0.5)
    expect(key?.meanRest).toBeCloseTo(7.8, 14)
  })

  test('shows a key that draws the able and distractors that draw the others', () => {
    expect(key?.pointBiserial).toBeGreaterThan(0.5)
    expect(second?.pointBiserial).toBeLessThan(0)
    expect(third?.pointBiserial).toBeLessThan(0)
    expect(key?.byFifth).toEqual([0, 0, 0.5, 1, 1])
  })

  test('says nothing of an option that nobody took', () => {
    expect(dead).toMatchObject({ share: 0, meanRest: Number.NaN, pointBiserial: Number.NaN })
  })

  test('leaves out those who gave no answer', () => {
    const [first] = analyseOptions([0, null, 1], [1, 50, 2], 2)
    expect(first?.share).toBe(0.5)
  })

  test('refuses lists of different lengths', () => {
    expect(() => analyseOptions([0], [], 2)).toThrow(RangeError)
  })
})
