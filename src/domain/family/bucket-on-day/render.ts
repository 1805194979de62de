import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, paragraphs } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { type BucketScenario, nameOf, type RulePlan } from './solve.ts'

const span = (days: number): string => counted(days, 'day')

/** The requirements as sentences: what stays, what can be restored, what must be gone. */
function needs({ ends, lifetime, restorable, goneAfter }: BucketScenario): readonly [string, string, string] {
  return ends === 'deleted'
    ? [
        'Files that no user deletes have to stay.',
        `A file that was overwritten or deleted by mistake must be restorable for ${span(restorable)}.`,
        `No version of a file may exist ${span(goneAfter)} after users have deleted it.`,
      ]
    : [
        `A file has to disappear from listings ${span(lifetime)} after it was last written.`,
        `From then on, and after it was overwritten, an earlier state must be restorable for ${span(restorable)}.`,
        `No version of a file may exist ${span(goneAfter)} after it has disappeared.`,
      ]
}

/** What usually happens to a file. */
const course = ({ ends, overwritten, lifetime }: BucketScenario): string =>
  ends === 'deleted'
    ? `A typical file is overwritten once, after about ${span(overwritten)}, and deleted about ${span(lifetime)} later`
    : `A typical file is overwritten once, after about ${span(overwritten)}, and users do not delete files`

const structures: readonly ((scenario: BucketScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `The Amazon S3 bill of ${scenario.setting.who} keeps rising, although users of the ${scenario.setting.systems[0].name} store no more than before. An engineer found years of old versions in its bucket, which has S3 Versioning turned on and no lifecycle rules.`,
      `${course(scenario)}.`,
      ...needs(scenario),
      'Which lifecycle configuration meets these requirements?',
    ]),
  (scenario) =>
    paragraphs(
      `An auditor objects to a versioned Amazon S3 bucket with ${scenario.setting.records[0].name} of ${scenario.setting.who}: data that should have been erased can still be read by version ID. The ${scenario.setting.teams[0]} agreed on these rules with the auditor:`,
      bullets(needs(scenario)),
      `${course(scenario)}. Which lifecycle configuration should be applied?`,
    ),
  (scenario) =>
    paragraphs([
      `After a script had overwritten ${scenario.setting.records[1].name}, ${scenario.setting.who} turned on S3 Versioning for the Amazon S3 bucket of its ${scenario.setting.systems[1].name}. Now the data protection officer asks when old data go.`,
      ...needs(scenario),
      `According to the access logs, ${course(scenario).charAt(0).toLowerCase()}${course(scenario).slice(1)}.`,
      'Which lifecycle rules should an administrator create?',
    ]),
  (scenario) =>
    paragraphs([
      `“Can we get it back, and when is it really gone?” asks the ${scenario.setting.teams[1]} of ${scenario.setting.who} before the ${scenario.setting.systems[0].name} moves to a versioned Amazon S3 bucket.`,
      `The answers were settled in a meeting. ${needs(scenario).join(' ')}`,
      `${course(scenario)}.`,
      'Which configuration of the bucket gives these answers?',
    ]),
]

type Wording = {
  readonly expire: (days: number) => string
  readonly noncurrent: (days: number) => string
  readonly retain: string
  readonly markers: string
}

/** Ways in which rules are proposed, as parts of a sentence. */
const wordings: readonly Wording[] = [
  {
    expire: (days) => `expire current versions after ${span(days)}`,
    noncurrent: (days) => `delete noncurrent versions after ${span(days)}`,
    retain: 'retain the newest noncurrent version',
    markers: 'remove expired object delete markers',
  },
  {
    expire: (days) => `let current versions expire after ${span(days)}`,
    noncurrent: (days) => `permanently delete noncurrent versions after ${span(days)}`,
    retain: 'keep one newer noncurrent version',
    markers: 'turn on the removal of expired delete markers',
  },
]

function text(answer: Answer, { plans, style }: BucketScenario): string {
  const plan = plans.find((candidate) => nameOf(candidate) === answer)
  const wording = wordings[style]
  if (plan === undefined || wording === undefined) throw new RangeError(`There is no plan ${answer}.`)
  const parts = [
    plan.expireAfter === null ? '' : wording.expire(plan.expireAfter),
    plan.noncurrentAfter === null ? '' : wording.noncurrent(plan.noncurrentAfter),
    plan.retained === 0 ? '' : wording.retain,
    plan.clearsMarkers ? wording.markers : '',
  ].filter(Boolean)
  const [last = ''] = parts.splice(-1)
  return capitalised(parts.length === 0 ? last : `${parts.join(', ')}, and ${last}`)
}

/** When versions go under a plan. */
function fate({ expireAfter, noncurrentAfter, retained }: RulePlan): string {
  const current =
    expireAfter === null
      ? 'Current versions stay until a user deletes them'
      : `Each current version gets a delete marker ${span(expireAfter)} after its creation`
  if (noncurrentAfter === null) return `${current}, and noncurrent versions are kept without end.`
  const rest = retained === 0 ? '' : ', save the newest of them, which is kept without end'
  return `${current}, and noncurrent versions go ${span(noncurrentAfter)} after they were replaced or marked as deleted${rest}.`
}

const told = ({ scenario, answer }: Told<BucketScenario>): string => {
  const plan = scenario.plans.find((candidate) => nameOf(candidate) === answer)
  return plan === undefined ? '' : fate(plan)
}

const because =
  (why: string) =>
  (given: Told<BucketScenario>): string =>
    `${why} ${told(given)}`

/** Words the scenario in one of four structures. */
export const renderBucket = wordedBy<BucketScenario>({
  stems: structures,
  text,
  reasons: {
    key: (given) =>
      `${told(given)} That lies between the ${given.scenario.restorable} days for a restore and the ${given.scenario.goneAfter} days for the erasure.`,
    'counted-from-creation': because(
      'Days count from the day on which a version became noncurrent, so versions stay for too long.',
    ),
    'expiration-covers-versions': because(
      'In a versioned bucket, expiration adds a delete marker and deletes no version.',
    ),
    'retained-versions-go': because('Versions that a rule retains do not go when the days are over.'),
    'markers-carry-versions': because('A delete marker counts as expired when no version is left below it.'),
    'days-add-up': because('The two rules act on different versions, and their days do not add up.'),
    'rule-reaches-current': because('A rule for noncurrent versions leaves current ones alone.'),
  },
})
