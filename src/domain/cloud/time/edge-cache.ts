import { requireAtLeast } from '../capacity/require-number.ts'
import type { FactValues } from '../cloud-facts.ts'
import {
  aFlag,
  aNumber,
  aText,
  aWord,
  listOf,
  mapOf,
  optional,
  record,
  type Shape,
  type ShapeFault,
} from '../shape.ts'
import type { Trail } from './trail.ts'

/** Facts that a cache policy's defaults come from. */
export const edgeCacheFactIds = ['cloudfront-default-ttl', 'cloudfront-maximum-ttl'] as const

type Facts = Pick<FactValues, (typeof edgeCacheFactIds)[number]>

/** Which values of one kind are part of the cache key: all, none, or those named. */
export type KeyPart = 'all' | 'none' | readonly string[]

/** A cache policy: seconds to live and what the key holds beside the path; absent parts are left out of the key. */
export type CachePolicy = {
  readonly minimumTtl?: number
  readonly defaultTtl?: number
  readonly maximumTtl?: number
  readonly queryStrings?: KeyPart
  readonly headers?: 'none' | readonly string[]
  readonly cookies?: KeyPart
}

/**
 * What the origin says of how long a response may be kept, in seconds: the directives of Cache-Control, and Expires as
 * seconds after the response. `forbids` stands for no-cache, no-store or private.
 */
export type OriginHeaders = {
  readonly maxAge?: number
  readonly sMaxAge?: number
  readonly expiresAfter?: number
  readonly forbids?: boolean
}

type Pairs = Readonly<Record<string, string>>

/** A request at a second: path, and the values that may distinguish it. */
export type EdgeRequest = {
  readonly at: number
  readonly path: string
  readonly query?: Pairs
  readonly headers?: Pairs
  readonly cookies?: Pairs
}

/** A policy, an origin that answers every request alike (`origin`) or by path (`originByPath`), and requests in order. */
export type EdgeRun = {
  readonly policy: CachePolicy
  readonly origin?: OriginHeaders
  readonly originByPath?: Readonly<Record<string, OriginHeaders>>
  readonly requests: readonly EdgeRequest[]
}

/** What became of one request: `expired` is a miss on a key whose copy was too old. */
export type EdgeResult = {
  readonly at: number
  readonly result: 'hit' | 'miss' | 'expired'
  readonly key: string
}

/** Every result, the counts, and the reasons in words. */
export type EdgeOutcome = {
  readonly results: readonly EdgeResult[]
  readonly hits: number
  readonly originRequests: number
  readonly trail: Trail
}

/** How long a response is kept, in seconds, and which rule says so. */
export type TimeToLive = { readonly seconds: number; readonly reason: string }

const aKeyPart: Shape<KeyPart> = (value, at): readonly ShapeFault[] =>
  Array.isArray(value) ? listOf(aText)(value, at) : aWord('all', 'none')(value, at)

const aHeaderPart: Shape<'none' | readonly string[]> = (value, at): readonly ShapeFault[] =>
  Array.isArray(value) ? listOf(aText)(value, at) : aWord('none')(value, at)

const originShape = record<OriginHeaders>({
  maxAge: optional(aNumber),
  sMaxAge: optional(aNumber),
  expiresAfter: optional(aNumber),
  forbids: optional(aFlag),
})

const pairs: Shape<Pairs> = mapOf((value, at) => (value === '' ? [] : aText(value, at)))

/** The form of a run. */
export const edgeRunShape: Shape<EdgeRun> = record<EdgeRun>({
  policy: record<CachePolicy>({
    minimumTtl: optional(aNumber),
    defaultTtl: optional(aNumber),
    maximumTtl: optional(aNumber),
    queryStrings: optional(aKeyPart),
    headers: optional(aHeaderPart),
    cookies: optional(aKeyPart),
  }),
  origin: optional(originShape),
  originByPath: optional(mapOf(originShape)),
  requests: listOf(
    record<EdgeRequest>({
      at: aNumber,
      path: aText,
      query: optional(pairs),
      headers: optional(pairs),
      cookies: optional(pairs),
    }),
  ),
})

type Bounds = { readonly least: number; readonly usual: number; readonly most: number }

/** The default TTL follows the minimum when that is above the documented default, and so does the maximum. */
function boundsOf(policy: CachePolicy, facts: Facts): Bounds {
  const least = requireAtLeast('minimumTtl', policy.minimumTtl ?? 0, 0)
  const usual = policy.defaultTtl ?? Math.max(least, facts['cloudfront-default-ttl'])
  const most = policy.maximumTtl ?? Math.max(usual, facts['cloudfront-maximum-ttl'])
  return {
    least,
    usual: requireAtLeast('defaultTtl', usual, least),
    most: requireAtLeast('maximumTtl', most, usual),
  }
}

const statedAge = ({ sMaxAge, maxAge, expiresAfter }: OriginHeaders): readonly [number, string] | null => {
  if (sMaxAge !== undefined) return [sMaxAge, 's-maxage']
  if (maxAge !== undefined) return [maxAge, 'max-age']
  return expiresAfter === undefined ? null : [Math.max(0, expiresAfter), 'Expires']
}

/**
 * How long a response stays in the cache. s-maxage wins over max-age, and both over Expires; what the origin says is held
 * between the minimum and the maximum TTL; without a word of the origin the default TTL holds. no-cache, no-store and
 * private mean the minimum TTL, so they only keep a response out of the cache when that is 0.
 *
 * @throws RangeError unless 0 <= minimum <= default <= maximum
 * @see Amazon CloudFront developer guide, Managing how long content stays in the cache (expiration)
 * @example timeToLive({ minimumTtl: 60 }, { maxAge: 5 }, { 'cloudfront-default-ttl': 86400, 'cloudfront-maximum-ttl': 31536000 }).seconds // 60
 */
export function timeToLive(policy: CachePolicy, origin: OriginHeaders, facts: Facts): TimeToLive {
  const { least, usual, most } = boundsOf(policy, facts)
  if (origin.forbids === true)
    return { seconds: least, reason: 'the origin forbids caching, which leaves the minimum TTL' }
  const stated = statedAge(origin)
  if (stated === null) return { seconds: usual, reason: 'the origin says nothing, so the default TTL holds' }
  const [age, name] = stated
  if (age < least) return { seconds: least, reason: `${name} is below the minimum TTL, which holds` }
  if (age > most) return { seconds: most, reason: `${name} is above the maximum TTL, which holds` }
  return { seconds: age, reason: `${name} of the origin holds` }
}

const partOf = (part: KeyPart | undefined, given: Pairs = {}): string => {
  if (part === undefined || part === 'none') return ''
  const names = part === 'all' ? Object.keys(given) : part
  const held = [...new Set(names)].filter((name) => given[name] !== undefined).sort()
  return held.map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(given[name] ?? '')}`).join('&')
}

const lowerNames = (given: Pairs = {}): Pairs =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]))

/**
 * The cache key of a request: the path and what the policy includes. Names of headers do not know case.
 *
 * @example cacheKey({ queryStrings: ['size'] }, { at: 0, path: '/a', query: { size: 's', ref: 'x' } }) // '/a?size=s##'
 */
export function cacheKey(policy: CachePolicy, { path, query, headers, cookies }: EdgeRequest): string {
  const named = policy.headers === undefined || policy.headers === 'none' ? [] : policy.headers
  const headerPart = partOf(
    named.map((name) => name.toLowerCase()),
    lowerNames(headers),
  )
  return `${path}?${partOf(policy.queryStrings, query)}#${headerPart}#${partOf(policy.cookies, cookies)}`
}

/**
 * Sends requests to one edge location that keeps every copy until it is too old.
 *
 * @throws RangeError for requests out of order, or as timeToLive
 * @see Amazon CloudFront developer guide, Understand the cache key
 * @example simulateEdgeCache({ policy: {}, requests: [{ at: 0, path: '/a' }, { at: 1, path: '/a' }] }, { 'cloudfront-default-ttl': 86400, 'cloudfront-maximum-ttl': 31536000 }).hits // 1
 */
export function simulateEdgeCache(run: EdgeRun, facts: Facts): EdgeOutcome {
  const freshUntil = new Map<string, number>()
  const trail: { at: number; text: string }[] = []
  let now = 0
  const results = run.requests.map((request): EdgeResult => {
    now = requireAtLeast('at', request.at, now)
    const key = cacheKey(run.policy, request)
    const until = freshUntil.get(key)
    if (until !== undefined && now < until) return { at: now, result: 'hit', key }
    const { seconds, reason } = timeToLive(
      run.policy,
      run.originByPath?.[request.path] ?? run.origin ?? {},
      facts,
    )
    freshUntil.set(key, now + seconds)
    const result = until === undefined ? 'miss' : 'expired'
    trail.push({ at: now, text: `${request.path} is a miss (${result}), kept for ${seconds} s: ${reason}.` })
    return { at: now, result, key }
  })
  const hits = results.filter(({ result }) => result === 'hit').length
  return { results, hits, originRequests: results.length - hits, trail }
}
