import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import type { DeedScenario } from '../capacity/deeds.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { hotPartitionModel } from './family.ts'
import { hotSituations } from './situations.ts'
import { isServed, type Table } from './solve.ts'

const values = factValues(shippedFacts())

/** Reckons units by hand: a write of up to 1 KB costs one, an eventually consistent read of up to 4 KB a half. */
function byHand({ deeds }: DeedScenario<Table>): string[] {
  const serves = (table: Table): boolean => {
    const reads = (Math.ceil(table.itemBytes / 4096) / 2) * table.reads * (1 - (table.cached ?? 0))
    const writes = Math.ceil(table.itemBytes / 1024) * table.writes
    return (
      !table.costly &&
      reads <= table.readUnits &&
      writes <= table.writeUnits &&
      reads * table.hotReads <= 3000 &&
      writes * table.hotWrites <= 1000
    )
  }
  return deeds.filter(({ after }) => serves(after)).map(({ id }) => id)
}

tryFamily(hotPartitionModel, { secondRoute: byHand, golden: [] })

describe('a table', () => {
  const even: Table = {
    ...{ reads: 100, writes: 1500, itemBytes: 800, hotReads: 0.01, hotWrites: 0.01 },
    ...{ readUnits: 500, writeUnits: 2000 },
  }

  test('is throttled by its capacity, and by the 1,000 write and 3,000 read units of a partition', () => {
    expect(isServed(even, values)).toBe(true)
    expect(isServed({ ...even, writeUnits: 1400 }, values)).toBe(false)
    expect(isServed({ ...even, hotWrites: 0.7, writeUnits: Infinity }, values)).toBe(false)
    expect(isServed({ ...even, reads: 7000, readUnits: 9000, hotReads: 1 }, values)).toBe(false)
    expect(isServed({ ...even, reads: 7000, readUnits: 9000, hotReads: 1, cached: 0.9 }, values)).toBe(true)
  })

  test('is throttled when the question is asked', () => {
    for (const [index, situation] of hotSituations.entries())
      expect(isServed(situation(seededRandom(`now ${index}`), values).now, values)).toBe(false)
  })
})
