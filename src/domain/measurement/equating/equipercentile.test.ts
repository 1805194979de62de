import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainByRank, equateByRank, equipercentileStandardError } from './equipercentile.ts'

const x = { lowest: 0, counts: [12, 29, 64, 90, 102, 81, 52, 28, 12] }
const y = { lowest: 0, counts: [26, 50, 80, 95, 78, 64, 44, 26, 12] }

describe('equateByRank', () => {
  test('a form equated to itself is itself', () => {
    for (const score of [0, 2, 4.3, 8]) expect(equateByRank(score, x, x)).toBeCloseTo(score, 10)
  })

  test('a form whose scores are all two points higher is worth two points more', () => {
    expect(equateByRank(3, x, { ...x, lowest: 2 })).toBeCloseTo(5, 10)
  })

  test('there and back is no change', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.4, max: 8.4, noNaN: true }), (score) => {
        expect(equateByRank(equateByRank(score, x, y), y, x)).toBeCloseTo(score, 8)
      }),
    )
  })
})

describe('chainByRank', () => {
  test('through an anchor that both groups find equally hard it is the direct equating', () => {
    const anchor = { lowest: 0, counts: [5, 10, 20, 10, 5] }
    const chained = chainByRank(4, { x, anchor }, { y, anchor })
    expect(chained).toBeCloseTo(equateByRank(4, x, y), 8)
  })

  test('an abler group X makes form X look easier than it is, which the anchor takes back', () => {
    const weak = { lowest: 0, counts: [10, 20, 10, 5, 5] }
    const able = { lowest: 0, counts: [5, 5, 10, 20, 10] }
    expect(chainByRank(4, { x, anchor: able }, { y, anchor: weak })).toBeGreaterThan(equateByRank(4, x, y))
  })
})

describe('equipercentileStandardError', () => {
  test('says nothing where no score of form Y surrounds the equivalent', () => {
    expect(equipercentileStandardError(0, { lowest: 0, counts: [0, 4] }, y)).toBeNaN()
    expect(equipercentileStandardError(9, x, y)).toBeNaN()
  })
})
