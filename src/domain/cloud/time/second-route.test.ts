import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { type DataPoint, judgeRange } from './alarm.ts'
import { simulateCpuCredits } from './cpu-credits.ts'
import { simulateEdgeCache } from './edge-cache.ts'
import { simulateThrottling } from './function-throttling.ts'
import { simulateLifecycle } from './object-lifecycle.ts'
import { simulateQueue } from './queue.ts'
import { simulateThrottle } from './token-bucket.ts'

/** What a model says is found a second way: by the minute, by enumeration, or by a formula. */
describe('a second route to the same answer', () => {
  test('CPU credits, kept minute by minute', () => {
    const segment = fc.record({
      hours: fc.integer({ min: 1, max: 30 }),
      utilization: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 5 }), (load) => {
        const run = { vcpus: 2, baseline: 20, mode: 'unlimited' as const, load }
        const { states, limit, perHour } = simulateCpuCredits(run, values)
        let [balance, surplus, charged] = [0, 0, 0]
        for (const { hours, utilization } of load)
          for (let minute = 0; minute < hours * 60; minute++) {
            let change = perHour / 60 - (2 * utilization) / 100
            const paid = Math.min(surplus, Math.max(0, change))
            surplus -= paid
            change -= paid
            balance = Math.min(limit, balance + change)
            if (balance >= 0) continue
            surplus -= balance
            balance = 0
            charged += Math.max(0, surplus - limit)
            surplus = Math.min(limit, surplus)
          }
        const last = states.at(-1)!
        expect(last.balance).toBeCloseTo(balance, 6)
        expect(last.surplus).toBeCloseTo(surplus, 6)
        expect(last.charged).toBeCloseTo(charged, 6)
      }),
      { numRuns: 40 },
    )
  })

  test('an alarm whose missing points are tried both ways', () => {
    const point = fc.constantFrom<DataPoint>('X', '0', '-')
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 1, max: 3 }),
        (range, needed) => {
          const judge = (treatment: 'missing' | 'ignore' | 'breaching' | 'notBreaching') =>
            judgeRange(range, { periods: 3, needed, treatment, current: 'INSUFFICIENT_DATA' }).state
          const [worst, best] = [judge('breaching'), judge('notBreaching')]
          if (worst === best) expect(judge('missing') === best || !range.includes('0')).toBe(true)
          if (best === 'ALARM') expect([judge('missing'), judge('ignore')]).toEqual(['ALARM', 'ALARM'])
          if (worst === 'OK') expect([judge('missing'), judge('ignore')]).toEqual(['OK', 'OK'])
        },
      ),
    )
  })

  test('a token bucket, refilled in hundredths of a second', () => {
    const arrivals = fc
      .array(fc.record({ at: fc.nat(20), count: fc.nat(15) }), { maxLength: 10 })
      .map((list) => [...list].sort((left, right) => left.at - right.at))
    fc.assert(
      fc.property(
        arrivals,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 20 }),
        (list, rate, burst) => {
          let [tokens, accepted, next] = [burst * 100, 0, 0]
          for (let tick = 0; tick <= 2_000; tick++) {
            if (tick > 0) tokens = Math.min(burst * 100, tokens + rate)
            for (; next < list.length && list[next]!.at * 100 === tick; next++) {
              const taken = Math.min(list[next]!.count, Math.floor(tokens / 100))
              tokens -= taken * 100
              accepted += taken
            }
          }
          const limits = [{ name: 'stage', rate, burst }]
          expect(simulateThrottle({ limits, arrivals: list }).accepted).toBe(accepted)
        },
      ),
    )
  })

  test('a cache that never expires misses once for each key', () => {
    const request = fc.record({ at: fc.nat(100), path: fc.constantFrom('/a', '/b', '/c') })
    fc.assert(
      fc.property(fc.array(request), (list) => {
        const requests = [...list].sort((left, right) => left.at - right.at)
        const outcome = simulateEdgeCache({ policy: { defaultTtl: 1000 }, requests }, values)
        expect(outcome.originRequests).toBe(new Set(list.map(({ path }) => path)).size)
      }),
    )
  })

  test('a function that is asked once a second, by its mean concurrency', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 10 }), (count, seconds) => {
        const arrivals = Array.from({ length: 30 }, (_, at) => ({ at, function: 'f', count }))
        const [outcome] = simulateThrottling(
          { functions: [{ name: 'f', seconds }], arrivals },
          values,
        ).functions
        expect(outcome).toMatchObject({ peak: count * seconds, coldStarts: count * seconds, throttled: 0 })
      }),
    )
  })

  test('an object that is put once, by the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(200),
        (expire, keep, day) => {
          const rules = [{ id: 'r', expireAfterDays: expire, noncurrentExpiration: { days: keep } }]
          const run = {
            versioning: 'enabled' as const,
            rules,
            operations: [{ day: 0, op: 'put' as const, key: 'a' }],
            days: [day],
          }
          const kinds = simulateLifecycle(run, values).days[0]!.versions.map(({ kind }) => kind)
          const marked = expire + 1
          const deleted = marked + keep + 1
          const cleared = Math.max(marked + expire + 1, deleted + 1)
          const expected = [
            ...(day >= marked && day < cleared ? ['delete-marker'] : []),
            ...(day < deleted ? ['object'] : []),
          ]
          expect(kinds).toEqual(expected)
        },
      ),
    )
  })

  test('a queue that one consumer empties, by the length of the line', () => {
    const times = fc
      .array(fc.nat(100), { minLength: 1, maxLength: 12 })
      .map((list) => [...list].sort((a, b) => a - b))
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 30 }), (list, seconds) => {
        const messages = list.map((at, index) => ({ id: `m${index}`, at }))
        const end = list.reduce((free, at) => Math.max(free, at) + seconds, 0)
        const outcome = simulateQueue({ messages, seconds }, values)
        expect(outcome).toMatchObject({
          endedAt: end,
          receives: list.length,
          counts: { deleted: list.length },
        })
      }),
    )
  })
})
