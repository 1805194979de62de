import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { zonalInstances } from './zonal-instances.ts'

describe('instances that survive the loss of a zone', () => {
  test.each([
    [{ load: 900, perInstance: 100, zones: 3 }, 5, 15],
    [{ load: 900, perInstance: 100, zones: 2 }, 9, 18],
    [{ load: 901, perInstance: 100, zones: 3 }, 5, 15],
    [{ load: 1001, perInstance: 100, zones: 3 }, 6, 18],
    [{ load: 900, perInstance: 100, zones: 3, zonesLost: 2 }, 9, 27],
    [{ load: 900, perInstance: 100, zones: 3, zonesLost: 0 }, 3, 9],
    [{ load: 900, perInstance: 100, zones: 3, targetUtilisation: 0.5 }, 9, 27],
    [{ load: 0, perInstance: 100, zones: 3 }, 0, 0],
  ])('%j: %i in each zone, %i in all', (load, perZone, total) => {
    expect(zonalInstances(load)).toMatchObject({ perZone, total })
  })

  test('tell what is spare and how busy they are while every zone is up', () => {
    expect(zonalInstances({ load: 900, perInstance: 100, zones: 3 })).toMatchObject({
      needed: 9,
      spare: 6,
      utilisation: 0.6,
    })
  })

  test('do not exist where no zone is left, or instances carry nothing', () => {
    expect(() => zonalInstances({ load: 1, perInstance: 1, zones: 1 })).toThrow(/zones - zonesLost/)
    expect(() => zonalInstances({ load: 1, perInstance: 0, zones: 3 })).toThrow(/perInstance/)
    expect(() => zonalInstances({ load: 1, perInstance: 1, zones: 2.5 })).toThrow(/zones/)
    expect(() => zonalInstances({ load: 1, perInstance: 1, zones: 3, targetUtilisation: 0 })).toThrow(
      RangeError,
    )
    expect(() => zonalInstances({ load: -1, perInstance: 1, zones: 3 })).toThrow(/load/)
  })

  test('left by the worst loss carry the load, and one fewer in each zone would not', () => {
    const plan = fc.record({
      load: fc.integer({ min: 1, max: 100_000 }),
      perInstance: fc.integer({ min: 1, max: 900 }),
      zones: fc.integer({ min: 2, max: 6 }),
    })
    fc.assert(
      fc.property(plan, fc.nat(1000), (given, more) => {
        const { perZone, total } = zonalInstances(given)
        const carries = (each: number) => each * (given.zones - 1) * given.perInstance >= given.load
        expect(carries(perZone)).toBe(true)
        expect(carries(perZone - 1)).toBe(false)
        expect(zonalInstances({ ...given, load: given.load + more }).total).toBeGreaterThanOrEqual(total)
      }),
    )
  })
})
