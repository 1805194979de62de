import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemParameters } from '../model/item-parameters.ts'
import { expectedScore } from '../model/test-characteristic.ts'
import { carryToAbility, setAngoffStandard, setAngoffStandardInRounds } from './angoff.ts'

const first = [
  [0.5, 0.9, 0.2],
  [0.7, 0.8, 0.6],
  [0.6, 0.7, 0.4],
]
const second = [
  [0.6, 0.8, 0.3],
  [0.7, 0.8, 0.5],
  [0.6, 0.8, 0.4],
]

describe('setAngoffStandard', () => {
  test('says who stands apart from the panel', () => {
    const odd = [
      [0.2, 0.5, 0.9],
      [0.3, 0.5, 0.8],
      [0.9, 0.5, 0.1],
    ]
    const { judges } = setAngoffStandard(odd)
    expect(judges[0]!.agreement).toBeLessThan(0.5)
    expect(judges[2]!.agreement).toBeLessThan(-0.99)
  })

  test('the mean of the item means times the items is the cut', () => {
    const ratings = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }))
      .chain(([judges, items]) => {
        const row = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: items,
          maxLength: items,
        })
        return fc.array(row, { minLength: judges, maxLength: judges })
      })
    fc.assert(
      fc.property(ratings, (each) => {
        const { cut, items } = setAngoffStandard(each)
        expect(items.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(cut, 9)
      }),
    )
  })

  test('one judge is a standard without a spread', () => {
    expect(setAngoffStandard([[0.5, 0.25]])).toMatchObject({
      cut: 0.75,
      standardDeviation: 0,
      standardError: 0,
    })
  })

  test.each([
    ['no judge', []],
    ['no item', [[]]],
    ['a judge who left an item out', [[0.5, 0.5], [0.5]]],
    ['a percentage', [[50]]],
    ['no number', [[Number.NaN]]],
  ])('refuses %s', (_, ratings) => {
    expect(() => setAngoffStandard(ratings)).toThrow(RangeError)
  })
})

describe('setAngoffStandardInRounds', () => {
  test('the last round decides, and what it changed is told', () => {
    const { rounds, changes, final } = setAngoffStandardInRounds([first, second])
    expect(rounds).toHaveLength(2)
    expect(final.cut).toBeCloseTo(5.5 / 3, 12)
    expect(changes[0]!.cut).toBeCloseTo(0.1 / 3, 12)
    expect(changes[0]!.meanShift).toBeCloseTo(0.5 / 9, 12)
    expect(changes[0]!.spreadRatio).toBeLessThan(1)
  })

  test('refuses no round, and rounds that do not match', () => {
    expect(() => setAngoffStandardInRounds([])).toThrow(RangeError)
    expect(() => setAngoffStandardInRounds([first, second.slice(1)])).toThrow(RangeError)
  })
})

describe('carryToAbility', () => {
  test('gives the ability that expects the cut, its error by numerical differentiation', () => {
    const items = [-1, 0, 0.5, 1.2].map((b) => itemParameters({ a: 1.2, b, c: 0.2 }))
    const { theta, standardError } = carryToAbility({ cut: 2.6, standardError: 0.14 }, items)
    expect(expectedScore(theta, items)).toBeCloseTo(2.6, 10)
    const h = 1e-5
    const slope = (expectedScore(theta + h, items) - expectedScore(theta - h, items)) / (2 * h)
    expect(standardError).toBeCloseTo(0.14 / slope, 8)
  })
})
