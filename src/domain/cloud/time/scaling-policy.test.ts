import { describe, expect, test } from 'vitest'
import { readShape } from '../shape.ts'
import {
  nextStreaks,
  propose,
  type ScalingPolicy,
  scalingPolicyShape,
  targetCapacity,
} from './scaling-policy.ts'

const target: ScalingPolicy = { kind: 'target', target: 50 }
const simple: ScalingPolicy = {
  kind: 'simple',
  direction: 'in',
  threshold: 20,
  adjustmentType: 'ExactCapacity',
  amount: 3,
  cooldown: 120,
}
const calm = { high: 0, low: 0 }
const group = { warm: 6, desired: 8 }

describe('streaks', () => {
  test('grow while the metric stays on its side and start anew when it leaves', () => {
    const one = nextStreaks(target, 60, calm)
    expect(nextStreaks(target, 70, one)).toEqual({ high: 2, low: 0 })
    expect(nextStreaks(target, 50, one)).toEqual({ high: 0, low: 0 })
    expect(nextStreaks(target, 40, one)).toEqual({ high: 0, low: 1 })
  })

  test('of an alarm include its threshold', () => {
    expect(nextStreaks(simple, 20, calm)).toEqual({ high: 1, low: 1 })
  })
})

describe('a proposal', () => {
  test('reckons growth from warm instances, never below what is already wanted', () => {
    const at = (metric: number) => propose(target, { metric, streaks: { high: 1, low: 0 }, group })?.to
    expect(at(100)).toBe(12)
    expect(at(55)).toBe(8)
  })

  test('holds where a target policy is not ready to remove instances', () => {
    expect(propose(target, { metric: 50, streaks: calm, group })?.to).toBe(8)
    expect(propose({ ...target, scaleIn: false }, { metric: 50, streaks: calm, group })).toBe(null)
  })

  test('of a simple policy carries its cooldown', () => {
    const reading = { metric: 10, streaks: { high: 0, low: 1 }, group }
    expect(propose(simple, reading)).toEqual({
      kind: 'simple',
      to: 3,
      cooldown: 120,
      reason: 'simple scaling in at 20 with the metric at 10',
    })
    expect(propose(simple, { ...reading, streaks: calm })).toBe(null)
  })

  test('of a step policy needs a step', () => {
    const steps = [{ lower: 10, upper: null, amount: 1 }]
    const step: ScalingPolicy = {
      kind: 'step',
      direction: 'out',
      threshold: 50,
      adjustmentType: 'ChangeInCapacity',
      steps,
    }
    const streaks = { high: 1, low: 0 }
    expect(propose(step, { metric: 55, streaks, group })).toBe(null)
    expect(propose(step, { metric: 60, streaks, group: { warm: 8, desired: 8 } })?.to).toBe(9)
  })
})

test('the capacity for a target is not raised by errors of rounding', () => {
  expect(targetCapacity(3, 0.7, 0.7)).toBe(3)
  expect(targetCapacity(10, 75, 50)).toBe(15)
  expect(targetCapacity(3, 51, 50)).toBe(4)
})

test('a policy has a form of its kind', () => {
  expect(readShape(scalingPolicyShape, target).ok).toBe(true)
  expect(readShape(scalingPolicyShape, { ...target, amount: 1 }).ok).toBe(false)
  expect(readShape(scalingPolicyShape, { ...simple, direction: 'up' }).ok).toBe(false)
})
