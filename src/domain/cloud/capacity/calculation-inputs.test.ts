import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { calculations } from './calculations.ts'

/** The places of the faults that a calculation finds in a value, or what else it answers. */
function placesOf(name: string, value: unknown): readonly string[] | string {
  const result = calculations[name]!.run(value, values)
  if (result.ok) return 'answered'
  const { error } = result
  return error.code === 'shape-malformed' ? error.faults.map(({ at }) => at) : error.reason
}

const read = { itemBytes: 1, perSecond: 1, consistency: 'strong' }
const zonal = { load: 1, perInstance: 1, zones: 3 }
const plan = { objects: 1, objectBytes: 1, days: 1 }
const storageClass = { name: 'a', kind: 'standard', perGbMonth: 1 }
const link = { dataGb: 1, linkMbps: 1 }
const matrix = { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 }
const search = { query: [1], documents: [], measure: 'dot', k: 1 }
const tokens = {
  requests: 1,
  promptTokens: 1,
  outputTokens: 1,
  pricePerThousandIn: 1,
  pricePerThousandOut: 1,
}

describe('an input of the right form', () => {
  test.each([
    ['table-throughput', { reads: [read], writes: [], indexes: [{ name: 'i' }] }],
    ['stream-shards', { recordsPerSecond: 1, recordBytes: 1 }],
    ['function-concurrency', { requestsPerSecond: 1, averageDurationMs: 1 }],
    ['zonal-instances', zonal],
    ['availability', { components: { a: 1 }, system: 'a' }],
    ['recovery', { intervalMinutes: 1 }],
    ['storage-cost', { ...plan, classes: [storageClass] }],
    ['commitment-cost', { onDemandPerHour: 1, committedPerHour: 1, load: [{ hours: 1, instances: 1 }] }],
    ['break-even', { left: { name: 'a', fixed: 1, perUnit: 1 }, right: { name: 'b', fixed: 1, perUnit: 1 } }],
    ['traffic-cost', { gigabytes: 1, hours: 1, paths: [{ name: 'a', hops: [] }] }],
    ['transfer-time', link],
    ['classifier-metrics', matrix],
    [
      'classifier-threshold',
      { scored: [{ score: 1, positive: true }], falsePositiveCost: 1, falseNegativeCost: 1 },
    ],
    ['retrieval-metrics', { k: 1, queries: [{ ranked: [], relevant: [] }] }],
    ['vector-ranking', search],
    ['token-cost', tokens],
    ['endpoint-instances', { peakPerSecond: 1, instancePerSecond: 1 }],
    ['quorum', { lost: [0, 0, 0] }],
  ])('is answered by %s with the least that it needs', (name, value) => {
    expect(placesOf(name, value)).toBe('answered')
  })

  test('is known for every calculation', () => {
    expect(Object.keys(calculations)).toHaveLength(18)
  })
})

describe('an input of a wrong form', () => {
  test.each([
    ['table-throughput', { reads: [{ ...read, consistency: 'weak' }] }, ['reads[0].consistency']],
    ['table-throughput', { reads: [{ ...read, perSecond: '1' }] }, ['reads[0].perSecond']],
    [
      'table-throughput',
      { indexes: [{ writes: [{ entryBytes: 1 }] }] },
      ['indexes[0].name', 'indexes[0].writes[0].perSecond'],
    ],
    ['stream-shards', { recordsPerSecond: 1, recordBytes: null }, ['recordBytes']],
    ['function-concurrency', { requestsPerSecond: 1, averageDurationMs: 1, reserve: 1 }, ['reserve']],
    ['zonal-instances', { ...zonal, zones: 'three' }, ['zones']],
    ['availability', { components: [], system: 'a' }, ['components']],
    ['availability', { components: {}, system: { parallel: [] } }, ['system.parallel']],
    ['recovery', { intervalMinutes: 1, steps: [{ name: '' }] }, ['steps[0].name', 'steps[0].minutes']],
    ['recovery', { intervalMinutes: 1, objective: { rpoMinutes: 1 } }, ['objective.rtoMinutes']],
    ['storage-cost', { ...plan, classes: [] }, ['classes']],
    ['storage-cost', { ...plan, classes: [{ ...storageClass, kind: 'glacier' }] }, ['classes[0].kind']],
    ['commitment-cost', { onDemandPerHour: 1, committedPerHour: 1, load: [] }, ['load']],
    ['break-even', { left: { name: 'a', fixed: 1, perUnit: 1 } }, ['right']],
    [
      'traffic-cost',
      { gigabytes: 1, hours: 1, paths: [{ name: 'a', hops: [{}] }] },
      ['paths[0].hops[0].hop'],
    ],
    ['transfer-time', { ...link, device: { capacityGb: 1 } }, ['device.copyMbps', 'device.shippingDays']],
    ['classifier-metrics', { ...matrix, trueNegatives: Number.NaN }, ['trueNegatives']],
    ['classifier-threshold', { scored: [], falsePositiveCost: 1, falseNegativeCost: 1 }, ['scored']],
    [
      'retrieval-metrics',
      { k: 1, queries: [{ ranked: [1], relevant: 'a' }] },
      ['queries[0].ranked[0]', 'queries[0].relevant'],
    ],
    ['vector-ranking', { ...search, measure: 'angle' }, ['measure']],
    ['vector-ranking', { ...search, documents: [{ id: 'a', vector: [] }] }, ['documents[0].vector']],
    ['token-cost', { ...tokens, chunks: 'many' }, ['chunks']],
    ['endpoint-instances', { peakPerSecond: [] }, ['peakPerSecond']],
    ['quorum', {}, ['lost']],
  ])('is refused by %s: %j', (name, value, places) => {
    expect(placesOf(name, value)).toEqual(places)
  })
})

describe('a number outside a formula', () => {
  test.each([
    [
      'zonal-instances',
      { ...zonal, zones: 1 },
      'zones - zonesLost must be a whole number of at least 1, not 0.',
    ],
    ['availability', { components: { a: 2 }, system: 'a' }, 'components.a must be from 0 to 1, not 2.'],
    ['storage-cost', { ...plan, days: -1, classes: [storageClass] }, 'days must be at least 0, not -1.'],
    ['transfer-time', { ...link, linkMbps: 0 }, 'linkMbps must be above 0, not 0.'],
    [
      'retrieval-metrics',
      { k: 0, queries: [{ ranked: [], relevant: [] }] },
      'k must be a whole number of at least 1, not 0.',
    ],
    [
      'endpoint-instances',
      { peakPerSecond: 1 },
      'Give instancePerSecond, or concurrentRequests and latencyMs.',
    ],
  ])('is refused by %s in the words of its range: %j', (name, value, reason) => {
    expect(placesOf(name, value)).toBe(reason)
  })
})
