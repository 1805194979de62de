import type { CachePolicy, EdgeRequest } from '../../cloud/time/edge-cache.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { type CacheScenario, type Caching, type CachingChange, cases } from './solve.ts'
import { type Story, stories } from './stories.ts'

const minute = 60
const day = 86_400
const length = 6

/** Requests for two widths of one file, from visitors and campaigns that differ. */
function drawRequests(random: SeededRandom): readonly EdgeRequest[] {
  const path = `/img/${pick(random, ['hero', 'cover', 'tile', 'banner', 'map'])}-${between(random, 11, 98)}.webp`
  let at = between(random, 1, 9) * minute
  const shift = random.integer(2)
  return Array.from({ length }, (_, index) => {
    at += index === 0 ? 0 : between(random, 2, 3) * minute
    return {
      at,
      path,
      query: {
        width: (index + shift) % 2 === 0 ? '320' : '640',
        utm: `${pick(random, ['mail', 'ad', 'post', 'app'])}${index + between(random, 1, 3) * 10}`,
      },
      cookies: { visitor: `v${index * 7 + between(random, 10, 16)}` },
    }
  })
}

type Kind = CacheScenario['kind']

function currentOf(kind: Kind, random: SeededRandom): Caching {
  const isShort = kind === 'short-age' || kind === 'short-default'
  return {
    policy: {
      minimumTtl: 0,
      defaultTtl: { query: 60 * minute, cookies: 60 * minute, 'short-age': minute, 'short-default': 30 }[
        kind
      ],
      maximumTtl: kind === 'short-default' ? 60 * minute : day,
      queryStrings: kind === 'query' ? 'all' : ['width'],
      cookies: kind === 'cookies' ? ['visitor'] : 'none',
    },
    origin:
      kind === 'short-default'
        ? {}
        : { maxAge: isShort ? pick(random, [30, 45, 60]) : pick(random, [15, 20]) * minute },
  }
}

/** Changes of one caching; `wanted` is a time to live that is long enough and fresh enough, in seconds. */
function editorOf(current: Caching, wanted: number, story: Story, random: SeededRandom) {
  const minutes = wanted / minute
  const policy = (id: string, text: string, change: Partial<CachePolicy>): CachingChange => ({
    id,
    text,
    after: { ...current, policy: { ...current.policy, ...change } },
  })
  const age = (id: string, seconds: number): CachingChange => ({
    id,
    text: `Have the origin send Cache-Control: max-age=${seconds}`,
    after: { ...current, origin: { maxAge: seconds } },
  })
  return {
    ...{ minutes, wanted, random, policy, age, story },
    minimum: policy('minimum', `Set the minimum TTL of the cache policy to ${minutes} minutes`, {
      minimumTtl: wanted,
    }),
    both: policy('minimum', `Set the minimum and the default TTL of the cache policy to ${minutes} minutes`, {
      minimumTtl: wanted,
      defaultTtl: wanted,
    }),
    shield: {
      id: 'shield',
      text: 'Turn on Origin Shield in the Region of the origin',
      after: { ...current, shield: true },
    },
    validator: {
      id: 'validator',
      text: 'Add a Last-Modified header to the responses of the origin',
      after: { ...current, lastModified: true },
    },
    invalidation: {
      id: 'invalidation',
      text: `Create an invalidation for the path of the ${story.content} each morning`,
      after: { ...current, invalidated: true },
    },
  }
}

/** What colleagues propose. */
const proposals: Readonly<Record<Kind, (draft: ReturnType<typeof editorOf>) => readonly CachingChange[]>> = {
  query: (draft) => [
    draft.policy('widths', `Include ${draft.story.parameter} as the one parameter in the cache key`, {
      queryStrings: ['width'],
    }),
    draft.policy('none', 'Take the query strings out of the cache key', { queryStrings: 'none' }),
    chance(draft.random, 0.5) ? draft.age('age', draft.wanted) : draft.minimum,
    draft.shield,
    draft.invalidation,
  ],
  cookies: (draft) => [
    draft.policy('no-cookies', 'Take the cookie out of the cache key', {
      cookies: 'none',
    }),
    draft.policy('neither', 'Take the cookie and the query string out of the cache key', {
      cookies: 'none',
      queryStrings: 'none',
    }),
    chance(draft.random, 0.5) ? draft.age('age', draft.wanted) : draft.minimum,
    draft.shield,
    draft.invalidation,
  ],
  'short-age': (draft) => [
    chance(draft.random, 0.5) ? draft.age('age', draft.wanted) : draft.both,
    draft.policy('default', `Set the default TTL of the cache policy to ${draft.minutes} minutes`, {
      defaultTtl: draft.wanted,
    }),
    draft.policy('maximum', 'Raise the maximum TTL of the cache policy to 7 days', { maximumTtl: 7 * day }),
    draft.policy('day', 'Set both the minimum and the default TTL to one day', {
      minimumTtl: day,
      defaultTtl: day,
    }),
    draft.validator,
    draft.shield,
  ],
  'short-default': (draft) => [
    chance(draft.random, 0.5)
      ? draft.age('age', draft.wanted)
      : draft.policy('default', `Set the default TTL of the cache policy to ${draft.minutes} minutes`, {
          defaultTtl: draft.wanted,
        }),
    draft.policy('maximum', 'Raise the maximum TTL of the cache policy to one day', { maximumTtl: day }),
    draft.policy('day', 'Set both the default and the maximum TTL to one day', {
      defaultTtl: day,
      maximumTtl: day,
    }),
    draft.validator,
    draft.shield,
  ],
}

/** Draws a series of requests that reach the origin too often, and what colleagues propose. */
export function sampleCache(random: SeededRandom): CacheScenario {
  const kind = pick(random, cases)
  const current = currentOf(kind, random)
  const story = pick(random, stories)
  return {
    story,
    hits: [between(random, 83, 96), between(random, 4, 27)],
    rendering: 2 * cases.indexOf(kind) + random.integer(2),
    kind,
    current,
    requests: drawRequests(random),
    goal: 2,
    freshness: pick(random, [30, 40, 45]) * minute,
    changes: proposals[kind](editorOf(current, pick(random, [20, 25, 30]) * minute, story, random)),
  }
}
