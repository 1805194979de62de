import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { readShape } from '../shape.ts'
import {
  type FunctionArrival,
  type SimulatedFunction,
  simulateThrottling,
  throttlingRunShape,
} from './function-throttling.ts'

const run = (
  functions: readonly SimulatedFunction[],
  arrivals: readonly FunctionArrival[],
  accountConcurrency = 1000,
) => simulateThrottling({ functions, arrivals, accountConcurrency }, values)
const orders: SimulatedFunction = { name: 'orders', seconds: 2 }
const reports: SimulatedFunction = { name: 'reports', seconds: 10 }
const ask = (name: string, at: number, count: number): FunctionArrival => ({ function: name, at, count })

describe('reserved concurrency', () => {
  test('caps a function although the account has room', () => {
    const { functions, trail } = run([{ ...orders, reserved: 5 }], [ask('orders', 0, 8), ask('orders', 1, 1)])
    expect(functions[0]).toMatchObject({ accepted: 5, throttled: 4, peak: 5 })
    expect(trail[0]).toEqual({ at: 0, text: '3 requests for orders throttled by the reserved concurrency.' })
  })

  test('is free again when requests end', () => {
    const { functions } = run([{ ...orders, reserved: 5 }], [ask('orders', 0, 5), ask('orders', 2, 5)])
    expect(functions[0]).toMatchObject({ accepted: 10, throttled: 0, coldStarts: 5 })
  })

  test('is kept from others even while unused', () => {
    const { functions, unreserved } = run([{ ...orders, reserved: 400 }, reports], [ask('reports', 0, 700)])
    expect(unreserved).toBe(600)
    expect(functions[1]).toMatchObject({ accepted: 600, throttled: 100 })
  })

  test('of 0 switches a function off', () => {
    expect(run([{ ...orders, reserved: 0 }], [ask('orders', 0, 3)]).functions[0]).toMatchObject({
      throttled: 3,
    })
  })

  test('leaves a hundred unreserved and holds what is provisioned', () => {
    expect(() => run([{ ...orders, reserved: 901 }], [])).toThrow(/100 must stay unreserved/)
    expect(() => run([{ ...orders, reserved: 5, provisioned: 6 }], [])).toThrow(/provisioned/)
    expect(() => run([{ ...orders, provisioned: 1001 }], [])).toThrow(/provisioned must fit/)
  })
})

describe('the shared pool', () => {
  test('is taken by who comes first', () => {
    const { functions, trail } = run([orders, reports], [ask('reports', 0, 950), ask('orders', 1, 80)])
    expect(functions.map(({ throttled }) => throttled)).toEqual([30, 0])
    expect(trail).toEqual([
      { at: 1, text: "30 requests for orders throttled by the account's unreserved concurrency." },
    ])
  })

  test('counts provisioned environments of others as used', () => {
    const { functions } = run([{ ...orders, provisioned: 300 }, reports], [ask('reports', 0, 800)])
    expect(functions[1]).toMatchObject({ accepted: 700, throttled: 100 })
  })
})

test('provisioned environments answer without a cold start, further ones start', () => {
  const { functions } = run([{ ...orders, provisioned: 10 }], [ask('orders', 0, 15)])
  expect(functions[0]).toMatchObject({ accepted: 15, coldStarts: 5 })
})

describe('rates', () => {
  test('a thousand environments per ten seconds', () => {
    const { functions, trail } = run(
      [{ name: 'f', seconds: 100 }],
      [ask('f', 0, 1500), ask('f', 9, 500), ask('f', 10, 500)],
      5000,
    )
    expect(functions[0]).toMatchObject({ accepted: 1500, throttled: 1000 })
    expect(trail[0]?.text).toMatch(/scaling rate/)
  })

  test('ten requests per second for each unit of concurrency', () => {
    const quick = { name: 'quick', seconds: 0.01, reserved: 2 }
    const arrivals = Array.from({ length: 30 }, (_, index) => ask('quick', index / 40, 1))
    const { functions, trail } = run([quick], arrivals)
    expect(functions[0]).toMatchObject({ accepted: 20, throttled: 10 })
    expect(trail[0]?.text).toMatch(/request rate/)
  })
})

describe('a run that cannot be', () => {
  test('names functions that do not exist or lets time run backwards', () => {
    expect(() => run([orders], [ask('lost', 0, 1)])).toThrow(/no function "lost"/)
    expect(() => run([orders], [ask('orders', 2, 1), ask('orders', 1, 1)])).toThrow(/at must be/)
    expect(() => run([{ ...orders, seconds: 0 }], [])).toThrow(/seconds/)
    expect(readShape(throttlingRunShape, { functions: [], arrivals: [] }).ok).toBe(false)
  })
})

describe('properties of throttling over functions', () => {
  const arrivals = fc
    .array(
      fc.record({ at: fc.nat(30), function: fc.constantFrom('orders', 'reports'), count: fc.nat(300) }),
      { maxLength: 12 },
    )
    .map((list) => [...list].sort((left, right) => left.at - right.at))

  test('every request is accepted or throttled, and the account is never exceeded', () => {
    fc.assert(
      fc.property(arrivals, fc.option(fc.nat(400), { nil: undefined }), (list, reserved) => {
        const own = reserved === undefined ? orders : { ...orders, reserved }
        const { functions } = run([own, reports], list, 600)
        const asked = list.reduce((sum, { count }) => sum + count, 0)
        expect(functions.reduce((sum, each) => sum + each.accepted + each.throttled, 0)).toBe(asked)
        for (const { peak } of functions) expect(peak).toBeLessThanOrEqual(600)
        if (reserved !== undefined) expect(functions[0]?.peak).toBeLessThanOrEqual(reserved)
      }),
    )
  })

  test('a lone function throttles no more with a larger account', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(500), (list, more) => {
        const alone = list.map((arrival) => ({ ...arrival, function: 'orders' }))
        const throttled = (account: number) => run([orders], alone, account).functions[0]!.throttled
        expect(throttled(400 + more)).toBeLessThanOrEqual(throttled(400))
      }),
    )
  })
})
