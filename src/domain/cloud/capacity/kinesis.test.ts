import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { type StreamLoad, streamShards } from './kinesis.ts'

const shards = (load: StreamLoad) => streamShards(load, values)

describe('shards', () => {
  test('by bytes in, records in or bytes out, whichever asks for most', () => {
    expect(shards({ recordsPerSecond: 2500, recordBytes: 100 })).toMatchObject({
      shards: 3,
      byWriteBytes: 1,
      byWriteRecords: 3,
      decidedBy: 'write-records',
    })
    expect(shards({ recordsPerSecond: 500, recordBytes: 10 * 1024 })).toMatchObject({
      shards: 5,
      byWriteRecords: 1,
      decidedBy: 'write-bytes',
    })
    expect(shards({ recordsPerSecond: 500, recordBytes: 10 * 1024, sharedConsumers: 5 })).toMatchObject({
      shards: 13,
      byReadBytes: 13,
      decidedBy: 'read-bytes',
    })
  })

  test('are not asked for by consumers with fan-out, and one is always there', () => {
    const load = { recordsPerSecond: 500, recordBytes: 10 * 1024 }
    expect(shards({ ...load, fanOutConsumers: 10 }).shards).toBe(shards(load).shards)
    expect(shards({ recordsPerSecond: 0, recordBytes: 0 }).shards).toBe(1)
  })

  test('do not help too many polls or too many registered consumers', () => {
    expect(shards({ recordsPerSecond: 1, recordBytes: 1, sharedConsumers: 5 }).pollsFit).toBe(true)
    expect(shards({ recordsPerSecond: 1, recordBytes: 1, sharedConsumers: 6 }).pollsFit).toBe(false)
    expect(
      shards({ recordsPerSecond: 1, recordBytes: 1, sharedConsumers: 2, pollsPerSecond: 3 }).pollsFit,
    ).toBe(false)
    expect(shards({ recordsPerSecond: 1, recordBytes: 1, fanOutConsumers: 20 }).fanOutFits).toBe(true)
    expect(shards({ recordsPerSecond: 1, recordBytes: 1, fanOutConsumers: 21 }).fanOutFits).toBe(false)
  })

  test('of an impossible load are refused', () => {
    expect(() => shards({ recordsPerSecond: -1, recordBytes: 1 })).toThrow(/recordsPerSecond/)
    expect(() => shards({ recordsPerSecond: 1, recordBytes: 1, sharedConsumers: 0.5 })).toThrow(
      /sharedConsumers/,
    )
  })

  test('carry the load, and one fewer would not', () => {
    const load = fc.record({
      recordsPerSecond: fc.integer({ min: 1, max: 50_000 }),
      recordBytes: fc.integer({ min: 1, max: 50_000 }),
      sharedConsumers: fc.nat(5),
    })
    fc.assert(
      fc.property(load, (given) => {
        const { shards: count } = shards(given)
        const bytes = given.recordsPerSecond * given.recordBytes
        const carries = (number: number) =>
          bytes <= number * 2 ** 20 &&
          given.recordsPerSecond <= number * 1000 &&
          bytes * given.sharedConsumers <= number * 2 ** 21
        expect(carries(count)).toBe(true)
        expect(count === 1 || !carries(count - 1)).toBe(true)
      }),
    )
  })

  test('never grow fewer under more load', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.nat(500), fc.nat(4), (rate, bytes, more, consumers) => {
        const base = shards({ recordsPerSecond: rate, recordBytes: bytes, sharedConsumers: consumers }).shards
        const loads: StreamLoad[] = [
          { recordsPerSecond: rate + more, recordBytes: bytes, sharedConsumers: consumers },
          { recordsPerSecond: rate, recordBytes: bytes + more, sharedConsumers: consumers },
          { recordsPerSecond: rate, recordBytes: bytes, sharedConsumers: consumers + 1 },
        ]
        for (const load of loads) expect(shards(load).shards).toBeGreaterThanOrEqual(base)
      }),
    )
  })
})
