import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { classifierMetrics } from './classifier.ts'
import { commitmentOutcome } from './commitment.ts'
import { tableThroughput } from './dynamodb.ts'
import { functionConcurrency } from './lambda.ts'
import { retrievalMetrics } from './retrieval-metrics.ts'
import { storageComparison } from './storage-cost.ts'
import { transferOutcome } from './transfer-time.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

describe('results worked out a second way', () => {
  test('units of a table: every request of a second taken apart into blocks', () => {
    const read = fc.record({
      itemBytes: fc.integer({ min: 1, max: 40_000 }),
      perSecond: fc.nat(20),
      consistency: fc.constant('strong' as const),
    })
    const blocks = (bytes: number, size: number): number => {
      let count = 0
      for (let left = bytes; left > 0; left -= size) count += 1
      return count
    }
    fc.assert(
      fc.property(fc.array(read, { maxLength: 4 }), fc.array(read, { maxLength: 4 }), (reads, writes) => {
        const load = { reads, writes: writes.map(({ itemBytes, perSecond }) => ({ itemBytes, perSecond })) }
        const each = (list: typeof reads, size: number) =>
          sum(
            list.flatMap(({ itemBytes, perSecond }) =>
              Array.from({ length: perSecond }, () => blocks(itemBytes, size)),
            ),
          )
        expect(tableThroughput(load, values).table).toEqual({
          readUnits: each(reads, 4096),
          writeUnits: each(writes, 1024),
        })
      }),
    )
  })

  test('concurrency: requests in flight, counted at moments of a steady second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 100, max: 4000 }), (rate, duration) => {
        const gap = 1000 / rate
        const inFlight = (moment: number): number => {
          let count = 0
          for (let start = Math.floor(moment / gap) * gap; start > moment - duration; start -= gap) count += 1
          return count
        }
        const most = Math.max(
          ...Array.from({ length: 40 }, (_, index) => inFlight(10_000 + index * (gap / 40))),
        )
        const { needed } = functionConcurrency(
          { requestsPerSecond: rate, averageDurationMs: duration },
          values,
        )
        expect(Math.abs(needed - most)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('a commitment: every hour billed by itself', () => {
    const load = fc.array(fc.record({ hours: fc.integer({ min: 1, max: 40 }), instances: fc.nat(9) }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(load, fc.nat(9), (parts, committed) => {
        const hours = parts.flatMap(({ hours: count, instances }) =>
          Array.from({ length: count }, () => instances),
        )
        const bill = sum(hours.map((running) => committed * 0.6 + Math.max(0, running - committed)))
        const outcome = commitmentOutcome({
          onDemandPerHour: 1,
          committedPerHour: 0.6,
          load: parts,
          committed,
        })
        expect(outcome.asked?.cost).toBeCloseTo(bill, 8)
        expect(outcome.onDemandCost).toBeCloseTo(sum(hours), 8)
      }),
    )
  })

  test('storage: every day billed by itself', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 400_000 }), (days, objectBytes) => {
        const one = { name: 'IA', kind: 'standard-ia', perGbMonth: 0.3 } as const
        const [bill] = storageComparison({ objects: 1, objectBytes, days, classes: [one] }, values).bills
        const bytes = objectBytes < 131_072 ? 131_072 : objectBytes
        let cost = 0
        for (let day = 0; day < (days < 30 ? 30 : days); day++) cost += ((bytes / 1024 ** 3) * 0.3) / 30
        expect(bill?.total).toBeCloseTo(cost, 10)
      }),
    )
  })

  test('a transfer: the bytes of every second counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 50, max: 900 }), (dataGb, linkMbps) => {
        const bytesPerSecond = (linkMbps * 1_000_000) / 8
        let seconds = 0
        for (let left = dataGb * 1e9; left > 0; left -= bytesPerSecond) seconds += 1
        const { networkDays } = transferOutcome({ dataGb, linkMbps })
        expect(Math.abs(networkDays * 86_400 - seconds)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 30 },
    )
  })

  test('measures of a classifier: labels counted case by case', () => {
    const cases = fc.array(fc.record({ said: fc.boolean(), so: fc.boolean() }), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(cases, (list) => {
        const count = (said: boolean, so: boolean) =>
          list.filter((one) => one.said === said && one.so === so).length
        const metrics = classifierMetrics({
          truePositives: count(true, true),
          falsePositives: count(true, false),
          falseNegatives: count(false, true),
          trueNegatives: count(false, false),
        })
        const share = (of: typeof list, right: (one: (typeof list)[number]) => boolean) =>
          of.length === 0 ? null : of.filter(right).length / of.length
        expect(metrics.accuracy).toBe(share(list, ({ said, so }) => said === so))
        expect(metrics.precision).toBe(
          share(
            list.filter(({ said }) => said),
            ({ so }) => so,
          ),
        )
        expect(metrics.recall).toBe(
          share(
            list.filter(({ so }) => so),
            ({ said }) => said,
          ),
        )
      }),
    )
  })

  test('recall of a retriever: relevant documents asked one by one', () => {
    const ids = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'])
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 1, max: 5 }), (ranked, relevant, k) => {
        fc.pre(relevant.length > 0)
        const found = relevant.map((id) => ranked.indexOf(id)).filter((place) => place >= 0 && place < k)
        expect(retrievalMetrics({ k, queries: [{ ranked, relevant }] }).recallAtK).toBe(
          found.length / relevant.length,
        )
      }),
    )
  })
})
