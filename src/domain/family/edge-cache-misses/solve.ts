import type { FactValues } from '../../cloud/cloud-facts.ts'
import {
  type CachePolicy,
  cacheKey,
  type EdgeRequest,
  type OriginHeaders,
  simulateEdgeCache,
  timeToLive,
} from '../../cloud/time/edge-cache.ts'
import type { Answers, Misconception } from '../types.ts'
import type { Story } from './stories.ts'

/** Why too much reaches the origin. */
export const cases = ['query', 'cookies', 'short-age', 'short-default'] as const

/** How a file is cached. Origin Shield, a Last-Modified header and invalidations do not change how long and by which key. */
export type Caching = {
  readonly policy: CachePolicy
  readonly origin: OriginHeaders
  readonly shield?: boolean
  readonly lastModified?: boolean
  readonly invalidated?: boolean
}

/** What a colleague proposes: words as they stand in an option, and the caching as it would be afterwards. */
export type CachingChange = { readonly id: string; readonly text: string; readonly after: Caching }

/** A series of requests to one edge location that reach the origin too often. Times in seconds. */
export type CacheScenario = {
  readonly story: Story
  /** Cache hit ratio in percent, before the event and now. */
  readonly hits: readonly [before: number, now: number]
  readonly rendering: number
  readonly kind: (typeof cases)[number]
  readonly current: Caching
  readonly requests: readonly EdgeRequest[]
  /** Requests of the series that may reach the origin. */
  readonly goal: number
  /** Longest time until a replaced file must be seen, in seconds. */
  readonly freshness: number
  readonly changes: readonly CachingChange[]
}

/** What a belief leaves out: it sees the caching in another way, or does not care about a requirement. */
type Sight = {
  readonly view?: (caching: Caching, scenario: CacheScenario) => Caching
  readonly caresForWidths?: boolean
  readonly caresForFreshness?: boolean
}

/** True where the smallest and the largest width share one copy. */
const mixesWidths = ({ policy }: Caching, [request]: readonly EdgeRequest[]): boolean => {
  if (request === undefined) return false
  const [small, large] = ['320', '640'].map((width) =>
    cacheKey(policy, { ...request, query: { ...request.query, width } }),
  )
  return small === large
}

/** What caching does: requests of the series that reach the origin, and whether it meets the other requirements. */
export function effectOf(caching: Caching, scenario: CacheScenario, facts: FactValues) {
  const { policy, origin } = caching
  return {
    fetches: simulateEdgeCache({ policy, origin, requests: scenario.requests }, facts).originRequests,
    mixes: mixesWidths(caching, scenario.requests),
    seconds: timeToLive(policy, origin, facts).seconds,
  }
}

/** The changes that meet each requirement as a belief sees it, of caching that does not. */
const suiting =
  ({ view = (caching) => caching, caresForWidths = true, caresForFreshness = true }: Sight = {}) =>
  (scenario: CacheScenario, facts: FactValues): Answers => {
    const isFine = (caching: Caching): boolean => {
      const { fetches } = effectOf(view(caching, scenario), scenario, facts)
      const { mixes, seconds } = effectOf(caching, scenario, facts)
      return (
        fetches <= scenario.goal &&
        !(caresForWidths && mixes) &&
        !(caresForFreshness && seconds > scenario.freshness)
      )
    }
    return isFine(scenario.current)
      ? []
      : scenario.changes.filter(({ after }) => isFine(after)).map(({ id }) => id)
  }

/** The changes that meet each requirement. */
export const solveCache = suiting()

const withPolicy = (caching: Caching, change: Partial<CachePolicy>): Caching => ({
  ...caching,
  policy: { ...caching.policy, ...change },
})

/** Cached for the whole series. */
const kept = (caching: Caching): Caching =>
  withPolicy({ ...caching, origin: {} }, { minimumTtl: 3_600, defaultTtl: 3_600, maximumTtl: 3_600 })

/** One copy for each path. */
const byPath = (caching: Caching): Caching => withPolicy(caching, { queryStrings: 'none', cookies: 'none' })

/** Beliefs about what makes two requests the same and how long a copy lives. */
export const cacheMisconceptions: readonly Misconception<CacheScenario>[] = [
  {
    id: 'expiry-to-blame',
    statement: 'CloudFront keeps one copy for each path, so a miss means that the copy was too old.',
    solve: (scenario, facts) =>
      scenario.kind === 'query' || scenario.kind === 'cookies'
        ? suiting({
            view: (caching, { current }) =>
              caching.origin === current.origin && caching.policy.minimumTtl === current.policy.minimumTtl
                ? caching
                : byPath(caching),
          })(scenario, facts)
        : [],
  },
  {
    id: 'widths-stay-apart',
    statement: 'CloudFront keeps answers apart that the origin made for different query strings.',
    solve: suiting({ caresForWidths: false }),
  },
  {
    id: 'shield-merges',
    statement: 'Origin Shield answers requests that differ in the cache key from one copy.',
    solve: suiting({ view: (caching) => (caching.shield === true ? kept(byPath(caching)) : caching) }),
  },
  {
    id: 'default-ttl',
    statement: 'The default TTL holds, whatever the origin sends.',
    solve: suiting({ view: (caching) => ({ ...caching, origin: {} }) }),
  },
  {
    id: 'maximum-ttl',
    statement: 'A higher maximum TTL keeps copies longer, whatever else is set.',
    solve: suiting({
      view: (caching, { current }) =>
        (caching.policy.maximumTtl ?? 0) > (current.policy.maximumTtl ?? 0) ? kept(caching) : caching,
    }),
  },
  {
    id: 'changes-are-seen',
    statement: 'CloudFront fetches a file again as soon as it changes at the origin.',
    solve: suiting({ caresForFreshness: false }),
  },
  {
    id: 'last-modified-caches',
    statement: 'A Last-Modified header lets an edge location answer without asking the origin.',
    solve: suiting({ view: (caching) => (caching.lastModified === true ? kept(caching) : caching) }),
  },
  {
    id: 'invalidation-loads',
    statement:
      'An invalidation loads fresh copies into the edge locations, where the next requests find them.',
    solve: suiting({ view: (caching) => (caching.invalidated === true ? kept(byPath(caching)) : caching) }),
  },
]
