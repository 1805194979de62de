import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjustCapacity, roundAdjustment, stepAmount } from './capacity-adjustment.ts'

// Amazon EC2 Auto Scaling user guide, Scaling adjustment types: the rounding examples.
test.each([
  [12.7, 12],
  [0.67, 1],
  [-0.58, -1],
  [-6.67, -6],
  [3, 3],
  [0, 0],
])('%d instances are rounded to %i', (instances, rounded) => {
  expect(roundAdjustment(instances)).toBe(rounded)
})

describe('an adjustment', () => {
  test('adds, sets or takes a share', () => {
    expect(adjustCapacity(3, { type: 'ChangeInCapacity', amount: 5 })).toBe(8)
    expect(adjustCapacity(3, { type: 'ExactCapacity', amount: 5 })).toBe(5)
    expect(adjustCapacity(10, { type: 'PercentChangeInCapacity', amount: 10 })).toBe(11)
    expect(adjustCapacity(14, { type: 'PercentChangeInCapacity', amount: -10 })).toBe(13)
  })

  test('of a small share moves at least the minimum, in its direction', () => {
    const share = { type: 'PercentChangeInCapacity', minimumMagnitude: 2 } as const
    expect(adjustCapacity(4, { ...share, amount: 25 })).toBe(6)
    expect(adjustCapacity(4, { ...share, amount: -25 })).toBe(2)
  })

  test('by a positive share never shrinks a group', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 300 }), (capacity, amount) => {
        const next = adjustCapacity(capacity, { type: 'PercentChangeInCapacity', amount })
        expect(next).toBeGreaterThanOrEqual(capacity)
        expect(next - capacity).toBeLessThanOrEqual(Math.max(1, (capacity * amount) / 100))
      }),
    )
  })
})

// Same guide, Step adjustments: threshold 50, out at 60 and 70, in at 40 and 30.
describe('steps', () => {
  const out = [
    { lower: 0, upper: 10, amount: 0 },
    { lower: 10, upper: 20, amount: 10 },
    { lower: 20, upper: null, amount: 30 },
  ]
  const back = [
    { lower: -10, upper: 0, amount: 0 },
    { lower: -20, upper: -10, amount: -10 },
    { lower: null, upper: -20, amount: -30 },
  ]

  test.each([
    [9.9, 0],
    [10, 10],
    [19, 10],
    [20, 30],
    [500, 30],
  ])('above the threshold include their lower bound: %d', (breach, amount) => {
    expect(stepAmount(out, breach)).toBe(amount)
  })

  test.each([
    [-9.9, 0],
    [-10, -10],
    [-20, -30],
    [-90, -30],
  ])('below the threshold include their upper bound: %d', (breach, amount) => {
    expect(stepAmount(back, breach)).toBe(amount)
  })

  test('that leave a breach out ask for nothing', () => {
    expect(stepAmount([{ lower: 5, upper: 10, amount: 1 }], 2)).toBe(null)
    expect(stepAmount([], 2)).toBe(null)
  })
})
