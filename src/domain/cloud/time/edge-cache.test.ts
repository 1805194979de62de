import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { readShape } from '../shape.ts'
import {
  type CachePolicy,
  cacheKey,
  edgeRunShape,
  type OriginHeaders,
  simulateEdgeCache,
  timeToLive,
} from './edge-cache.ts'

const ttl = (policy: CachePolicy, origin: OriginHeaders) => timeToLive(policy, origin, values).seconds
const policy = { minimumTtl: 0, defaultTtl: 100, maximumTtl: 1000 }
const raised = { ...policy, minimumTtl: 50 }

// Amazon CloudFront developer guide, Managing how long content stays in the cache: rows of the table.
describe('time to live', () => {
  test.each<[string, CachePolicy, OriginHeaders, number]>([
    ['max-age between the bounds', policy, { maxAge: 500 }, 500],
    ['max-age above the maximum', policy, { maxAge: 5000 }, 1000],
    ['max-age below the minimum', raised, { maxAge: 5 }, 50],
    ['no word of the origin', policy, {}, 100],
    [
      'no word of the origin under a raised minimum',
      { minimumTtl: 200, defaultTtl: 200, maximumTtl: 900 },
      {},
      200,
    ],
    ['s-maxage beside max-age', policy, { maxAge: 500, sMaxAge: 70 }, 70],
    ['Expires', policy, { expiresAfter: 300 }, 300],
    ['Expires beside max-age', policy, { expiresAfter: 300, maxAge: 20 }, 20],
    ['Expires in the past', policy, { expiresAfter: -5 }, 0],
    ['no-store with minimum 0', policy, { forbids: true, maxAge: 500 }, 0],
    ['no-store with a raised minimum', raised, { forbids: true }, 50],
    ['all defaults', {}, {}, 86_400],
    ['all defaults and a long max-age', {}, { maxAge: 99_999_999 }, 31_536_000],
    ['a minimum above the usual default', { minimumTtl: 100_000 }, {}, 100_000],
  ])('follows %s', (_, given, origin, expected) => {
    expect(ttl(given, origin)).toBe(expected)
  })

  test('is refused for bounds out of order', () => {
    expect(() => ttl({ minimumTtl: 10, defaultTtl: 5 }, {})).toThrow(/defaultTtl/)
    expect(() => ttl({ defaultTtl: 10, maximumTtl: 5 }, {})).toThrow(/maximumTtl/)
    expect(() => ttl({ minimumTtl: -1 }, {})).toThrow(/minimumTtl/)
  })

  test('stays between minimum and maximum whatever the origin says', () => {
    const origin = fc.record(
      { maxAge: fc.nat(3000), sMaxAge: fc.nat(3000), expiresAfter: fc.integer(), forbids: fc.boolean() },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(origin, (given) => {
        const seconds = ttl(raised, given)
        expect(seconds).toBeGreaterThanOrEqual(50)
        expect(seconds).toBeLessThanOrEqual(1000)
      }),
    )
  })
})

describe('the cache key', () => {
  const request = {
    at: 0,
    path: '/a',
    query: { size: 's', ref: 'mail' },
    headers: { 'Accept-Language': 'de', 'User-Agent': 'x' },
    cookies: { session: '1' },
  }

  test('holds only the path unless the policy adds more', () => {
    expect(cacheKey({}, request)).toBe(cacheKey({}, { at: 9, path: '/a' }))
    expect(cacheKey({ queryStrings: 'none', headers: 'none', cookies: 'none' }, request)).toBe('/a?##')
  })

  test('takes the query strings, headers and cookies that are named, or all', () => {
    expect(cacheKey({ queryStrings: ['size'] }, request)).toBe('/a?size=s##')
    expect(cacheKey({ queryStrings: 'all' }, request)).toBe('/a?ref=mail&size=s##')
    expect(cacheKey({ headers: ['accept-language'] }, request)).toBe('/a?#accept-language=de#')
    expect(cacheKey({ cookies: ['session', 'theme'] }, request)).toBe('/a?##session=1')
  })

  test('does not confuse a value with a separator', () => {
    const keyOf = (query: Record<string, string>) =>
      cacheKey({ queryStrings: 'all' }, { at: 0, path: '/', query })
    expect(keyOf({ a: '1&b=2' })).not.toBe(keyOf({ a: '1', b: '2' }))
  })
})

describe('an edge location', () => {
  const at = (...seconds: number[]) => seconds.map((second) => ({ at: second, path: '/logo.png' }))

  test('asks the origin once in a time to live', () => {
    const outcome = simulateEdgeCache(
      { policy, origin: { maxAge: 60 }, requests: at(0, 10, 59, 60, 61) },
      values,
    )
    expect(outcome.results.map(({ result }) => result)).toEqual(['miss', 'hit', 'hit', 'expired', 'hit'])
    expect(outcome).toMatchObject({ hits: 3, originRequests: 2 })
    expect(outcome.trail[0]).toEqual({
      at: 0,
      text: '/logo.png is a miss (miss), kept for 60 s: max-age of the origin holds.',
    })
  })

  test('never hits where caching is forbidden and the minimum is 0', () => {
    expect(simulateEdgeCache({ policy, origin: { forbids: true }, requests: at(0, 1, 2) }, values).hits).toBe(
      0,
    )
  })

  test('keeps one copy for each key', () => {
    const requests = ['de', 'fr', 'de', 'fr'].map((language, second) => ({
      at: second,
      path: '/',
      headers: { 'Accept-Language': language },
    }))
    expect(simulateEdgeCache({ policy, requests }, values).hits).toBe(3)
    const varied = { ...policy, headers: ['Accept-Language'] }
    expect(simulateEdgeCache({ policy: varied, requests }, values).hits).toBe(2)
  })

  test('asks the origin of the path', () => {
    const requests = [0, 5].flatMap((second) => ['/a', '/b'].map((path) => ({ at: second, path })))
    const originByPath = { '/a': { maxAge: 3 } }
    expect(simulateEdgeCache({ policy, originByPath, requests }, values).hits).toBe(1)
  })

  test('refuses time that runs backwards and forms that are wrong', () => {
    expect(() => simulateEdgeCache({ policy, requests: at(2, 1) }, values)).toThrow(RangeError)
    const faulty = { policy: { headers: 'all', cookies: 3 }, requests: [{ at: 0 }] }
    const read = readShape(edgeRunShape, faulty)
    expect(read.ok ? [] : read.error.faults.map((fault) => fault.at)).toEqual([
      'policy.headers',
      'policy.cookies',
      'requests[0].path',
    ])
  })

  test('hits no more when the key holds more', () => {
    const request = fc.record({
      at: fc.nat(50),
      path: fc.constantFrom('/a', '/b'),
      query: fc.dictionary(fc.constantFrom('x', 'y'), fc.constantFrom('1', '2')),
    })
    fc.assert(
      fc.property(fc.array(request), (list) => {
        const requests = [...list].sort((left, right) => left.at - right.at)
        const hits = (queryStrings: CachePolicy['queryStrings']) =>
          simulateEdgeCache({ policy: { ...policy, queryStrings: queryStrings ?? 'none' }, requests }, values)
            .hits
        expect(hits('all')).toBeLessThanOrEqual(hits(['x']))
        expect(hits(['x'])).toBeLessThanOrEqual(hits('none'))
      }),
    )
  })
})
