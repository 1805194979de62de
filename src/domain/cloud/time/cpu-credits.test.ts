import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { readShape } from '../shape.ts'
import { type CpuCreditRun, cpuCreditRunShape, creditsPerHour, simulateCpuCredits } from './cpu-credits.ts'

const run = (given: CpuCreditRun) => simulateCpuCredits(given, values)
const nano = { vcpus: 2, baseline: 5 }
const segment = (hours: number, utilization: number) => ({ hours, utilization })

// Amazon EC2 user guide, table of CPU credits earned per hour.
test.each([
  [1, 5, 3],
  [2, 5, 6],
  [2, 10, 12],
  [2, 30, 36],
  [4, 22.5, 54],
  [8, 17, 81.6],
  [8, 40, 192],
])('%d vCPUs at a baseline of %d percent earn %d credits an hour', (vcpus, baseline, earned) => {
  expect(creditsPerHour(vcpus, baseline)).toBeCloseTo(earned, 10)
})

// Amazon EC2 user guide, Standard mode examples and Unlimited mode examples (t3.nano, seven and six periods).
describe('the documented week of a small instance', () => {
  const common = [segment(24, 0), segment(12, 2.5), segment(24, 7), segment(12, 2.5)]

  test('standard: fills, plateaus, is spent, and falls to the baseline', () => {
    const load = [...common, segment(2, 60), segment(14, 5), segment(24, 0)]
    const { states, limit, trail } = run({ ...nano, mode: 'standard', load })
    expect(limit).toBe(144)
    const balances = states.map(({ balance }) => Number(balance.toFixed(1)))
    expect(balances).toEqual([144, 144, 86.4, 122.4, 0, 0, 144])
    expect(trail.some(({ text }) => text.includes('discarded'))).toBe(true)
  })

  test('unlimited: surplus up to a day of credits, the rest charged, paid back when idle', () => {
    const load = [segment(5, 100), segment(13, 5), segment(24, 0)]
    const { states } = run({ ...nano, mode: 'unlimited', earned: 122.4, load })
    expect(states[0]).toMatchObject({ balance: 0, surplus: 144 })
    expect(states[0]?.charged).toBeCloseTo(5 * 120 - 30 - 122.4 - 144, 8)
    expect(states[1]).toMatchObject({ balance: 0, surplus: 144 })
    expect(states[2]).toMatchObject({ balance: 0, surplus: 0 })
  })
})

// Amazon EC2 user guide, Standard mode example 2 (t2.nano with 30 launch credits), periods 1 to 6.
test('launch credits stand outside the limit and are spent first', () => {
  const load = [
    segment(24, 0),
    segment(12, 0),
    segment(25, 2),
    segment(11, 2),
    segment(3, 20),
    segment(15, 2),
  ]
  const { states } = run({ vcpus: 1, baseline: 5, mode: 'standard', launch: 30, load })
  expect(states.map(({ balance }) => balance)).toEqual([102, 102, 72, 72, 45, 72])
})

describe('an instance without credits', () => {
  test('is held at the baseline in standard mode', () => {
    const { states, trail } = run({ ...nano, mode: 'standard', load: [segment(1, 100)] })
    expect(states[0]).toMatchObject({ balance: 0, surplus: 0, charged: 0, undelivered: 114 })
    expect(trail).toEqual([
      { at: 1, text: 'By hour 1 no credits are left, so the CPU is held at the baseline.' },
    ])
  })

  test('borrows in unlimited mode, without charge up to the limit', () => {
    const { states } = run({ ...nano, mode: 'unlimited', load: [segment(1, 100)] })
    expect(states[0]).toMatchObject({ surplus: 114, charged: 0, undelivered: 0 })
  })

  test('cannot have impossible numbers', () => {
    const load = [segment(1, 1)]
    expect(() => run({ ...nano, mode: 'standard', load: [segment(1, 101)] })).toThrow(/utilization/)
    expect(() => run({ ...nano, mode: 'standard', load: [segment(-1, 1)] })).toThrow(/hours/)
    expect(() => run({ ...nano, baseline: 0, mode: 'standard', load })).toThrow(/baseline/)
    expect(() => run({ ...nano, mode: 'standard', earned: 145, load })).toThrow(/earned/)
    expect(readShape(cpuCreditRunShape, { ...nano, mode: 'turbo', load }).ok).toBe(false)
  })
})

describe('properties of credits', () => {
  const load = fc.array(
    fc.record({ hours: fc.integer({ min: 0, max: 48 }), utilization: fc.integer({ min: 0, max: 100 }) }),
    { minLength: 1, maxLength: 12 },
  )

  test('no credit comes from nowhere: earned + owed + charged + undelivered = used + kept + discarded', () => {
    fc.assert(
      fc.property(load, fc.constantFrom('standard' as const, 'unlimited' as const), (segments, mode) => {
        const { states, perHour } = run({ ...nano, mode, load: segments })
        const last = states.at(-1)!
        const used = segments.reduce(
          (sum, { hours, utilization }) => sum + (120 * utilization * hours) / 100,
          0,
        )
        const income = perHour * last.hour + last.surplus + last.charged + last.undelivered
        expect(income).toBeCloseTo(used + last.balance + last.discarded, 6)
      }),
    )
  })

  test('the balance stays between 0 and the limit, and only one mode owes', () => {
    fc.assert(
      fc.property(load, (segments) => {
        const standard = run({ ...nano, mode: 'standard', load: segments })
        for (const { balance, surplus } of standard.states) {
          expect(balance).toBeGreaterThanOrEqual(-1e-9)
          expect(balance).toBeLessThanOrEqual(standard.limit + 1e-9)
          expect(surplus).toBe(0)
        }
        for (const { undelivered } of run({ ...nano, mode: 'unlimited', load: segments }).states)
          expect(undelivered).toBe(0)
      }),
    )
  })
})
