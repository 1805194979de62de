import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { type FunctionLoad, functionConcurrency } from './lambda.ts'

const concurrency = (load: FunctionLoad) => functionConcurrency(load, values)

describe('concurrency', () => {
  test.each([
    [100, 500, 50],
    [100, 1000, 100],
    [7, 300, 3],
    [1000, 20, 100],
    [0, 500, 0],
  ])('of %i requests per second that take %i ms is %i', (requestsPerSecond, averageDurationMs, needed) => {
    expect(concurrency({ requestsPerSecond, averageDurationMs }).needed).toBe(needed)
  })

  test('is not raised by errors of rounding', () => {
    expect(concurrency({ requestsPerSecond: 3, averageDurationMs: 1100 }).needed).toBe(4)
    expect(concurrency({ requestsPerSecond: 10, averageDurationMs: 700 }).needed).toBe(7)
  })

  test('that is reserved comes out of the pool and caps the function', () => {
    const load = { requestsPerSecond: 400, averageDurationMs: 1000 }
    expect(concurrency({ ...load, reserved: 300 })).toEqual({
      needed: 400,
      available: 300,
      reservable: 900,
      reservationFits: true,
      throttledPerSecond: 100,
      rampSeconds: 0,
    })
    expect(concurrency({ ...load, reserved: 901 }).reservationFits).toBe(false)
    expect(concurrency({ ...load, reserved: 0 }).throttledPerSecond).toBe(400)
  })

  test('without a reservation is what others leave', () => {
    const load = { requestsPerSecond: 400, averageDurationMs: 1000, reservedByOthers: 500, usedByOthers: 200 }
    expect(concurrency(load)).toMatchObject({ available: 300, reservable: 400, throttledPerSecond: 100 })
    expect(concurrency({ ...load, accountConcurrency: 3000 })).toMatchObject({
      available: 2300,
      throttledPerSecond: 0,
    })
  })

  test('grows by a thousand every ten seconds', () => {
    const load = { requestsPerSecond: 5000, averageDurationMs: 1000, accountConcurrency: 10_000 }
    expect(concurrency(load).rampSeconds).toBe(40)
    expect(concurrency({ ...load, running: 3500 }).rampSeconds).toBe(10)
    expect(concurrency({ ...load, running: 4000 }).rampSeconds).toBe(0)
  })

  test('of impossible loads is refused', () => {
    expect(() => concurrency({ requestsPerSecond: 1, averageDurationMs: 0 })).toThrow(/averageDurationMs/)
    expect(() => concurrency({ requestsPerSecond: -1, averageDurationMs: 1 })).toThrow(/requestsPerSecond/)
    expect(() => concurrency({ requestsPerSecond: 1, averageDurationMs: 1, reserved: 1.5 })).toThrow(
      /reserved/,
    )
  })

  test('and throttling never fall under more load, and throttling is a part of the load', () => {
    const load = fc.record({
      requestsPerSecond: fc.integer({ min: 0, max: 20_000 }),
      averageDurationMs: fc.integer({ min: 1, max: 5000 }),
      reserved: fc.option(fc.nat(900), { nil: undefined }),
    })
    fc.assert(
      fc.property(load, fc.nat(1000), ({ reserved, ...given }, more) => {
        const own = reserved === undefined ? {} : { reserved }
        const base = concurrency({ ...given, ...own })
        const busier = concurrency({ ...given, ...own, requestsPerSecond: given.requestsPerSecond + more })
        const slower = concurrency({ ...given, ...own, averageDurationMs: given.averageDurationMs + more })
        for (const other of [busier, slower]) {
          expect(other.needed).toBeGreaterThanOrEqual(base.needed)
          expect(other.throttledPerSecond).toBeGreaterThanOrEqual(base.throttledPerSecond - 1e-6)
        }
        expect(base.throttledPerSecond).toBeGreaterThanOrEqual(0)
        expect(base.throttledPerSecond).toBeLessThanOrEqual(given.requestsPerSecond)
      }),
    )
  })
})
