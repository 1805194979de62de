import { describe, expect, test } from 'vitest'
import { standardRounds } from './standard-rounds.ts'
import { faultsOf, horizontalExtent, textsOf } from './svg-check.fixture.ts'

const draw = (width: number, spread = 1) =>
  standardRounds({
    ...{ id: 's', width },
    rounds: [
      { round: 1, cut: 38.25, standardError: 1.5 * spread, sums: [38.25 - 3 * spread, 38.25 + 3 * spread] },
      { round: 2, cut: 39, standardError: 0.7 * spread, sums: [39 - spread, 39 + spread] },
    ],
    compromises: [{ name: 'Beuk', cut: 36 }],
  })

describe('the chart of a panel', () => {
  test.each([280, 360, 640, 1100])('is sound and stays inside its width at %i', (width) => {
    expect(faultsOf(draw(width))).toEqual([])
    const [left, right] = horizontalExtent(draw(width))
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(width)
  })

  test('has a column for each round and each compromise, and says the cuts in words', () => {
    expect(textsOf(draw(640))).toEqual(expect.arrayContaining(['Round 1', 'Round 2', 'Beuk']))
    expect(draw(640)).toContain('Round 1: 38.25, standard error 1.50. Round 2: 39.00')
    expect(draw(640).match(/class="plot-judge"/g)).toHaveLength(4)
    expect(draw(640).match(/class="plot-dot"/g)).toHaveLength(3)
  })

  test('a single judge without spread still has an axis', () => {
    const svg = standardRounds({
      ...{ id: 's', width: 360 },
      rounds: [{ round: 1, cut: 2, standardError: 0, sums: [2] }],
      compromises: [],
    })
    expect(faultsOf(svg)).toEqual([])
    expect(textsOf(svg)).toContain('2')
  })
})
