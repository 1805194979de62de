import type { EdgeRequest, KeyPart } from '../../cloud/time/edge-cache.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, inWords, paragraphs } from '../parts/words.ts'
import type { CacheScenario } from './solve.ts'

const minutes = (seconds = 0): string => (seconds === 0 ? '0' : counted(seconds / 60, 'minute'))

const addressOf = ({ path, query }: EdgeRequest): string => `${path}?width=${query?.width}&utm=${query?.utm}`

const keyPart = (part: KeyPart | undefined): string => {
  if (part === undefined || part === 'none') return 'none'
  return part === 'all' ? 'all' : part.join(', ')
}

const clock = (seconds: number): string => `10:${String(seconds / 60).padStart(2, '0')}`

const table = ({ requests }: CacheScenario): string =>
  [
    '```text',
    `${'Time'.padEnd(7)}${'Request'.padEnd(42)}Cookie`,
    ...requests.map(
      (request) =>
        `${clock(request.at).padEnd(7)}${addressOf(request).padEnd(42)}visitor=${request.cookies?.visitor}`,
    ),
    '```',
  ].join('\n')

const policyLines = ({ policy }: CacheScenario): string =>
  bullets([
    `Minimum, default and maximum TTL: ${minutes(policy.minimumTtl)}, ${minutes(policy.defaultTtl)} and ${minutes(policy.maximumTtl)}`,
    `Query strings in the cache key: ${keyPart(policy.queryStrings)}`,
    `Cookies in the cache key: ${keyPart(policy.cookies)}`,
    'Headers in the cache key: none',
  ])

const questions = [
  'How many of these requests does CloudFront send to the origin?',
  'How many of the requests reach the origin?',
  'For how many of these requests does CloudFront fetch the file from the origin?',
] as const

const ask = ({ question }: CacheScenario): string => questions[question] ?? ''

const edge =
  'The cache of the one edge location that serves them is empty at first, and nothing is invalidated or evicted.'

const sends = ({ origin }: CacheScenario): string => `\`Cache-Control: max-age=${origin.maxAge}\``

const wrong =
  (why: string) =>
  ({ answer }: Told<CacheScenario>): string =>
    `${why} Counting so gives ${inWords(Number(answer))}.`

/** Words the scenario in one of three structures. */
export const renderCache = wordedBy<CacheScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `${capitalised(scenario.setting.who)} delivers the images of its ${scenario.setting.systems[0].name} through Amazon CloudFront. The behavior has this cache policy:`,
        policyLines(scenario),
        `The origin answers each request with ${sends(scenario)}. These requests arrive:`,
        table(scenario),
        [edge, ask(scenario)],
      ),
    (scenario) =>
      paragraphs(
        `The ${scenario.setting.teams[0]} looks into the load on the origin of the ${scenario.setting.systems[0].name}. In the log of one CloudFront edge location it finds:`,
        table(scenario),
        `The origin sends ${sends(scenario)} with the file. The cache policy of the behavior says:`,
        policyLines(scenario),
        [edge, ask(scenario)],
      ),
    (scenario) =>
      paragraphs(
        `Before a campaign, an engineer of ${scenario.setting.who} replays seven requests for one image against a CloudFront distribution:`,
        table(scenario),
        [
          `The cache policy has a minimum TTL of ${minutes(scenario.policy.minimumTtl)}, a default TTL of ${minutes(scenario.policy.defaultTtl)} and a maximum TTL of ${minutes(scenario.policy.maximumTtl)}.`,
          `Its cache key holds, beside the path, query strings: ${keyPart(scenario.policy.queryStrings)}; cookies: ${keyPart(scenario.policy.cookies)}; no headers.`,
          `The origin sends ${sends(scenario)}.`,
          edge,
          ask(scenario),
        ],
      ),
  ],
  text: (answer) => counted(Number(answer), 'request'),
  reasons: {
    key: ({ scenario, answer }) =>
      `A copy is shared by requests that agree in the cache key, and lives for max-age within the bounds of minimum and maximum TTL, here ${minutes(Math.min(Math.max(scenario.origin.maxAge ?? 0, scenario.policy.minimumTtl ?? 0), scenario.policy.maximumTtl ?? 0))}. That makes ${inWords(Number(answer))} fetches.`,
    'whole-address': wrong('Query strings outside the cache policy do not tell copies apart.'),
    'path-alone': wrong('What the cache policy names is part of the key beside the path.'),
    'cookies-vary': wrong('Cookies outside the cache policy do not tell copies apart.'),
    'default-ttl': wrong('The default TTL holds where the origin sends no caching header.'),
    'origin-alone': wrong('Minimum and maximum TTL bound what the origin asks for.'),
    'kept-for-good': wrong('A copy expires after its time to live, and the next request fetches it again.'),
  },
})
