import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { type TableLoad, type TableRead, tableThroughput } from './dynamodb.ts'

const read = (itemBytes: number, perSecond: number, consistency: TableRead['consistency']) =>
  tableThroughput({ reads: [{ itemBytes, perSecond, consistency }] }, values).table.readUnits

const write = (itemBytes: number, perSecond: number, transactional = false) =>
  tableThroughput({ writes: [{ itemBytes, perSecond, transactional }] }, values).table.writeUnits

const kilobyte = 1024

describe('reads of a table', () => {
  test.each([
    [3500, 'strong', 1],
    [4 * kilobyte, 'strong', 1],
    [4 * kilobyte + 1, 'strong', 2],
    [8 * kilobyte, 'strong', 2],
    [8 * kilobyte, 'eventual', 1],
    [8 * kilobyte, 'transactional', 4],
    [10 * kilobyte, 'strong', 3],
  ] as const)(
    'of %i bytes, %s, need %i units, as the developer guide counts',
    (bytes, consistency, units) => {
      expect(read(bytes, 1, consistency)).toBe(units)
    },
  )

  test('are rounded up one by one, and the table as a whole once', () => {
    expect(read(5 * kilobyte, 100, 'strong')).toBe(200)
    expect(read(kilobyte, 3, 'eventual')).toBe(2)
    expect(read(0, 10, 'strong')).toBe(10)
    const mixed = tableThroughput(
      {
        reads: [
          { itemBytes: 1000, perSecond: 1, consistency: 'eventual' },
          { itemBytes: 1000, perSecond: 1, consistency: 'eventual' },
        ],
      },
      values,
    )
    expect(mixed.table.readUnits).toBe(1)
  })
})

describe('writes of a table', () => {
  test.each([
    [512, false, 1],
    [kilobyte, false, 1],
    [1.5 * kilobyte, false, 2],
    [1.5 * kilobyte, true, 4],
    [400 * kilobyte, false, 400],
  ])('of %d bytes, transactional %s, need %i units', (bytes, transactional, units) => {
    expect(write(bytes, 1, transactional)).toBe(units)
  })

  test('beyond the largest item or below nothing are refused', () => {
    expect(() => write(400 * kilobyte + 1, 1)).toThrow(RangeError)
    expect(() => write(-1, 1)).toThrow(/must be from 0 to 409600/)
    expect(() => write(1, -1)).toThrow(/perSecond must be at least 0/)
    expect(() => read(1, Number.NaN, 'strong')).toThrow(RangeError)
  })
})

describe('a global secondary index', () => {
  const load: TableLoad = {
    writes: [{ itemBytes: 2 * kilobyte, perSecond: 10 }],
    indexes: [
      {
        name: 'by-status',
        reads: [{ entryBytes: 6 * kilobyte, perSecond: 10 }],
        writes: [
          { entryBytes: 300, perSecond: 8 },
          { entryBytes: 300, perSecond: 2, rekeys: true },
        ],
      },
    ],
  }

  test('reads eventually consistently and writes its own entries, twice where the key changes', () => {
    expect(tableThroughput(load, values)).toEqual({
      table: { readUnits: 0, writeUnits: 20 },
      indexes: [{ name: 'by-status', readUnits: 10, writeUnits: 12 }],
      total: { readUnits: 10, writeUnits: 32 },
    })
  })
})

const someRead = fc.record({
  itemBytes: fc.integer({ min: 0, max: 300_000 }),
  perSecond: fc.integer({ min: 0, max: 500 }),
  consistency: fc.constantFrom('eventual', 'strong', 'transactional'),
})

describe('throughput', () => {
  test('never falls when the load grows', () => {
    fc.assert(
      fc.property(fc.array(someRead, { maxLength: 4 }), someRead, fc.nat(5000), (reads, one, more) => {
        const units = (list: readonly TableRead[]) => tableThroughput({ reads: list }, values).table.readUnits
        const larger = { ...one, itemBytes: Math.min(300_000, one.itemBytes + more) }
        expect(units([...reads, one])).toBeGreaterThanOrEqual(units(reads))
        expect(units([...reads, larger])).toBeGreaterThanOrEqual(units([...reads, one]))
      }),
    )
  })

  test('of strong reads is twice that of eventual ones and half that of transactions', () => {
    fc.assert(
      fc.property(someRead, ({ itemBytes, perSecond }) => {
        const strong = read(itemBytes, perSecond, 'strong')
        expect(read(itemBytes, perSecond, 'transactional')).toBe(2 * strong)
        expect(read(itemBytes, perSecond, 'eventual')).toBe(Math.ceil(strong / 2))
      }),
    )
  })
})
