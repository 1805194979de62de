import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TrafficPlan, trafficCost } from './path-cost.ts'

const plan: TrafficPlan = {
  gigabytes: 1000,
  hours: 730,
  paths: [
    { name: 'NAT gateway', hops: [{ hop: 'nat', perHour: 0.045, perGb: 0.045 }] },
    { name: 'gateway endpoint', hops: [{ hop: 'vpce' }] },
    { name: 'interface endpoints', hops: [{ hop: 'vpce', perHour: 0.01, count: 3, perGb: 0.01 }] },
    {
      name: 'NAT gateway in another zone',
      hops: [
        { hop: 'cross-zone', perGb: 0.02 },
        { hop: 'nat', perHour: 0.045, perGb: 0.045 },
      ],
    },
  ],
}

describe('the cost of traffic', () => {
  test('is hours and GB of every hop on the way', () => {
    const { paths, cheapest } = trafficCost(plan)
    expect(paths.map(({ total }) => Number(total.toFixed(4)))).toEqual([77.85, 0, 31.9, 97.85])
    expect(paths[2]).toMatchObject({ hourly: expect.closeTo(21.9, 10), traffic: expect.closeTo(10, 10) })
    expect(cheapest).toBe('gateway endpoint')
  })

  test('of equal ways names the first', () => {
    const [nat] = plan.paths
    expect(trafficCost({ ...plan, paths: [nat!, { ...nat!, name: 'twin' }] }).cheapest).toBe('NAT gateway')
  })

  test('of impossible plans is refused', () => {
    expect(() => trafficCost({ ...plan, gigabytes: -1 })).toThrow(/gigabytes/)
    expect(() => trafficCost({ ...plan, paths: [] })).toThrow(/number of paths/)
    expect(() => trafficCost({ ...plan, paths: [{ name: 'a', hops: [{ hop: 'nat', perGb: -1 }] }] })).toThrow(
      /nat/,
    )
  })

  test('never falls with more traffic, hours or hops', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(1000), fc.nat(500), (gigabytes, hours, more) => {
        const of = (gb: number, h: number, hops = 1) =>
          trafficCost({
            gigabytes: gb,
            hours: h,
            paths: [
              { name: 'way', hops: Array.from({ length: hops }, () => ({ hop: 'x', perHour: 1, perGb: 2 })) },
            ],
          }).paths[0]!.total
        const base = of(gigabytes, hours)
        for (const grown of [
          of(gigabytes + more, hours),
          of(gigabytes, hours + more),
          of(gigabytes, hours, 2),
        ])
          expect(grown).toBeGreaterThanOrEqual(base)
      }),
    )
  })
})
