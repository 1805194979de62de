import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readShape } from '../shape.ts'
import { type Arrival, refill, simulateThrottle, throttleRunShape } from './token-bucket.ts'

const stage = { name: 'stage', rate: 10, burst: 20 }
const run = (arrivals: readonly Arrival[], limits = [stage]) => simulateThrottle({ limits, arrivals })

describe('a token bucket', () => {
  test('starts full, so a first burst passes whole', () => {
    expect(run([{ at: 0, count: 20 }])).toMatchObject({ accepted: 20, throttled: 0, trail: [] })
    expect(run([{ at: 0, count: 25 }])).toMatchObject({ accepted: 20, throttled: 5 })
  })

  test('fills by the rate and not above the burst', () => {
    expect(refill(stage, 0, 1.5)).toBe(15)
    expect(refill(stage, 0, 60)).toBe(20)
    const after = run([
      { at: 0, count: 20 },
      { at: 1, count: 15 },
      { at: 100, count: 30 },
    ])
    expect(after.outcomes.map(({ accepted }) => accepted)).toEqual([20, 10, 20])
  })

  test('lets the rate through for ever', () => {
    const steady = Array.from({ length: 50 }, (_, second) => ({ at: second, count: 10 }))
    expect(run(steady).throttled).toBe(0)
    const double = Array.from({ length: 50 }, (_, second) => ({ at: second, count: 20 }))
    expect(run(double).accepted).toBe(20 + 49 * 10)
  })

  test('is not robbed of a token by rounding', () => {
    const tenths = Array.from({ length: 100 }, (_, index) => ({ at: index / 10 }))
    expect(run(tenths, [{ name: 'plan', rate: 10, burst: 1 }]).throttled).toBe(0)
  })
})

describe('several limits', () => {
  const plan = { name: 'usage plan', rate: 5, burst: 8 }

  test('let through what the tightest one has, and name it', () => {
    const outcome = run([{ at: 0, count: 12 }], [plan, stage])
    expect(outcome.outcomes[0]).toEqual({ at: 0, accepted: 8, throttled: 4, throttledBy: 'usage plan' })
    expect(outcome.trail).toEqual([
      { at: 0, text: '4 requests of 12 throttled by usage plan: its bucket held 8.' },
    ])
    expect(outcome.tokens).toEqual({ 'usage plan': 0, stage: 12 })
  })

  test('charge no token for a throttled request', () => {
    const outcome = run([{ at: 0, count: 100 }], [plan, stage])
    expect(outcome.tokens.stage).toBe(12)
  })
})

describe('a run that cannot be', () => {
  test('has arrivals out of order, parts of requests or no rate', () => {
    expect(() => run([{ at: 1 }, { at: 0 }])).toThrow(/at must be at least 1/)
    expect(() => run([{ at: 0, count: 1.5 }])).toThrow(RangeError)
    expect(() => run([{ at: 0 }], [{ ...stage, rate: 0 }])).toThrow(/rate/)
    expect(() => run([{ at: 0 }], [{ ...stage, burst: 0 }])).toThrow(/burst/)
  })

  test('has no limits or a misspelt member', () => {
    expect(readShape(throttleRunShape, { limits: [], arrivals: [] }).ok).toBe(false)
    expect(readShape(throttleRunShape, { limits: [stage], arrivals: [{ when: 1 }] }).ok).toBe(false)
  })
})

describe('properties of throttling', () => {
  const arrivals = fc
    .array(fc.record({ at: fc.integer({ min: 0, max: 30 }), count: fc.nat(60) }), { maxLength: 20 })
    .map((list) => [...list].sort((left, right) => left.at - right.at))

  test('every request is accepted or throttled, and never more than burst + rate * time', () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        const outcome = run(list)
        expect(outcome.accepted + outcome.throttled).toBe(list.reduce((sum, { count }) => sum + count, 0))
        expect(outcome.accepted).toBeLessThanOrEqual(stage.burst + stage.rate * (list.at(-1)?.at ?? 0))
      }),
    )
  })

  test('a larger burst or rate accepts no less', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(10), fc.nat(10), (list, rate, burst) => {
        const larger = run(list, [{ ...stage, rate: stage.rate + rate, burst: stage.burst + burst }])
        expect(larger.accepted).toBeGreaterThanOrEqual(run(list).accepted)
      }),
    )
  })
})
