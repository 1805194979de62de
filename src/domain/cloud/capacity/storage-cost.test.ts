import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { type StorageClass, type StoragePlan, storageComparison, storageMinimums } from './storage-cost.ts'

const gigabyte = 2 ** 30
const standard: StorageClass = { name: 'Standard', kind: 'standard', perGbMonth: 0.023 }
const infrequent: StorageClass = { name: 'IA', kind: 'standard-ia', perGbMonth: 0.0125, retrievalPerGb: 0.01 }
const deep: StorageClass = {
  name: 'Deep',
  kind: 'deep-archive',
  perGbMonth: 0.00099,
  retrievalPerGb: 0.02,
  perThousandPuts: 0.05,
  retrievalHours: 12,
}

const compare = (plan: Partial<StoragePlan> & Pick<StoragePlan, 'classes'>) =>
  storageComparison({ objects: 1000, objectBytes: gigabyte, days: 30, ...plan }, values)

const totals = (plan: Parameters<typeof compare>[0]) => compare(plan).bills.map(({ total }) => total)

describe('the minimums of storage classes', () => {
  test.each([
    ['standard', 0, 0, 0],
    ['standard-ia', 30, 131072, 0],
    ['one-zone-ia', 30, 131072, 0],
    ['glacier-instant', 90, 131072, 0],
    ['glacier-flexible', 90, 0, 40960],
    ['deep-archive', 180, 0, 40960],
  ] as const)('%s: %i days, %i bytes, %i bytes on top', (kind, days, bytes, onTop) => {
    const least = storageMinimums(kind, values)
    expect([least.days, least.bytes, least.overhead + least.standardOverhead]).toEqual([days, bytes, onTop])
  })
})

describe('a bill', () => {
  test('is size times months times price', () => {
    expect(totals({ classes: [standard] })[0]).toBeCloseTo(23, 10)
    expect(totals({ classes: [standard], days: 15 })[0]).toBeCloseTo(11.5, 10)
  })

  test('counts a minimum of days and of bytes', () => {
    expect(totals({ classes: [infrequent], days: 10 })[0]).toBeCloseTo(12.5, 10)
    const [small] = compare({ classes: [infrequent], objectBytes: 1024 }).bills
    expect(small).toMatchObject({ billedBytes: 131072, billedDays: 30 })
    expect(small?.storage).toBeCloseTo((1000 * 131072 * 0.0125) / gigabyte, 12)
  })

  test('adds 32 KB to each archived object, and 8 KB at the standard price', () => {
    const [bill] = compare({ classes: [deep], objectBytes: 1024, days: 180, standardPerGbMonth: 0.023 }).bills
    const months = 6
    const expected = (1000 * months * ((1024 + 32768) * 0.00099 + 8192 * 0.023)) / gigabyte
    expect(bill?.storage).toBeCloseTo(expected, 12)
    expect(bill?.requests).toBeCloseTo(0.05, 12)
  })

  test('adds the retrieval of what is read, at its own size', () => {
    const [bill] = compare({ classes: [infrequent], readsPerObject: 2 }).bills
    expect(bill?.retrieval).toBeCloseTo(20, 10)
    const [small] = compare({ classes: [infrequent], readsPerObject: 1, objectBytes: 1024 }).bills
    expect(small?.retrieval).toBeCloseTo((1000 * 1024 * 0.01) / gigabyte, 12)
  })

  test('changes the cheapest class with age, reads and patience', () => {
    const classes = [standard, infrequent, deep]
    expect(compare({ classes, days: 10 }).cheapest).toBe('Deep')
    expect(compare({ classes, days: 10, maxRetrievalHours: 1 }).cheapest).toBe('Standard')
    expect(compare({ classes, days: 365, maxRetrievalHours: 1 }).cheapest).toBe('IA')
    expect(compare({ classes, days: 365, maxRetrievalHours: 1, readsPerObject: 20 }).cheapest).toBe(
      'Standard',
    )
    expect(compare({ classes: [deep], maxRetrievalHours: 1 }).cheapest).toBeNull()
  })

  test('of negative amounts is refused', () => {
    expect(() => compare({ classes: [standard], days: -1 })).toThrow(/days/)
    expect(() => compare({ classes: [{ ...standard, perGbMonth: -1 }] })).toThrow(/perGbMonth/)
    expect(() => compare({ classes: [standard], daysPerMonth: 0 })).toThrow(/daysPerMonth/)
  })

  test('never falls with more objects, bytes, days or reads', () => {
    const plan = fc.record({
      objects: fc.nat(1000),
      objectBytes: fc.nat(10_000_000),
      days: fc.nat(400),
      readsPerObject: fc.nat(5),
    })
    fc.assert(
      fc.property(
        plan,
        fc.constantFrom('objects', 'objectBytes', 'days', 'readsPerObject'),
        fc.nat(1000),
        (given, name, more) => {
          const classes = [standard, infrequent, deep]
          const before = totals({ ...given, classes })
          const after = totals({ ...given, [name]: given[name] + more, classes })
          for (const [index, total] of after.entries())
            expect(total).toBeGreaterThanOrEqual(before[index]! - 1e-12)
        },
      ),
    )
  })
})
