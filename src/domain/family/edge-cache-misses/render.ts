import type { FactValues } from '../../cloud/cloud-facts.ts'
import { simulateEdgeCache } from '../../cloud/time/edge-cache.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import { type CacheScenario, effectOf } from './solve.ts'

const clock = (seconds: number): string => `10:${String(seconds / 60).padStart(2, '0')}`

/** The log of the edge location, results as the model finds them. */
function log({ requests, current: { policy, origin }, kind }: CacheScenario, facts: FactValues): string {
  const { results } = simulateEdgeCache({ policy, origin, requests }, facts)
  return [
    '```text',
    ...requests.map(({ at, path, query, cookies }, index) => {
      const address = `${path}?width=${query?.width}&utm=${query?.utm}`
      const cookie = kind === 'cookies' ? `visitor=${cookies?.visitor}  ` : ''
      return `${clock(at)}  ${address.padEnd(36)}  ${cookie}${results[index]?.result === 'hit' ? 'Hit' : 'Miss'}`
    }),
    '```',
  ].join('\n')
}

const age = ({ current: { origin } }: CacheScenario): string => `\`Cache-Control: max-age=${origin.maxAge}\``

const fresh = ({ freshness }: CacheScenario): string => `${freshness / 60} minutes`

const stems: readonly ((scenario: CacheScenario, facts: FactValues) => string)[] = [
  (scenario, facts) =>
    paragraphs(
      `An email campaign of ${scenario.setting.who} brought the image server of its ${scenario.setting.systems[0].name} to its knees, although Amazon CloudFront stands in front of it. The log of one edge location, with the result of each request:`,
      log(scenario, facts),
      `The image server returns the width that is asked for, ignores the other parameter, and sends ${age(scenario)}. The cache policy puts every query string into the cache key and no cookies. Visitors must get the right width, and a replaced image must be seen within ${fresh(scenario)}. Which change relieves the server?`,
    ),
  ({ setting, current, freshness }) =>
    paragraphs([
      `Since marketing began to add a different utm parameter to each link, the cache hit ratio of ${setting.who} for images has fallen from 91% to 7%. The ${setting.teams[0]} had to double the image servers behind Amazon CloudFront.`,
      `The servers read one parameter, width, to scale an image, and allow caching for ${(current.origin.maxAge ?? 0) / 60} minutes. In the cache policy, query strings are set to all, and cookies to none.`,
      `Each width must stay correct, and editors accept ${freshness / 60} minutes until a new picture shows. Which action restores the hit ratio?`,
    ]),
  (scenario, facts) =>
    paragraphs(
      `A new cache policy went live with the last release of the ${scenario.setting.systems[0].name}, and requests to its origin rose tenfold. An engineer of ${scenario.setting.who} pulls the log of one Amazon CloudFront edge location:`,
      log(scenario, facts),
      `The policy has width and the visitor cookie in the cache key. The origin scales the image to the width, looks at nothing else, and sends ${age(scenario)}. Wrong widths have led to complaints before, and a corrected image must appear within ${fresh(scenario)}. Which change reduces the requests to the origin?`,
    ),
  ({ setting, freshness, current }) =>
    paragraphs([
      `"Our bill for origin traffic is higher than before we bought a CDN," wrote the finance office of ${setting.who}. Its distribution in Amazon CloudFront serves images of the ${setting.systems[1].name}; the cache hit ratio is 3%.`,
      `The cache policy has the query string width and the cookie visitor in the cache key. Each visitor has a cookie value of their own, which the origin does not read; it does scale images to the width. Responses may be cached for ${(current.origin.maxAge ?? 0) / 60} minutes.`,
      `Images must keep their widths, and corrections must be visible within ${freshness / 60} minutes. Which change brings the bill down?`,
    ]),
  (scenario, facts) =>
    paragraphs(
      `The origin of the ${scenario.setting.systems[0].name} alarms on load every morning. It renders the same few images again and again, as the log of one Amazon CloudFront edge location shows:`,
      log(scenario, facts),
      `The cache key holds width, which matters, and no cookies. The origin sends ${age(scenario)}; the cache policy has a minimum TTL of 0, a default TTL of one minute, and a maximum TTL of one day. A replaced image must be seen within ${fresh(scenario)}. Which change stops the repeated rendering?`,
    ),
  ({ setting, current, freshness }) =>
    paragraphs([
      `A framework upgrade at ${setting.who} left its images with the header \`Cache-Control: max-age=${current.origin.maxAge}\`, and the image servers behind Amazon CloudFront have been short of CPU since. People open the same images every two or three minutes in each location.`,
      `The cache policy (minimum TTL 0, default TTL one minute, maximum TTL one day) has the needed query string in its cache key. The ${setting.teams[0]} must be able to replace an image and have it visible everywhere within ${freshness / 60} minutes, without invalidations.`,
      'Which change takes the load off the servers?',
    ]),
  (scenario, facts) =>
    paragraphs(
      `After a move to new image servers, which send no caching headers, ${scenario.setting.who} sees its origin traffic multiply. Amazon CloudFront logs of one edge location:`,
      log(scenario, facts),
      `The cache policy was copied from an API: minimum TTL 0, default TTL 30 seconds, maximum TTL one hour, with width in the cache key. Replaced images must show within ${fresh(scenario)}. Which change brings the traffic down again?`,
    ),
  ({ setting, freshness }) =>
    paragraphs([
      `A load test of the ${setting.systems[0].name} failed because its Amazon CloudFront distribution passed nearly each image request on to the origin, an old web server that sets neither Cache-Control nor Expires. Requests for one image come about two minutes apart.`,
      `An engineer finds a cache policy with a minimum TTL of 0, a default TTL of 30 seconds, and a maximum TTL of one hour. The cache key is right. The ${setting.teams[0]} of ${setting.who} must be able to replace images and have them seen within ${freshness / 60} minutes, without invalidations.`,
      'Which change lets the test pass?',
    ]),
]

const keyReasons: Readonly<Record<CacheScenario['kind'], string>> = {
  query: 'Requests that differ in other parameters now share a copy, while each width has its own.',
  cookies: 'Visitors now share a copy, while each width keeps its own.',
  'short-age': 'A copy of each width now outlives the whole series and is renewed in time.',
  'short-default':
    'Where the origin said nothing, 30 seconds held. A copy now outlives the series and is renewed in time.',
}

/** How often the series would reach the origin, as the model counts. */
function still({ scenario, answer, facts }: Told<CacheScenario>): string {
  const change = scenario.changes.find(({ id }) => id === answer)
  const { fetches } = effectOf(change?.after ?? scenario.current, scenario, facts)
  return `Of ${scenario.requests.length} such requests, ${fetches} would still reach the origin.`
}

const wrong = (reason: string) => (told: Told<CacheScenario>) => `${reason} ${still(told)}`

/** Words the scenario in one of eight structures, two for each case. */
export const renderCache = wordedBy<CacheScenario>({
  stems,
  text: (answer, { changes }) => capitalised(changes.find(({ id }) => id === answer)?.text ?? ''),
  reasons: {
    key: ({ scenario }) => keyReasons[scenario.kind],
    'expiry-to-blame': wrong(
      'Copies do not expire too early; different cache keys keep requests from sharing one.',
    ),
    'widths-stay-apart': () =>
      'The origin is relieved, but both widths share one copy, so visitors get the width that was asked for first.',
    'shield-merges': wrong('Origin Shield is a further cache with the same cache key and the same times.'),
    'default-ttl': wrong(
      'The default TTL holds where the origin sends no caching header, and here it sends one.',
    ),
    'maximum-ttl': wrong('The maximum TTL bounds what the origin asks for; it does not lengthen it.'),
    'changes-are-seen': ({ scenario }) =>
      `A copy would be kept for a day, so a replaced image would not show within ${fresh(scenario)}.`,
    'last-modified-caches': wrong(
      'Last-Modified makes a renewal cheaper, but an expired copy is still checked with the origin.',
    ),
  },
})
