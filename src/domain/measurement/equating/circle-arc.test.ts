import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ArcPoints, applyCircleArc, fitCircleArc } from './circle-arc.ts'

const points: ArcPoints = { low: { x: 10, y: 8 }, middle: { x: 33, y: 36 }, high: { x: 65, y: 65 } }

describe('circle arcs', () => {
  test.each(['simplified', 'symmetric'] as const)('the %s one goes through its three points', (kind) => {
    const arc = fitCircleArc(points, kind)
    for (const { x, y } of [points.low, points.middle, points.high])
      expect(applyCircleArc(arc, x)).toBeCloseTo(y, 8)
  })

  test('the symmetric one is the same arc from Y to X', () => {
    const turn = ({ x, y }: { x: number; y: number }) => ({ x: y, y: x })
    const there = fitCircleArc(points, 'symmetric')
    const back = fitCircleArc(
      { low: turn(points.low), middle: turn(points.middle), high: turn(points.high) },
      'symmetric',
    )
    for (const score of [12, 25, 40, 60])
      expect(applyCircleArc(back, applyCircleArc(there, score))).toBeCloseTo(score, 7)
  })

  test('a middle on the line leaves the line, and outside the ends there is only the line', () => {
    const straight = fitCircleArc(
      { low: { x: 0, y: 0 }, middle: { x: 5, y: 10 }, high: { x: 10, y: 20 } },
      'simplified',
    )
    expect(straight.circle).toBeNull()
    expect(applyCircleArc(straight, 3)).toBeCloseTo(6, 12)
    const bent = fitCircleArc(
      { low: { x: 2, y: 0 }, middle: { x: 5, y: 7 }, high: { x: 12, y: 10 } },
      'simplified',
    )
    expect(applyCircleArc(bent, 1)).toBeCloseTo(-1, 12)
    expect(applyCircleArc(bent, 13)).toBeCloseTo(11, 12)
  })

  test('never falls for means as near as parallel forms have them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.integer({ min: 20, max: 45 }),
        (harder, mean) => {
          const ends = { low: { x: 0, y: 0 }, high: { x: 65, y: 65 } }
          const arc = fitCircleArc({ ...ends, middle: { x: mean, y: mean + harder } }, 'simplified')
          for (let score = 1; score <= 65; score++)
            expect(applyCircleArc(arc, score)).toBeGreaterThan(applyCircleArc(arc, score - 1))
        },
      ),
    )
  })

  test('refuses points out of order, and a middle too far from the line', () => {
    expect(() => fitCircleArc({ ...points, middle: { x: 70, y: 30 } }, 'simplified')).toThrow(RangeError)
    const far = { low: { x: 0, y: 0 }, middle: { x: 5, y: 40 }, high: { x: 10, y: 10 } }
    expect(() => fitCircleArc(far, 'simplified')).toThrow(RangeError)
    expect(() => fitCircleArc(far, 'symmetric')).toThrow(RangeError)
  })
})
