import type { CachePolicy, EdgeRequest, OriginHeaders } from '../../cloud/time/edge-cache.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { drawSetting } from '../parts/setting.ts'
import type { CacheScenario } from './solve.ts'

const minute = 60
const requests = 7

/** Minimum, default and maximum TTL, and what the origin sends; at times the policy overrules the origin. */
function drawTimes(random: SeededRandom): { readonly ttl: CachePolicy; readonly origin: OriginHeaders } {
  const maxAge = pick(random, [1, 2, 5, 10, 20, 30]) * minute
  const minimumTtl = chance(random, 0.4) ? pick(random, [5, 10, 15]) * minute : 0
  const defaultTtl = pick(random, [10, 15, 30, 60]) * minute
  const maximumTtl = pick(random, [15, 20, 60, 120]) * minute
  const ttl = { minimumTtl, defaultTtl: Math.max(minimumTtl, defaultTtl), maximumTtl }
  return { ttl: { ...ttl, maximumTtl: Math.max(maximumTtl, ttl.defaultTtl) }, origin: { maxAge } }
}

function drawRequests(random: SeededRandom, path: string): readonly EdgeRequest[] {
  let at = 0
  return Array.from({ length: requests }, (_, index) => {
    at += index === 0 ? 0 : pick(random, [1, 1, 2, 3, 4, 6, 9]) * minute
    return {
      at,
      path,
      query: { width: pick(random, ['320', '640']), utm: pick(random, ['mail', 'ad']) },
      cookies: { visitor: pick(random, ['v1', 'v2']) },
    }
  })
}

/** Draws a policy, an origin and requests for one file in one edge location. */
export function sampleCache(random: SeededRandom): CacheScenario {
  const setting = drawSetting(random)
  const { ttl, origin } = drawTimes(random)
  return {
    setting,
    rendering: random.integer(3),
    question: random.integer(3),
    policy: {
      ...ttl,
      queryStrings: pick(random, [['width'], ['width'], 'all', 'none'] as const),
      cookies: pick(random, ['none', 'none', ['visitor']] as const),
    },
    origin,
    requests: drawRequests(
      random,
      `/img/${pick(random, ['hero', 'cover', 'tile', 'banner'])}-${between(random, 11, 98)}.webp`,
    ),
  }
}
