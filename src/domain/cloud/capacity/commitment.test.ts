import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CommitmentPlan, commitmentOutcome } from './commitment.ts'

const plan: CommitmentPlan = {
  onDemandPerHour: 0.1,
  committedPerHour: 0.06,
  load: [
    { hours: 500, instances: 4 },
    { hours: 230, instances: 10 },
  ],
}

describe('a commitment', () => {
  test('is paid for every hour, and the rest on demand', () => {
    const { onDemandCost, asked } = commitmentOutcome({ ...plan, committed: 6 })
    expect(onDemandCost).toBeCloseTo(500 * 0.4 + 230 * 1, 10)
    expect(asked?.cost).toBeCloseTo(730 * 6 * 0.06 + 230 * 4 * 0.1, 10)
    expect(commitmentOutcome(plan).asked).toBeNull()
  })

  test('is best at the level that runs for longer than the break-even share', () => {
    const { best, breakEvenShare } = commitmentOutcome(plan)
    expect(breakEvenShare).toBeCloseTo(0.6, 12)
    expect(best.committed).toBe(4)
    const steadier = {
      ...plan,
      load: [
        { hours: 230, instances: 4 },
        { hours: 500, instances: 10 },
      ],
    }
    expect(commitmentOutcome(steadier).best.committed).toBe(10)
  })

  test('that costs as much as on demand is not worth making', () => {
    const dear = commitmentOutcome({ ...plan, committedPerHour: 0.1 })
    expect(dear.best.committed).toBe(0)
    expect(dear.breakEvenShare).toBe(1)
  })

  test('pays its upfront price over the hours of the load', () => {
    const outcome = commitmentOutcome({ ...plan, committedPerHour: 0, upfront: 43.8, committed: 4 })
    expect(outcome.breakEvenShare).toBeCloseTo(0.6, 12)
    expect(outcome.asked?.cost).toBeCloseTo(4 * 43.8 + 230 * 6 * 0.1, 10)
  })

  test('of nothing, or of parts of instances, is refused', () => {
    expect(() => commitmentOutcome({ ...plan, onDemandPerHour: 0 })).toThrow(/onDemandPerHour/)
    expect(() => commitmentOutcome({ ...plan, load: [{ hours: 0, instances: 1 }] })).toThrow(
      /hours of the load/,
    )
    expect(() => commitmentOutcome({ ...plan, load: [{ hours: 1, instances: 1.5 }] })).toThrow(/instances/)
    expect(() => commitmentOutcome({ ...plan, committed: -1 })).toThrow(/committed/)
  })

  test('found best is not beaten by any other number', () => {
    const load = fc.array(fc.record({ hours: fc.integer({ min: 1, max: 700 }), instances: fc.nat(20) }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(load, fc.integer({ min: 0, max: 120 }), fc.nat(25), (given, price, committed) => {
        const own = { onDemandPerHour: 1, committedPerHour: price / 100, load: given, committed }
        const { best, asked } = commitmentOutcome(own)
        expect(best.cost).toBeLessThanOrEqual(asked!.cost + 1e-9)
      }),
    )
  })
})
