import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakEven, type Offer } from './break-even.ts'

const offer = (name: string, fixed: number, perUnit: number): Offer => ({ name, fixed, perUnit })

describe('two offers', () => {
  test('cost the same where the saving by unit has paid for the fixed part', () => {
    const outcome = breakEven({ left: offer('pay as you go', 0, 2), right: offer('flat', 100, 1) })
    expect(outcome).toEqual({ units: 100, cheaperBelow: 'pay as you go', cheaperAbove: 'flat' })
  })

  test('of which one is never dearer have no such point', () => {
    expect(breakEven({ left: offer('a', 1, 1), right: offer('b', 2, 2) })).toEqual({
      units: null,
      cheaperBelow: 'a',
      cheaperAbove: 'a',
    })
    expect(breakEven({ left: offer('a', 5, 1), right: offer('b', 2, 1) }).cheaperBelow).toBe('b')
    expect(breakEven({ left: offer('a', 1, 1), right: offer('b', 1, 1) })).toEqual({
      units: null,
      cheaperBelow: null,
      cheaperAbove: null,
    })
    expect(breakEven({ left: offer('a', 1, 1), right: offer('b', 1, 2) }).cheaperAbove).toBe('a')
  })

  test('of negative cost are refused', () => {
    expect(() => breakEven({ left: offer('a', -1, 1), right: offer('b', 1, 1) })).toThrow(/fixed of a/)
    expect(() => breakEven({ left: offer('a', 1, 1), right: offer('b', 1, -1) })).toThrow(/perUnit of b/)
  })

  test('are cheaper on the sides that are told', () => {
    const some = fc.record({ fixed: fc.nat(100), perUnit: fc.nat(20) })
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [left, right] = [
          offer('left', one.fixed, one.perUnit),
          offer('right', other.fixed, other.perUnit),
        ]
        const { units, cheaperBelow, cheaperAbove } = breakEven({ left, right })
        fc.pre(units !== null)
        const winner = (used: number) =>
          left.fixed + left.perUnit * used < right.fixed + right.perUnit * used ? 'left' : 'right'
        expect([winner(units! / 2), winner(units! * 2)]).toEqual([cheaperBelow, cheaperAbove])
      }),
    )
  })
})
