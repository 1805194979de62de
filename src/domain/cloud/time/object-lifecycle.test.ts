import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { readShape } from '../shape.ts'
import { canTransition, dueDay } from './lifecycle-rule.ts'
import {
  type LifecycleRule,
  type LifecycleRun,
  lifecycleRunShape,
  type ObjectOperation,
  type StoredVersion,
  storageClasses,
} from './lifecycle-types.ts'
import { simulateLifecycle } from './object-lifecycle.ts'

const put = (day: number, key = 'a', more: object = {}): ObjectOperation => ({ day, op: 'put', key, ...more })
const words = ({ key, version, kind, current, class: name }: StoredVersion): string =>
  `${key}${version}${current ? '*' : ''} ${kind === 'object' ? name : 'marker'}`
const on = (day: number, run: Omit<LifecycleRun, 'days'>): string[] =>
  simulateLifecycle({ ...run, days: [day] }, values).days[0]!.versions.map(words)
const versioned = (rules: readonly LifecycleRule[], operations: readonly ObjectOperation[]) => ({
  versioning: 'enabled' as const,
  rules,
  operations,
})
const plain = (rules: readonly LifecycleRule[], operations: readonly ObjectOperation[]) => ({
  ...versioned(rules, operations),
  versioning: 'disabled' as const,
})

// Amazon S3 user guide, Lifecycle configuration elements: 15 January 10:30 plus 3 days is 19 January 00:00.
test('an action falls due at the midnight after its days', () => {
  expect(dueDay(10.5 / 24, 3)).toBe(4)
})

// Same page: created 1 January, deleted 2 January 11:30, five noncurrent days: gone on 8 January 00:00.
test('a noncurrent version counts from its successor', () => {
  const run = versioned(
    [{ id: 'tidy', noncurrentExpiration: { days: 5 } }],
    [put(0, 'photo', { hour: 10.5 }), { day: 1, hour: 11.5, op: 'delete', key: 'photo' }],
  )
  expect(on(6, run)).toEqual(['photo2* marker', 'photo1 STANDARD'])
  expect(on(7, run)).toEqual(['photo2* marker'])
})

describe('expiration', () => {
  const week = { id: 'week', expireAfterDays: 7 }

  test('deletes without versioning', () => {
    const run = plain([week], [put(0)])
    expect(on(7, run)).toEqual(['a1* STANDARD'])
    expect(on(8, run)).toEqual([])
  })

  test('only puts a delete marker with versioning, and leaves old versions alone', () => {
    const run = versioned([week], [put(0), put(1)])
    expect(on(9, run)).toEqual(['a3* marker', 'a2 STANDARD', 'a1 STANDARD'])
    expect(on(400, run)).toEqual(['a3* marker', 'a2 STANDARD', 'a1 STANDARD'])
  })

  test('with noncurrent expiration empties the bucket, the marker last', () => {
    const rule = { ...week, noncurrentExpiration: { days: 3 } }
    const run = versioned([rule], [put(0)])
    expect(on(8, run)).toEqual(['a2* marker', 'a1 STANDARD'])
    expect(on(12, run)).toEqual(['a2* marker'])
    expect(on(15, run)).toEqual(['a2* marker'])
    expect(on(16, run)).toEqual([])
  })

  test('replaces the null version while versioning is suspended', () => {
    const run = {
      ...versioned([week], [put(0), { day: 1, op: 'versioning', state: 'suspended' } as const, put(2)]),
    }
    expect(on(2, run)).toEqual(['a2* STANDARD', 'a1 STANDARD'])
    expect(on(10, run)).toEqual(['a3* marker', 'a1 STANDARD'])
  })

  test('removes lone markers when told to', () => {
    const rules = [{ id: 'all', noncurrentExpiration: { days: 1 }, removeExpiredMarkers: true }]
    const run = versioned(rules, [put(0), { day: 0, hour: 13, op: 'delete', key: 'a' }])
    expect(on(1, run)).toEqual(['a2* marker', 'a1 STANDARD'])
    expect(on(2, run)).toEqual(['a2* marker'])
    expect(on(3, run)).toEqual([])
  })
})

describe('noncurrent versions', () => {
  const operations = [put(0), put(1), put(2), put(3), put(4)]

  test('are kept in number as well as in days', () => {
    const rule = (newerVersions: number) => [{ id: 'keep', noncurrentExpiration: { days: 1, newerVersions } }]
    expect(on(60, versioned(rule(2), operations))).toEqual(['a5* STANDARD', 'a4 STANDARD', 'a3 STANDARD'])
    expect(on(60, versioned(rule(9), operations))).toHaveLength(5)
  })

  test('move by the days since they were replaced, not since they were created', () => {
    const rules = [{ id: 'cool', noncurrentTransitions: [{ days: 30, class: 'STANDARD_IA' as const }] }]
    const run = versioned(rules, [put(0), put(100)])
    expect(on(130, run)).toEqual(['a2* STANDARD', 'a1 STANDARD'])
    expect(on(131, run)).toEqual(['a2* STANDARD', 'a1 STANDARD_IA'])
  })

  test('become current again when the marker is deleted', () => {
    const run = versioned(
      [{ id: 'tidy', noncurrentExpiration: { days: 9 } }],
      [put(0), { day: 1, op: 'delete', key: 'a' }, { day: 2, op: 'delete-version', key: 'a', version: 2 }],
    )
    expect(on(40, run)).toEqual(['a1* STANDARD'])
  })
})

describe('transitions', () => {
  const cooling: LifecycleRule = {
    id: 'cool',
    transitions: [
      { days: 30, class: 'STANDARD_IA' },
      { days: 90, class: 'GLACIER' },
      { days: 365, class: 'DEEP_ARCHIVE' },
    ],
    expireAfterDays: 2555,
  }

  test.each([
    [30, 'STANDARD'],
    [31, 'STANDARD_IA'],
    [90, 'STANDARD_IA'],
    [91, 'GLACIER'],
    [366, 'DEEP_ARCHIVE'],
  ])('on day %i the object is in %s', (day, name) => {
    expect(on(day, plain([cooling], [put(0)]))).toEqual([`a1* ${name}`])
  })

  test('leave small objects where they are, unless the rule filters by size', () => {
    const small = [put(0, 'a', { size: 131_071 })]
    expect(on(400, plain([cooling], small))).toEqual(['a1* STANDARD'])
    expect(on(31, plain([{ ...cooling, largerThan: 1000 }], small))).toEqual(['a1* STANDARD_IA'])
    expect(on(31, plain([cooling], [put(0, 'a', { size: 131_072 })]))).toEqual(['a1* STANDARD_IA'])
  })

  test('touch only what the filter names', () => {
    const rule = { ...cooling, prefix: 'logs/', tags: { keep: 'no' } }
    const operations = [
      put(0, 'logs/1', { tags: { keep: 'no', team: 'x' } }),
      put(0, 'logs/2', { tags: { keep: 'yes' } }),
      put(0, 'data/1', { tags: { keep: 'no' } }),
    ]
    expect(on(31, plain([rule], operations))).toEqual([
      'data/11* STANDARD',
      'logs/11* STANDARD_IA',
      'logs/21* STANDARD',
    ])
    expect(on(31, plain([{ ...rule, enabled: false }], operations)).join()).not.toContain('IA')
  })

  test('never go up', () => {
    for (const from of storageClasses) {
      expect(canTransition(from, 'STANDARD')).toBe(false)
      expect(canTransition(from, from)).toBe(false)
    }
    expect(on(60, plain([cooling], [put(0, 'a', { class: 'DEEP_ARCHIVE' })]))).toEqual(['a1* DEEP_ARCHIVE'])
  })
})

describe('a rule that the service refuses', () => {
  test.each<[string, Partial<LifecycleRule>]>([
    ['days', { transitions: [{ days: 29, class: 'STANDARD_IA' }] }],
    ['days', { noncurrentTransitions: [{ days: 29, class: 'ONEZONE_IA' }] }],
    [
      'must follow STANDARD_IA',
      {
        transitions: [
          { days: 30, class: 'STANDARD_IA' },
          { days: 59, class: 'GLACIER' },
        ],
      },
    ],
    ['expireAfterDays', { transitions: [{ days: 60, class: 'GLACIER' }], expireAfterDays: 60 }],
    ['expireAfterDays', { expireAfterDays: 0 }],
    ['removeExpiredMarkers', { expireAfterDays: 3, removeExpiredMarkers: true }],
    ['noncurrentExpiration', { noncurrentExpiration: { days: 0.5 } }],
  ])('is refused here: %s of %j', (text, rule) => {
    expect(() => on(1, plain([{ id: 'r', ...rule }], []))).toThrow(text)
  })

  test('and so is a run of another form', () => {
    const faulty = { versioning: 'on', rules: [], operations: [{ op: 'copy' }], days: [] }
    const read = readShape(lifecycleRunShape, faulty)
    expect(read.ok ? [] : read.error.faults.map(({ at }) => at)).toEqual([
      'versioning',
      'operations[0].op',
      'days',
    ])
    expect(() => on(1.5, plain([], []))).toThrow(/days/)
    expect(() => on(1, plain([], [put(0, 'a', { hour: 25 })]))).toThrow(/hour/)
  })
})

test('every change is told', () => {
  const { trail } = simulateLifecycle(
    {
      ...versioned([{ id: 'r', expireAfterDays: 1, noncurrentExpiration: { days: 1 } }], [put(0)]),
      days: [9],
    },
    values,
  )
  expect(trail).toEqual([
    { at: 2, text: 'Rule r puts a delete marker on version 1 of a.' },
    { at: 4, text: 'Rule r deletes noncurrent version 1 of a for good.' },
    { at: 5, text: 'Rule r removes delete marker 2 of a, which has no versions left below it.' },
  ])
})

describe('properties of a bucket', () => {
  const operation = fc.record({
    day: fc.nat(20),
    op: fc.constantFrom('put' as const, 'delete' as const),
    key: fc.constantFrom('a', 'b'),
  })
  const rule = fc.record(
    {
      id: fc.constant('r'),
      expireAfterDays: fc.integer({ min: 1, max: 10 }),
      noncurrentExpiration: fc.record({
        days: fc.integer({ min: 1, max: 10 }),
        newerVersions: fc.integer({ min: 1, max: 3 }),
      }),
    },
    { requiredKeys: ['id'] },
  )

  test('exactly the newest version of a key is current, and versions stand newest first', () => {
    fc.assert(
      fc.property(fc.array(operation), rule, fc.nat(40), (operations, one, day) => {
        const { versions } = simulateLifecycle({ ...versioned([one], operations), days: [day] }, values)
          .days[0]!
        for (const key of ['a', 'b']) {
          const stack = versions.filter((version) => version.key === key)
          expect(stack.every(({ current }, index) => current === (index === 0))).toBe(true)
          const numbers = stack.map(({ version }) => version)
          expect(numbers).toEqual([...numbers].sort((left, right) => right - left))
        }
      }),
    )
  })

  test('keeping more newer versions never leaves fewer', () => {
    fc.assert(
      fc.property(fc.array(operation), fc.integer({ min: 1, max: 5 }), (operations, keep) => {
        const left = (newerVersions: number) =>
          on(60, versioned([{ id: 'r', noncurrentExpiration: { days: 1, newerVersions } }], operations))
            .length
        expect(left(keep + 1)).toBeGreaterThanOrEqual(left(keep))
      }),
    )
  })
})
