import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { edgeCacheMissesModel } from './family.ts'
import { sampleCache } from './sample.ts'
import { type CacheScenario, type Caching, effectOf } from './solve.ts'

const page = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html'
const facts = { 'cloudfront-default-ttl': 86_400, 'cloudfront-maximum-ttl': 31_536_000 } as never

const at = (seconds: number, width = '320') => ({ at: seconds, path: '/a.webp', query: { width } })

/** One caching that is offered, for requests of which two may reach the origin. */
const documented = (after: Caching, requests: CacheScenario['requests']): CacheScenario => ({
  ...sampleCache(seededRandom('documented')),
  requests,
  current: { policy: { minimumTtl: 0, defaultTtl: 0, maximumTtl: 0 }, origin: {} },
  goal: 2,
  freshness: 3_600,
  changes: [{ id: 'offered', text: '', after }],
})

/** Keys and times by hand: a fetch where no copy of the key is younger than its time to live. */
function byHand({ changes, requests, goal, freshness }: CacheScenario): string[] {
  return changes
    .filter(({ after: { policy, origin } }) => {
      const { minimumTtl = 0, defaultTtl = 0, maximumTtl = 0, queryStrings, cookies } = policy
      const seconds =
        origin.maxAge === undefined ? defaultTtl : Math.min(Math.max(origin.maxAge, minimumTtl), maximumTtl)
      const fetched = new Map<string, number>()
      let count = 0
      for (const request of requests) {
        const strings =
          queryStrings === 'all' ? request.query : queryStrings === 'none' ? {} : request.query?.width
        const key = JSON.stringify([strings, cookies === 'none' ? null : request.cookies])
        const since = fetched.get(key)
        if (since !== undefined && request.at < since + seconds) continue
        fetched.set(key, request.at)
        count += 1
      }
      return count <= goal && queryStrings !== 'none' && seconds <= freshness
    })
    .map(({ id }) => id)
}

tryFamily(edgeCacheMissesModel, {
  secondRoute: byHand,
  golden: [
    {
      name: 'max-age below the minimum TTL is kept for the minimum TTL',
      page,
      scenario: documented(
        {
          policy: { minimumTtl: 600, defaultTtl: 600, maximumTtl: 600, queryStrings: ['width'] },
          origin: { maxAge: 60 },
        },
        [at(0), at(300), at(599), at(600)],
      ),
      answers: ['offered'],
    },
    {
      name: 'max-age between minimum and maximum TTL is kept for max-age',
      page,
      scenario: documented(
        {
          policy: { minimumTtl: 0, defaultTtl: 3_600, maximumTtl: 86_400, queryStrings: ['width'] },
          origin: { maxAge: 300 },
        },
        [at(0), at(299), at(300)],
      ),
      answers: ['offered'],
    },
  ],
})

describe('the cache key', () => {
  test('a query string counts only where the policy names it', () => {
    const requests = [at(0, '320'), at(60, '640')]
    const ttl = { minimumTtl: 600, defaultTtl: 600, maximumTtl: 600 }
    const effect = (queryStrings: 'none' | string[]) => {
      const caching: Caching = { policy: { ...ttl, queryStrings }, origin: {} }
      return effectOf(caching, documented(caching, requests), facts)
    }
    expect(effect(['width'])).toEqual({ fetches: 2, mixes: false, seconds: 600 })
    expect(effect('none')).toEqual({ fetches: 1, mixes: true, seconds: 600 })
  })
})
