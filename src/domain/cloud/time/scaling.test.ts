import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values as facts } from '../facts.fixture.ts'
import { readShape } from '../shape.ts'
import { type ScalingRun, scalingRunShape, simulateScaling } from './scaling.ts'
import type { ScalingPolicy, SimplePolicy, StepPolicy } from './scaling-policy.ts'

const group = { minimum: 1, maximum: 20, desired: 10 }
const desiredOf = (run: Omit<ScalingRun, keyof typeof group> & Partial<typeof group>) =>
  simulateScaling({ ...group, ...run }, facts).points.map(({ desired }) => desired)

const out: StepPolicy = {
  kind: 'step',
  direction: 'out',
  threshold: 50,
  adjustmentType: 'PercentChangeInCapacity',
  steps: [
    { lower: 0, upper: 10, amount: 0 },
    { lower: 10, upper: 20, amount: 10 },
    { lower: 20, upper: null, amount: 30 },
  ],
}
const back: StepPolicy = {
  ...out,
  direction: 'in',
  steps: [
    { lower: -10, upper: 0, amount: 0 },
    { lower: -20, upper: -10, amount: -10 },
    { lower: null, upper: -20, amount: -30 },
  ],
}

// Amazon EC2 Auto Scaling user guide, Step adjustments (10 to 11 to 14 to 13 to 10) and Instance warm-up (11, 11, 13).
describe('the documented group of ten with step policies', () => {
  test('grows by 10 and 30 percent and shrinks by the same, rounded down', () => {
    expect(desiredOf({ policies: [out, back], values: [55, 60, 70, 40, 30] })).toEqual([10, 11, 14, 13, 10])
  })

  test('adds nothing twice while an instance warms up, and only the difference when the breach grows', () => {
    expect(desiredOf({ policies: [out], values: [60, 62, 70], warmup: 600 })).toEqual([11, 11, 13])
  })

  test('removes nothing while an instance warms up', () => {
    expect(desiredOf({ policies: [out, back], values: [60, 30, 30], warmup: 100 })).toEqual([11, 11, 8])
  })
})

describe('a simple policy', () => {
  const simple: SimplePolicy = {
    kind: 'simple',
    direction: 'out',
    threshold: 80,
    adjustmentType: 'ChangeInCapacity',
    amount: 2,
  }

  test('waits for the default cooldown of five minutes', () => {
    expect(desiredOf({ policies: [simple], values: [90, 90, 90, 90, 90, 90, 90] })).toEqual([
      12, 12, 12, 12, 12, 14, 14,
    ])
  })

  test('waits for its own cooldown, and needs its periods in a row', () => {
    expect(desiredOf({ policies: [{ ...simple, cooldown: 60 }], values: [90, 90, 90] })).toEqual([12, 14, 16])
    expect(desiredOf({ policies: [{ ...simple, periods: 2 }], values: [90, 10, 90, 90] })).toEqual([
      10, 10, 10, 12,
    ])
  })

  test('holds no step policy back', () => {
    expect(desiredOf({ policies: [simple, out], values: [90, 90] })).toEqual([13, 16])
  })
})

describe('target tracking', () => {
  const target: ScalingPolicy = { kind: 'target', target: 50 }

  test('is proportional, rounds growth up and removal down', () => {
    expect(desiredOf({ desired: 2, policies: [target], values: [100] })).toEqual([4])
    expect(desiredOf({ desired: 3, policies: [target], values: [75] })).toEqual([5])
    expect(desiredOf({ desired: 3, policies: [target], values: [25] })).toEqual([2])
    expect(desiredOf({ desired: 10, policies: [target], values: [49] })).toEqual([10])
  })

  test('settles on a steady load', () => {
    const { points } = simulateScaling(
      { ...group, desired: 2, policies: [target], load: [400, 400, 400], warmup: 60 },
      facts,
    )
    expect(points).toEqual([
      { at: 60, metric: 200, inService: 2, desired: 8 },
      { at: 120, metric: 50, inService: 8, desired: 8 },
      { at: 180, metric: 50, inService: 8, desired: 8 },
    ])
  })

  test('scales in only as far as every policy allows, out for any', () => {
    const policies = [target, { kind: 'target', target: 20 } as const]
    expect(desiredOf({ policies, values: [30] })).toEqual([15])
    expect(desiredOf({ policies, values: [10] })).toEqual([5])
    expect(
      desiredOf({ policies: [target, { kind: 'target', target: 40, scaleInPeriods: 2 }], values: [20, 20] }),
    ).toEqual([10, 5])
  })

  test('leaves removal out when told to, and waits for its periods', () => {
    expect(desiredOf({ policies: [{ ...target, scaleIn: false }], values: [5] })).toEqual([10])
    expect(desiredOf({ policies: [{ ...target, scaleInPeriods: 3 }], values: [25, 25, 25] })).toEqual([
      10, 10, 5,
    ])
  })
})

describe('a run', () => {
  test('tells what it does and why', () => {
    const { trail } = simulateScaling({ ...group, policies: [out], values: [50, 75] }, facts)
    expect(trail).toEqual([
      { at: 120, text: 'Desired capacity goes from 10 to 13: step scaling out at 50 with the metric at 75.' },
    ])
  })

  test('needs one series and limits in order', () => {
    const policies = [out]
    expect(() => desiredOf({ policies })).toThrow(/either values or load/)
    expect(() => desiredOf({ policies, values: [1], load: [1] })).toThrow(/either values or load/)
    expect(() => desiredOf({ policies, values: [1], desired: 30 })).toThrow(/maximum/)
    expect(() => desiredOf({ policies, values: [1], minimum: 11 })).toThrow(/desired/)
    expect(() => desiredOf({ policies, values: [1], period: 0 })).toThrow(/period/)
    const faulty = { ...group, policies: [{ kind: 'predictive' }, { ...out, steps: [{ lower: 'a' }] }] }
    expect(readShape(scalingRunShape, faulty).ok).toBe(false)
    expect(readShape(scalingRunShape, { ...group, policies: [out, back], values: [1] }).ok).toBe(true)
  })

  test('stays within its limits, and a higher trace never ends lower under target tracking', () => {
    const trace = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 30 })
    const policy: ScalingPolicy = { kind: 'target', target: 50, scaleIn: false }
    fc.assert(
      fc.property(trace, fc.nat(300), (list, warmup) => {
        const low = desiredOf({ policies: [policy], values: list, warmup })
        const high = desiredOf({ policies: [policy], values: list.map((value) => value + 10), warmup })
        for (const [index, desired] of low.entries()) {
          expect(desired).toBeGreaterThanOrEqual(group.minimum)
          expect(desired).toBeLessThanOrEqual(group.maximum)
          expect(high[index]).toBeGreaterThanOrEqual(desired)
        }
      }),
    )
  })
})
