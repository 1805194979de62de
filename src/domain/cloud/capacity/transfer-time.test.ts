import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { transferOutcome } from './transfer-time.ts'

const terabyte = 1000

describe('a migration over the network', () => {
  test('counts bits, and only the share of the link that may be used', () => {
    expect(transferOutcome({ dataGb: 10.8 * terabyte, linkMbps: 1000 }).networkDays).toBeCloseTo(1, 12)
    const slow = transferOutcome({ dataGb: 100 * terabyte, linkMbps: 100, utilisation: 0.8 })
    expect(slow.networkDays).toBeCloseTo(115.74, 2)
  })

  test('is held against a deadline', () => {
    const plan = { dataGb: 10.8 * terabyte, linkMbps: 1000 }
    expect(transferOutcome({ ...plan, deadlineDays: 1 }).inTime).toEqual({ network: true, device: null })
    expect(transferOutcome({ ...plan, deadlineDays: 0.9 }).inTime?.network).toBe(false)
    expect(transferOutcome(plan).inTime).toBeNull()
  })

  test('of impossible plans is refused', () => {
    expect(() => transferOutcome({ dataGb: -1, linkMbps: 1 })).toThrow(/dataGb/)
    expect(() => transferOutcome({ dataGb: 1, linkMbps: 0 })).toThrow(/linkMbps/)
    expect(() => transferOutcome({ dataGb: 1, linkMbps: 1, utilisation: 1.2 })).toThrow(/utilisation/)
  })
})

describe('a migration by road', () => {
  const device = { capacityGb: 80 * terabyte, copyMbps: 8000, shippingDays: 6 }

  test('fills, ships and empties devices in rounds', () => {
    const plan = { dataGb: 160 * terabyte, linkMbps: 1000, device }
    const { devices, deviceDays } = transferOutcome(plan)
    const copy = (80 * terabyte * 8e9) / 8e9 / 86_400
    expect(devices).toBe(2)
    expect(deviceDays).toBeCloseTo(2 * (copy + 6 + copy), 10)
    const together = transferOutcome({ ...plan, device: { ...device, atOnce: 2 } })
    expect(together.deviceDays).toBeCloseTo(copy + 6 + copy, 10)
  })

  test('is the faster way for much data over a thin link only', () => {
    expect(transferOutcome({ dataGb: 80 * terabyte, linkMbps: 100, device }).faster).toBe('device')
    expect(transferOutcome({ dataGb: terabyte, linkMbps: 1000, device }).faster).toBe('network')
    expect(
      transferOutcome({ dataGb: 80 * terabyte, linkMbps: 100, device, deadlineDays: 10 }).inTime,
    ).toEqual({
      network: false,
      device: true,
    })
  })

  test('takes no device for no data, and refuses devices of nothing', () => {
    expect(transferOutcome({ dataGb: 0, linkMbps: 1, device })).toMatchObject({ devices: 0, deviceDays: 0 })
    expect(() => transferOutcome({ dataGb: 1, linkMbps: 1, device: { ...device, capacityGb: 0 } })).toThrow(
      /capacityGb/,
    )
    expect(() => transferOutcome({ dataGb: 1, linkMbps: 1, device: { ...device, atOnce: 0 } })).toThrow(
      /atOnce/,
    )
  })

  test('and over the network never gets faster with more data', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(100_000),
        fc.integer({ min: 1, max: 4 }),
        (data, more, atOnce) => {
          const of = (dataGb: number) =>
            transferOutcome({ dataGb, linkMbps: 500, device: { ...device, atOnce } })
          const [before, after] = [of(data), of(data + more)]
          expect(after.networkDays).toBeGreaterThanOrEqual(before.networkDays)
          expect(after.devices!).toBeGreaterThanOrEqual(before.devices!)
        },
      ),
    )
  })
})
