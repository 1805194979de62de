import type { FactValues } from '../../cloud/cloud-facts.ts'
import { planIn } from '../capacity/plans.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { bytesOf, presentUnits, type UnitsPlan, type UnitsScenario, unitsFor, wantedKind } from './solve.ts'

const kb = ({ tenths }: UnitsScenario): string => `${tenths / 10} KB`
const short = ({ direction }: UnitsScenario): string => (direction === 'read' ? 'RCUs' : 'WCUs')
const long = ({ direction }: UnitsScenario): string =>
  direction === 'read' ? 'read capacity units (RCUs)' : 'write capacity units (WCUs)'
const rate = ({ perSecond }: UnitsScenario): string => withCommas(perSecond)

/** Why the dearer requests are needed (`true`) or not. */
const reasons: Readonly<Record<UnitsScenario['direction'], Record<'true' | 'false', readonly string[]>>> = {
  read: {
    true: [
      'Eventually consistent reads were tried in spring and rolled back, because users did not see changes that they had just saved.',
      'A value that is a second out of date has led to double bookings before, so each read must return the latest write.',
      'The next step of the process acts on the value at once, and the owners insist on the state after the last write.',
    ],
    false: [
      'The product owner has confirmed that a value may be a few seconds old.',
      'The page refreshes every 30 seconds anyway, and nobody minds a value from a moment ago.',
      'Asked about the ConsistentRead parameter, the developers say it came with a code sample and that slightly stale data would do.',
    ],
  },
  write: {
    true: [
      'An entry and its audit line must be stored together or not at all, as the auditors keep stressing.',
      'Half-written pairs of items caused a week of corrections in spring, and management will not accept them again.',
      'The items of a call refer to each other, and a partial result must be impossible.',
    ],
    false: [
      'The developers admit that the transactions came with a code sample and that the items do not depend on each other.',
      'Since a redesign, each item stands for itself, and a failed write can be repeated by itself.',
      'Nothing reads the items together, and the owners accept that some of a call are stored before others.',
    ],
  },
}

const reason = ({ direction, strict, reason: index }: UnitsScenario): string =>
  reasons[direction][`${strict}`][index] ?? ''

/** "1,240 GetItem calls a second, with ConsistentRead set to true". */
const traffic = (scenario: UnitsScenario): string =>
  scenario.direction === 'read'
    ? `${rate(scenario)} GetItem calls a second with ConsistentRead set to true`
    : `${rate(scenario)} items a second in TransactWriteItems calls`

const present = (scenario: UnitsScenario, facts: FactValues): string =>
  withCommas(presentUnits(scenario, facts))

const structures: readonly ((scenario: UnitsScenario, facts: FactValues) => string)[] = [
  (scenario, facts) =>
    paragraphs([
      `At 08:10 on Monday, the ${scenario.setting.systems[0].name} of ${scenario.setting.who} began to log ProvisionedThroughputExceededException.`,
      `Its Amazon DynamoDB table has had ${present(scenario, facts)} ${long(scenario)} since last year. In the busy hours the application now ${scenario.direction === 'read' ? 'makes' : 'writes'} ${traffic(scenario)}; an item is ${kb(scenario)}, and the keys are well distributed.`,
      reason(scenario),
      'Reserved capacity has been bought, so the table stays in provisioned mode.',
      'Which change stops the throttling at the LOWEST cost?',
    ]),
  (scenario, facts) =>
    paragraphs(
      [
        `A load test two weeks before the launch of the ${scenario.setting.systems[1].name} failed, because its Amazon DynamoDB table throttled the requests. The report of the ${scenario.setting.teams[0]} says:`,
      ],
      bullets([
        `Provisioned: ${present(scenario, facts)} ${long(scenario)}, without auto scaling`,
        `Driven: ${traffic(scenario)}, over evenly used keys`,
        `Size of each item: ${kb(scenario)}`,
      ]),
      [
        reason(scenario),
        'The test has to pass under the same load, and finance has approved provisioned capacity.',
        'Which change meets these requirements at the LOWEST cost?',
      ],
    ),
  (scenario, facts) =>
    paragraphs([
      `“We get throttled every evening, and the table has not been touched since it was created,” writes the ${scenario.setting.teams[0]} of ${scenario.setting.who} in a ticket about the ${scenario.setting.systems[0].name}.`,
      `The Amazon DynamoDB table is provisioned with ${present(scenario, facts)} ${long(scenario)}. According to the traces, an evening peak brings ${traffic(scenario)} for items of ${kb(scenario)}. CloudWatch Contributor Insights shows no hot key.`,
      reason(scenario),
      'On-demand mode was too expensive in a trial. What should the team do to end the throttling at the LOWEST cost?',
    ]),
  (scenario, facts) =>
    paragraphs([
      `${capitalised(scenario.setting.who)} expects its busiest autumn so far, and a review looks at what would break first.`,
      `It names the Amazon DynamoDB table with the ${scenario.setting.records[0].name}, which has ${present(scenario, facts)} ${long(scenario)}. The forecast for the ${scenario.setting.systems[0].name} is ${traffic(scenario)}, spread over many keys. Items have a fixed layout of ${kb(scenario)}.`,
      reason(scenario),
      'For budget reasons the peak must be covered by provisioned capacity.',
      'Which preparation avoids throttling at the LOWEST cost?',
    ]),
  (scenario, facts) =>
    paragraphs([
      `Response times of the ${scenario.setting.systems[1].name} triple around noon. The traces of ${scenario.setting.who} show why: the SDK retries ${scenario.direction === 'read' ? 'reads' : 'writes'} that Amazon DynamoDB throttles.`,
      `The table offers ${present(scenario, facts)} ${long(scenario)}, whereas the noon traffic amounts to ${traffic(scenario)}. Each item takes ${kb(scenario)}, and no partition key stands out.`,
      reason(scenario),
      'The capacity mode is fixed by a purchase of reserved capacity.',
      'Which change removes the cause at the LOWEST cost?',
    ]),
]

type Wording = Readonly<Record<UnitsPlan, (amount: string, units: string) => string>>

/** How more items go into a call, by the units that the table is short of. */
const largerCalls = (units: string): string =>
  units === 'RCUs' ? 'BatchGetItem calls of 50 items' : 'transactions of 50 items'

/** Ways in which colleagues propose the same changes. */
const wordings: readonly Wording[] = [
  {
    strong: (amount, units) => `Keep strongly consistent reads, and set the table to ${amount} ${units}`,
    eventual: (amount, units) =>
      `Move to eventually consistent reads, and set the table to ${amount} ${units}`,
    'transactional-write': (amount, units) =>
      `Keep the transactional writes, and set the table to ${amount} ${units}`,
    write: (amount, units) => `Move to separate PutItem calls, and set the table to ${amount} ${units}`,
    cache: (amount, units) =>
      `Put a DynamoDB Accelerator (DAX) cluster in front of the table, and keep its ${amount} ${units}`,
    suffix: (amount, units) =>
      `Add a calculated suffix to the partition keys, and keep the table at ${amount} ${units}`,
    batch: (amount, units) =>
      `Gather the requests in ${largerCalls(units)}, and keep the table at ${amount} ${units}`,
  },
  {
    strong: (amount, units) =>
      `Provision ${amount} ${units}, and leave the consistency of the calls as it is`,
    eventual: (amount, units) => `Provision ${amount} ${units}, and make the calls eventually consistent`,
    'transactional-write': (amount, units) =>
      `Provision ${amount} ${units}, and leave the calls transactional`,
    write: (amount, units) => `Provision ${amount} ${units}, and write the items with BatchWriteItem`,
    cache: (amount, units) =>
      `Stay at ${amount} ${units}, and send the calls through a DynamoDB Accelerator cluster`,
    suffix: (amount, units) =>
      `Stay at ${amount} ${units}, and spread the items by a random suffix of their keys`,
    batch: (amount, units) => `Stay at ${amount} ${units}, and combine the calls into ${largerCalls(units)}`,
  },
  {
    strong: (amount, units) => `Update the table to ${amount} ${units}, with ConsistentRead still true`,
    eventual: (amount, units) => `Update the table to ${amount} ${units}, with ConsistentRead now false`,
    'transactional-write': (amount, units) =>
      `Update the table to ${amount} ${units}, with the code unchanged`,
    write: (amount, units) =>
      `Update the table to ${amount} ${units}, with single writes in place of transactions`,
    cache: (amount, units) =>
      `Leave the table at ${amount} ${units}, with a DynamoDB Accelerator cluster as cache`,
    suffix: (amount, units) =>
      `Leave the table at ${amount} ${units}, with a suffix that shards its partition keys`,
    batch: (amount, units) =>
      `Leave the table at ${amount} ${units}, with ${largerCalls(units)} in place of the present ones`,
  },
]

function text(answer: Answer, scenario: UnitsScenario): string {
  const { kind, amount } = planIn<UnitsPlan>(answer)
  const wording = wordings[scenario.style]
  if (wording === undefined) throw new RangeError(`There is no wording ${scenario.style}.`)
  return wording[kind](withCommas(amount), short(scenario))
}

/** "480 x 3 steps of 4 KB x 0.5 = 720 RCUs". */
function sum({ scenario, facts }: Told<UnitsScenario>): string {
  const kind = wantedKind(scenario)
  const isRead = scenario.direction === 'read'
  const steps = Math.ceil(
    bytesOf(scenario) / facts[isRead ? 'dynamodb-read-unit-bytes' : 'dynamodb-write-unit-bytes'],
  )
  const factor = { strong: '', write: '', eventual: ' x 0.5', 'transactional-write': ' x 2' }[kind]
  return `${rate(scenario)} x ${steps} steps of ${isRead ? '4 KB' : '1 KB'}${factor} = ${withCommas(unitsFor(scenario, kind, facts))} ${short(scenario)}`
}

const because =
  (why: (told: Told<UnitsScenario>) => string) =>
  (told: Told<UnitsScenario>): string =>
    `${why(told)} ${capitalised(sum(told))}.`

const cheap = ({ scenario }: Told<UnitsScenario>): string =>
  scenario.direction === 'read'
    ? 'Eventually consistent reads cost half as much.'
    : 'Standard writes cost half as much as transactional ones.'

/** Words the scenario in one of five structures. */
export const renderUnits = wordedBy<UnitsScenario>({
  stems: structures,
  text,
  reasons: {
    key: because((told) =>
      told.scenario.strict
        ? `${told.scenario.direction === 'read' ? 'Strong consistency' : 'Atomicity'} is required, and each item is rounded up by itself.`
        : `${cheap(told)} Each item is rounded up by itself.`,
    ),
    'rounds-total': because(() => 'Sizes are rounded up for each item before they are multiplied.'),
    'unit-sizes-swapped': because(
      ({ scenario }) =>
        `A unit covers ${scenario.direction === 'read' ? '4 KB of a read' : '1 KB of a write'} a second.`,
    ),
    'size-ignored': because(() => 'An item beyond one step of the unit uses several units.'),
    'kind-costs-same': because((told) =>
      told.scenario.strict
        ? 'A transactional write uses two units for each KB.'
        : `The present kind of request is not needed. ${cheap(told)}`,
    ),
    'need-ignored': because(({ scenario }) =>
      scenario.direction === 'read'
        ? 'Eventually consistent reads may return a stale value, which is ruled out.'
        : 'Without a transaction some items of a call may be stored and others not.',
    ),
    'requests-given': because((told) => `This works, but costs more than needed. ${cheap(told)}`),
    'keys-to-blame': because(() => 'The keys are used evenly; the table as a whole has too little capacity.'),
    'calls-counted': because(() => 'Each item in a call uses as many units as in a call of its own.'),
    'cache-takes-load': because(({ scenario }) =>
      scenario.direction === 'read'
        ? 'DAX passes strongly consistent reads through to the table, which stays throttled.'
        : 'DAX is a write-through cache, so each write still reaches the table.',
    ),
  },
})
