import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { edgeCacheMissesModel } from './family.ts'
import { sampleCache } from './sample.ts'
import { type CacheScenario, solveCache } from './solve.ts'

const page = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html'
const facts = { 'cloudfront-default-ttl': 86_400, 'cloudfront-maximum-ttl': 31_536_000 } as never

const scenario = (changes: Partial<CacheScenario>): CacheScenario => ({
  ...sampleCache(seededRandom('documented')),
  ...changes,
})

const at = (seconds: number, width = '320') => ({ at: seconds, path: '/a.webp', query: { width } })

/** Keys and times by hand: a fetch where no copy of the key is younger than its time to live. */
function byHand({ policy, origin, requests }: CacheScenario): number[] {
  const seconds = Math.min(Math.max(origin.maxAge ?? 0, policy.minimumTtl ?? 0), policy.maximumTtl ?? 0)
  const fetched = new Map<string, number>()
  let count = 0
  for (const { at: now, path, query, cookies } of requests) {
    const strings =
      policy.queryStrings === 'all' ? query : policy.queryStrings === 'none' ? {} : { width: query?.width }
    const key = JSON.stringify([path, strings, policy.cookies === 'none' ? null : cookies])
    const since = fetched.get(key)
    if (since !== undefined && now < since + seconds) continue
    fetched.set(key, now)
    count += 1
  }
  return [count]
}

tryFamily(edgeCacheMissesModel, {
  secondRoute: byHand,
  golden: [
    {
      name: 'max-age below the minimum TTL is kept for the minimum TTL',
      page,
      scenario: scenario({
        policy: { minimumTtl: 600, defaultTtl: 600, maximumTtl: 600 },
        origin: { maxAge: 60 },
        requests: [at(0), at(300), at(599), at(600)],
      }),
      answers: [2],
    },
    {
      name: 'max-age between minimum and maximum TTL is kept for max-age',
      page,
      scenario: scenario({
        policy: { minimumTtl: 0, defaultTtl: 3_600, maximumTtl: 86_400 },
        origin: { maxAge: 300 },
        requests: [at(0), at(299), at(300)],
      }),
      answers: [2],
    },
  ],
})

describe('the cache key', () => {
  test('a query string counts only where the policy names it', () => {
    const requests = [at(0, '320'), at(60, '640')]
    const ttl = { minimumTtl: 600, defaultTtl: 600, maximumTtl: 600 }
    const named = scenario({ requests, policy: { ...ttl, queryStrings: ['width'] } })
    const none = scenario({ requests, policy: { ...ttl, queryStrings: 'none' } })
    expect([solveCache(named, facts), solveCache(none, facts)]).toEqual([[2], [1]])
  })
})
