import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, listed, paragraphs } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import type { BucketScenario } from './solve.ts'

const tops: Readonly<Record<string, string>> = {
  object: 'A current version',
  marker: 'A delete marker',
}

/** "A delete marker, and two noncurrent versions". */
function inventory(answer: Answer): string {
  const [top = 'none', count = '0'] = String(answer).split('+')
  const olds = Number(count) === 0 ? 'no noncurrent version' : counted(Number(count), 'noncurrent version')
  if (top === 'none' && Number(count) === 0) return 'No version and no delete marker of the key'
  if (top === 'none') return `${capitalised(olds)}, without a delete marker above`
  return `${tops[top]}, and ${olds}${Number(count) === 0 ? ' below it' : ''}`
}

const days = (values: readonly number[]): string => listed(values.map((day) => `day ${day}`))

function ruleLines({ expireAfter, noncurrentAfter, clearsMarkers }: BucketScenario): string[] {
  return [
    ...(expireAfter === null
      ? []
      : [`Expire current versions: ${counted(expireAfter, 'day')} after creation`]),
    `Permanently delete noncurrent versions: ${counted(noncurrentAfter, 'day')} after they become noncurrent`,
    ...(clearsMarkers ? ['Delete expired object delete markers: on'] : []),
  ]
}

function history(scenario: BucketScenario, object: string): string {
  const { puts, deletedOn } = scenario
  const [first = 0, ...others] = puts
  const again = others.length > 0 ? ` and overwrites it on ${days(others)}` : ''
  const deleted =
    deletedOn === null ? '' : ` On day ${deletedOn} it deletes the object without naming a version.`
  return `A job uploads ${object} on day ${first}${again}.${deleted}`
}

const question = ({ asked }: BucketScenario): string =>
  `What does the bucket hold for this key at the end of day ${asked}, once Amazon S3 has carried out the rules?`

/** What happened to each version, in days. */
function account({ scenario }: Told<BucketScenario>): string {
  const { puts, deletedOn, expireAfter, noncurrentAfter } = scenario
  const last = puts.at(-1) ?? 0
  const end = deletedOn ?? (expireAfter === null ? null : last + expireAfter)
  const ends = puts.map((_, index) => puts[index + 1] ?? end)
  const fates = ends.map((since, index) => {
    const fate =
      since === null ? 'still current' : `due for deletion ${noncurrentAfter} days after day ${since}`
    return `written on day ${puts[index]}, ${fate}`
  })
  return `The versions: ${fates.join('; ')}.`
}

const wrong =
  (why: string) =>
  (told: Told<BucketScenario>): string =>
    `${why} ${account(told)}`

/** Words the scenario in one of three structures. */
export const renderBucket = wordedBy<BucketScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        [
          `${capitalised(scenario.setting.who)} keeps its ${scenario.setting.records[0].name} in an Amazon S3 bucket with S3 Versioning turned on and these lifecycle rules for all objects:`,
        ],
        bullets(ruleLines(scenario)),
        [history(scenario, 'an object'), question(scenario)],
      ),
    (scenario) =>
      paragraphs(
        [
          `An auditor asks the ${scenario.setting.teams[0]} how much of a deleted or changed file can still be restored.`,
          `The file lies in a versioned Amazon S3 bucket of the ${scenario.setting.systems[0].name}. ${history(scenario, 'it')}`,
          'The lifecycle configuration has:',
        ],
        bullets(ruleLines(scenario)),
        [question(scenario)],
      ),
    (scenario) =>
      paragraphs([
        `The storage bill of ${scenario.setting.who} is higher than expected, and an engineer follows one key of a versioned bucket through its lifecycle rules.`,
        `The lifecycle configuration says: ${ruleLines(scenario)
          .map((line) => line.toLowerCase())
          .join('; ')}.`,
        history(scenario, 'the object'),
        question(scenario),
      ]),
  ],
  text: inventory,
  reasons: {
    key: (told) =>
      `Days of a noncurrent version count from the day on which a newer version or a delete marker took its place. ${account(told)}`,
    'counted-from-creation': wrong(
      'Days count from the day on which a version became noncurrent, not from its creation.',
    ),
    'expiration-deletes': wrong(
      'In a versioned bucket, expiration puts a delete marker on the current version and touches no other.',
    ),
    'delete-is-final': wrong('Without a version ID, a deletion adds a delete marker and keeps the versions.'),
    'noncurrent-kept': wrong('The rule for noncurrent versions deletes them for good.'),
    'markers-vanish': wrong(
      'A delete marker is an entry of its own; it goes when nothing is below it and a rule covers that.',
    ),
    'markers-stay': wrong('A delete marker that has no version below it is removed by the rules.'),
    'newest-is-safe': wrong('No version is exempt from the rules for being the newest.'),
  },
})
