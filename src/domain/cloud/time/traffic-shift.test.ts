import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readShape } from '../shape.ts'
import { type ShiftPlan, shiftSteps, simulateTrafficShift, trafficShiftShape } from './traffic-shift.ts'

const canary: ShiftPlan = { kind: 'canary', percent: 10, minutes: 5 }
const linear: ShiftPlan = { kind: 'linear', percent: 10, minutes: 1 }

// AWS CodeDeploy user guide, predefined deployment configurations.
describe('steps of a plan', () => {
  test.each<[string, ShiftPlan, number, number]>([
    ['AllAtOnce', { kind: 'all-at-once' }, 1, 0],
    ['Canary10Percent5Minutes', canary, 2, 5],
    ['Canary10Percent30Minutes', { ...canary, minutes: 30 }, 2, 30],
    ['Linear10PercentEvery1Minute', linear, 10, 9],
    ['Linear10PercentEvery10Minutes', { ...linear, minutes: 10 }, 10, 90],
    ['linear 30 percent', { kind: 'linear', percent: 30, minutes: 2 }, 4, 6],
  ])('%s: all traffic is moved after its waits', (_, plan, count, minutes) => {
    const steps = shiftSteps(plan)
    expect(steps).toHaveLength(count)
    expect(steps.at(-1)).toEqual({ at: minutes, percent: 100 })
  })

  test('cannot be nothing, everything at first, or without waiting', () => {
    expect(() => shiftSteps({ ...canary, percent: 100 })).toThrow(/percent/)
    expect(() => shiftSteps({ ...linear, percent: 0 })).toThrow(/percent/)
    expect(() => shiftSteps({ ...canary, minutes: 0 })).toThrow(/minutes/)
  })
})

describe('a deployment', () => {
  test('succeeds after its shift and its bake time', () => {
    const outcome = simulateTrafficShift({ plan: canary, bakeMinutes: 10, requestsPerMinute: 100 })
    expect(outcome).toMatchObject({ result: 'succeeded', shiftMinutes: 5, endsAt: 15, requestsToNew: 1050 })
    expect(outcome.trail.map(({ text }) => text)).toEqual([
      '10 percent of the traffic goes to the new version.',
      '100 percent of the traffic goes to the new version.',
      'The deployment succeeds and the old version can go.',
    ])
  })

  test('is rolled back by an alarm, having exposed only the canary', () => {
    const outcome = simulateTrafficShift({ plan: canary, requestsPerMinute: 1000, alarmAt: 4 })
    expect(outcome).toMatchObject({ result: 'rolled-back', endsAt: 4, requestsToNew: 400 })
    expect(outcome.steps).toEqual([{ at: 0, percent: 10 }])
  })

  test('exposes more the faster it is', () => {
    const exposed = (plan: ShiftPlan) =>
      simulateTrafficShift({ plan, bakeMinutes: 30, requestsPerMinute: 100, alarmAt: 3 }).requestsToNew
    expect(exposed({ kind: 'all-at-once' })).toBe(300)
    expect(exposed(linear)).toBe(60)
    expect(exposed(canary)).toBe(30)
  })

  test('ignores an alarm after its end', () => {
    expect(simulateTrafficShift({ plan: canary, bakeMinutes: 1, alarmAt: 7 }).result).toBe('succeeded')
    expect(simulateTrafficShift({ plan: canary, bakeMinutes: 1, alarmAt: 6 }).result).toBe('rolled-back')
  })

  test('has a form', () => {
    expect(readShape(trafficShiftShape, { plan: canary }).ok).toBe(true)
    expect(readShape(trafficShiftShape, { plan: { kind: 'all-at-once', percent: 5 } }).ok).toBe(false)
    expect(readShape(trafficShiftShape, { plan: { kind: 'blue' } }).ok).toBe(false)
    expect(() => simulateTrafficShift({ plan: canary, bakeMinutes: -1 })).toThrow(RangeError)
  })

  test('never takes traffic back without an alarm, and ends at 100 percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 30 }), (percent, minutes) => {
        const { steps } = simulateTrafficShift({ plan: { kind: 'linear', percent, minutes } })
        expect(steps.every((step, index) => index === 0 || step.percent > steps[index - 1]!.percent)).toBe(
          true,
        )
        expect(steps.at(-1)?.percent).toBe(100)
      }),
    )
  })
})
