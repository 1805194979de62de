import type { FactValues } from '../../cloud/cloud-facts.ts'
import {
  type CachePolicy,
  type EdgeRequest,
  type OriginHeaders,
  simulateEdgeCache,
} from '../../cloud/time/edge-cache.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** Requests to one edge location under a cache policy. Times in seconds. */
export type CacheScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly question: number
  readonly policy: CachePolicy
  readonly origin: OriginHeaders
  readonly requests: readonly EdgeRequest[]
}

type Change = (scenario: CacheScenario) => Partial<Pick<CacheScenario, 'policy' | 'origin'>>

const counting =
  (change: Change) =>
  (scenario: CacheScenario, facts: FactValues): Answers => {
    const { policy, origin, requests } = { ...scenario, ...change(scenario) }
    return [simulateEdgeCache({ policy, origin, requests }, facts).originRequests]
  }

/** How many of the requests reach the origin. */
export const solveCache = counting(() => ({}))

/** Beliefs about what makes two requests the same and how long a copy lives. */
export const cacheMisconceptions: readonly Misconception<CacheScenario>[] = [
  {
    id: 'whole-address',
    statement: 'Every query string makes a separate copy, whatever the cache policy names.',
    solve: counting(({ policy }) => ({ policy: { ...policy, queryStrings: 'all' } })),
  },
  {
    id: 'path-alone',
    statement: 'CloudFront keeps one copy for each path.',
    solve: counting(({ policy }) => ({ policy: { ...policy, queryStrings: 'none', cookies: 'none' } })),
  },
  {
    id: 'cookies-vary',
    statement: 'Viewers with different cookies never share a copy.',
    solve: counting(({ policy }) => ({ policy: { ...policy, cookies: 'all' } })),
  },
  {
    id: 'default-ttl',
    statement: 'The default TTL holds, whatever the origin sends.',
    solve: counting(() => ({ origin: {} })),
  },
  {
    id: 'origin-alone',
    statement: 'The origin alone says how long a copy is kept.',
    solve: counting(({ policy }) => ({ policy: { ...policy, minimumTtl: 0, maximumTtl: 31_536_000 } })),
  },
  {
    id: 'kept-for-good',
    statement: 'A copy stays until it is invalidated.',
    solve: counting(({ policy }) => ({
      policy: { ...policy, minimumTtl: 86_400, defaultTtl: 86_400, maximumTtl: 86_400 },
    })),
  },
]
