import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised } from '../parts/words.ts'
import { type CacheScenario, effectOf } from './solve.ts'

const age = ({ current: { origin } }: CacheScenario): string => `\`Cache-Control: max-age=${origin.maxAge}\``

const fresh = ({ freshness }: CacheScenario): string => `${freshness / 60} minutes`

const sentences = (...parts: readonly string[]): string => parts.map(capitalised).join(' ')

const stems: readonly ((scenario: CacheScenario) => string)[] = [
  ({ story: { who, content, parameter, use, right, campaign }, hits: [before, now] }) =>
    sentences(
      `since ${campaign} of ${who} began to add a tracking parameter to each link, the cache hit ratio of its Amazon CloudFront distribution has dropped from ${before}% to ${now}%, and the origin is overloaded.`,
      `The origin reads the query parameter ${parameter} to ${use} and ignores the others. The cache policy includes all query strings in the cache key.`,
      `Which change relieves the origin while visitors get ${content} in the right ${right}?`,
    ),
  ({ story: { who, content, parameter, use, right, campaign }, hits: [, now] }) =>
    sentences(
      `${who} had to double the servers behind its Amazon CloudFront distribution, although it has no more visitors than last year. The cache hit ratio for ${content} is ${now}%.`,
      `Access logs list the same files again and again with different values of utm_source, which ${campaign} brings. The servers use one parameter, ${parameter}, to ${use}, and the cache policy has query strings set to all.`,
      `What should an engineer do so that the servers can be reduced and the ${right} stays right?`,
    ),
  ({ story: { who, content, parameter, use, right, cookie }, hits: [before, now] }) =>
    sentences(
      `with a release last week, ${who} gave each visitor a ${cookie} cookie with a value of its own. The cache hit ratio of its Amazon CloudFront distribution for ${content} has since fallen from ${before}% to ${now}%.`,
      `The cache policy has this cookie and the query string ${parameter} in the cache key. The origin uses ${parameter} to ${use} and does not read the cookie for these files.`,
      `Which change brings the hit ratio back with the right ${right} for each visitor?`,
    ),
  ({ story: { who, content, parameter, use, cookie }, hits: [, now] }) =>
    sentences(
      `the origin of ${who} renders the same ${content} thousands of times a day, although Amazon CloudFront stands in front of it. The hit ratio is ${now}%.`,
      `A developer finds that the cache policy contains the query string ${parameter}, which the origin needs to ${use}, and the ${cookie} cookie. The cookie is different for each visitor, and it matters for the checkout pages alone, which have a cache behavior of their own.`,
      'Which action stops the repeated rendering?',
    ),
  (scenario) =>
    sentences(
      `a framework upgrade at ${scenario.story.who} left its ${scenario.story.content} with the header ${age(scenario)}, and the cache hit ratio in Amazon CloudFront fell from ${scenario.hits[0]}% to ${scenario.hits[1]}%. People in each location open the same files every few minutes.`,
      `The cache policy has a minimum time to live (TTL) of 0, a default TTL of one minute, and a maximum TTL of one day. Replaced files must be visible within ${fresh(scenario)}.`,
      'Which change takes the load off the origin?',
    ),
  (scenario) =>
    sentences(
      `every few minutes, Amazon CloudFront fetches ${scenario.story.content} of ${scenario.story.who} from the origin that it fetched shortly before, and the hit ratio is ${scenario.hits[1]}%. Responses of the origin carry ${age(scenario)}.`,
      `In the cache policy, the minimum time to live (TTL) is 0, the default TTL is one minute, and the maximum is one day. Editors accept ${fresh(scenario)} until a correction shows.`,
      'What should an engineer do to raise the hit ratio?',
    ),
  (scenario) =>
    sentences(
      `after ${scenario.story.who} moved its ${scenario.story.content} to new servers, which send no caching headers, the cache hit ratio of its Amazon CloudFront distribution fell from ${scenario.hits[0]}% to ${scenario.hits[1]}%.`,
      `The cache policy was copied from an API: the default time to live (TTL) is 30 seconds, and the maximum TTL is one hour. People open the same files every few minutes, and a replaced file must show within ${fresh(scenario)}.`,
      'Which change brings the hit ratio back?',
    ),
  (scenario) =>
    sentences(
      `a load test of ${scenario.story.who} failed because Amazon CloudFront passed nearly each request for ${scenario.story.content} on to the origin. Requests for one file come a few minutes apart, and the hit ratio was ${scenario.hits[1]}%.`,
      `The old web server there sets neither Cache-Control nor Expires. The cache policy has a default time to live (TTL) of 30 seconds and a maximum TTL of one hour. Corrections must be visible within ${fresh(scenario)}.`,
      'Which action lets the test pass?',
    ),
]

const keyReasons: Readonly<Record<CacheScenario['kind'], (scenario: CacheScenario) => string>> = {
  query: ({ story }) =>
    `Requests that differ in tracking parameters now share a copy, while each value of ${story.parameter} has its own.`,
  cookies: ({ story }) => `Visitors now share a copy, while each value of ${story.parameter} keeps its own.`,
  'short-age': (scenario) =>
    `Copies now outlive the few minutes between requests and are renewed within ${fresh(scenario)}.`,
  'short-default': (scenario) =>
    `Without caching headers, the default TTL of 30 seconds held. Copies now outlive the few minutes between requests and are renewed within ${fresh(scenario)}.`,
}

/** How often a series of requests would reach the origin, as the model counts. */
function still({ scenario, answer, facts }: Told<CacheScenario>): string {
  const change = scenario.changes.find(({ id }) => id === answer)
  const { fetches } = effectOf(change?.after ?? scenario.current, scenario, facts)
  return `Of ${scenario.requests.length} requests a few minutes apart, ${fetches} would still reach the origin.`
}

const wrong = (reason: string) => (told: Told<CacheScenario>) => `${reason} ${still(told)}`

/** Words the scenario in one of eight structures, two for each case. */
export const renderCache = wordedBy<CacheScenario>({
  stems,
  text: (answer, { changes }) => changes.find(({ id }) => id === answer)?.text ?? '',
  reasons: {
    key: ({ scenario }) => keyReasons[scenario.kind](scenario),
    'expiry-to-blame': wrong(
      'Copies do not expire too early; different cache keys keep requests from sharing one.',
    ),
    'widths-stay-apart': ({ scenario: { story } }) =>
      `The origin is relieved, but requests for different values of ${story.parameter} share one copy, so visitors get what was asked for first.`,
    'shield-merges': wrong('Origin Shield is a further cache with the same cache key and the same times.'),
    'default-ttl': wrong(
      'The default TTL holds where the origin sends no caching header, and here it sends one.',
    ),
    'maximum-ttl': wrong('The maximum TTL bounds what the origin asks for; it does not lengthen it.'),
    'changes-are-seen': ({ scenario }) =>
      `A copy would be kept for a day, so a replaced file would not show within ${fresh(scenario)}.`,
    'last-modified-caches': wrong(
      'Last-Modified makes a renewal cheaper, but an expired copy is still checked with the origin.',
    ),
    'invalidation-loads': wrong(
      'An invalidation removes copies; it neither loads new ones nor changes the cache key.',
    ),
  },
})
