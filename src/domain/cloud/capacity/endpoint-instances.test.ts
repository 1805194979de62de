import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { type EndpointLoad, endpointInstances } from './endpoint-instances.ts'

const instances = (load: EndpointLoad) => endpointInstances(load, values)

describe('instances of an endpoint', () => {
  test('follow the documented target: most per second, times safety factor, times 60', () => {
    expect(instances({ peakPerSecond: 100, instancePerSecond: 20 })).toEqual({
      instancePerSecond: 20,
      targetPerMinute: 600,
      instances: 10,
    })
    expect(instances({ peakPerSecond: 100, instancePerSecond: 20, safetyFactor: 0.8 }).instances).toBe(7)
    expect(instances({ peakPerSecond: 100, instancePerSecond: 20, safetyFactor: 1 }).instances).toBe(5)
  })

  test('take concurrent requests over latency where no rate was measured', () => {
    expect(instances({ peakPerSecond: 100, concurrentRequests: 4, latencyMs: 200 }).instancePerSecond).toBe(
      20,
    )
  })

  test('are one at least', () => {
    expect(instances({ peakPerSecond: 0, instancePerSecond: 20 }).instances).toBe(1)
  })

  test('cannot be told without a rate, or for impossible numbers', () => {
    expect(() => instances({ peakPerSecond: 1 })).toThrow(/Give instancePerSecond/)
    expect(() => instances({ peakPerSecond: 1, instancePerSecond: 0 })).toThrow(/instancePerSecond/)
    expect(() => instances({ peakPerSecond: 1, concurrentRequests: 1, latencyMs: 0 })).toThrow(/latencyMs/)
    expect(() => instances({ peakPerSecond: 1, instancePerSecond: 1, safetyFactor: 2 })).toThrow(
      /safetyFactor/,
    )
    expect(() => instances({ peakPerSecond: -1, instancePerSecond: 1 })).toThrow(/peakPerSecond/)
  })

  test('never grow fewer with the peak, and stay below the target each', () => {
    const count = fc.integer({ min: 1, max: 2000 })
    fc.assert(
      fc.property(count, count, fc.nat(500), (peak, most, more) => {
        const now = instances({ peakPerSecond: peak, instancePerSecond: most })
        expect((peak * 60) / now.instances).toBeLessThanOrEqual(now.targetPerMinute + 1e-6)
        expect(
          instances({ peakPerSecond: peak + more, instancePerSecond: most }).instances,
        ).toBeGreaterThanOrEqual(now.instances)
      }),
    )
  })
})
