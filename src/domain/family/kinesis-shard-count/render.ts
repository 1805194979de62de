import type { FactValues } from '../../cloud/cloud-facts.ts'
import { planIn } from '../capacity/plans.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { aggregationFits, presentShards, type ShardScenario, type StreamPlan, shardsFor } from './solve.ts'

const kb = ({ recordBytes }: ShardScenario): string => `${Number((recordBytes / 1024).toFixed(2))} KB`
const rate = ({ recordsPerSecond }: ShardScenario): string => withCommas(recordsPerSecond)

const shards = (scenario: ShardScenario, facts: FactValues): string =>
  counted(presentShards(scenario, facts), 'shard')

/** What is wanted of the consumers. */
const designReasons: Readonly<Record<ShardScenario['design'], readonly string[]>> = {
  shared: [
    'Finance has turned down the charges of enhanced fan-out.',
    'The consumers are purchased connectors that poll with GetRecords and cannot subscribe to shards.',
    'Management wants to avoid the fee per consumer and shard that enhanced fan-out would add.',
  ],
  'fan-out': [
    'Each application must read at a rate that the others cannot reduce, and enhanced fan-out has been budgeted.',
    'Records have to reach each application within 150 milliseconds, which polling cannot promise.',
    'The owners of each application insist on read throughput of their own and will pay for it.',
  ],
}

/** What is known of the producers. */
const producerReasons = {
  fixed: [
    'The producers are appliances whose firmware cannot be changed.',
    'The code of the producers is frozen until the end of the quarter.',
    'Producers belong to partners, who send one record for each event and will not change that.',
  ],
  open: [
    'The producers are written in Java by the same team, and a new release can go out today.',
    'Producers and consumers are built in-house and can adopt the Kinesis libraries at once.',
    'The team owns the producers and the consumers and deploys both daily.',
  ],
} as const

const wishes = (scenario: ShardScenario): string => {
  const { design, reason, fixedProducers } = scenario
  return `${designReasons[design][reason]} ${producerReasons[fixedProducers ? 'fixed' : 'open'][reason]}`
}

/** Who is throttled today, while the consumers share the throughput. */
function symptom(scenario: ShardScenario, facts: FactValues): 'writes' | 'reads' | 'both' {
  const { byWriteBytes, byWriteRecords, byReadBytes } = shardsFor(scenario, 'shared', facts)
  const there = presentShards(scenario, facts)
  if (Math.max(byWriteBytes, byWriteRecords) <= there) return 'reads'
  return byReadBytes > there ? 'both' : 'writes'
}

const symptoms = {
  writes: 'PutRecords calls come back with ProvisionedThroughputExceededException',
  reads: 'GetRecords calls are throttled, and the consumers fall behind',
  both: 'producers are throttled, and the consumers fall behind as well',
} as const

const metrics = {
  writes: 'WriteProvisionedThroughputExceeded is above zero on each shard',
  reads: 'ReadProvisionedThroughputExceeded is above zero on each shard',
  both: 'both throughput-exceeded metrics are above zero on each shard',
} as const

const ordinals: Readonly<Record<number, string>> = { 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth' }

const structures: readonly ((scenario: ShardScenario, facts: FactValues) => string)[] = [
  (scenario, facts) =>
    paragraphs([
      `Since the ${scenario.setting.systems[0].name} of ${scenario.setting.who} was opened to all customers, ${symptoms[symptom(scenario, facts)]}.`,
      `Its Amazon Kinesis data stream has ${shards(scenario, facts)} in provisioned mode. At peak ${rate(scenario)} records a second arrive, ${kb(scenario)} on average, and ${inWords(scenario.consumers)} applications read the whole stream. No shard is busier than the others.`,
      wishes(scenario),
      'Which change ends the throttling at the LOWEST cost?',
    ]),
  (scenario, facts) =>
    paragraphs(
      [
        `An alarm on the Amazon Kinesis data stream behind the ${scenario.setting.systems[1].name} woke the on-call engineer of ${scenario.setting.who}. The dashboard for the hour of the alarm shows:`,
      ],
      bullets([
        `Shards: ${withCommas(presentShards(scenario, facts))}, provisioned, evenly loaded`,
        `IncomingRecords: ${rate(scenario)} a second, ${kb(scenario)} on average`,
        `Readers: ${inWords(scenario.consumers)} applications, each of which consumes all records`,
        capitalised(metrics[symptom(scenario, facts)]),
      ]),
      [wishes(scenario), 'Which action should the engineer take to resolve this at the LOWEST cost?'],
    ),
  (scenario, facts) =>
    paragraphs([
      `“Your stream is the reason that our figures are late,” complains the ${scenario.setting.teams[0]}, one of ${inWords(scenario.consumers)} readers of the events that the ${scenario.setting.systems[0].name} publishes.`,
      `Indeed ${symptoms[symptom(scenario, facts)]} in the busy hours, when ${rate(scenario)} records of about ${kb(scenario)} come in each second. The partition key is a device number, and Amazon Kinesis Data Streams spreads the load well over the ${shards(scenario, facts)}, which stay in provisioned mode.`,
      wishes(scenario),
      'What should a data engineer change to solve the problem at the LOWEST cost?',
    ]),
  (scenario, facts) =>
    paragraphs([
      `${capitalised(scenario.setting.who)} rehearsed the launch of its ${scenario.setting.systems[1].name} with recorded traffic: ${rate(scenario)} events a second, each a record of ${kb(scenario)} on average, into an Amazon Kinesis data stream with ${shards(scenario, facts)}.`,
      `The rehearsal was stopped with a clear finding: ${symptoms[symptom(scenario, facts)]}. ${capitalised(inWords(scenario.consumers))} applications had each read the full stream, and hash keys were evenly used.`,
      wishes(scenario),
      'The stream is to remain provisioned. Which change lets the next rehearsal pass at the LOWEST cost?',
    ]),
  (scenario, facts) =>
    paragraphs([
      `The ${scenario.setting.teams[1]} has connected a ${ordinals[scenario.consumers]} application to the provisioned Amazon Kinesis data stream of the ${scenario.setting.systems[0].name}; like the others, it reads each record.`,
      `Traffic has grown to ${rate(scenario)} records a second with a mean size of ${kb(scenario)}. With the present ${shards(scenario, facts)}, ${metrics[symptom(scenario, facts)]}.`,
      wishes(scenario),
      'On-demand mode has been ruled out. Which change meets the need at the LOWEST cost?',
    ]),
]

type Wording = Readonly<Record<StreamPlan, (count: string, readers: string) => string>>

/** Ways in which colleagues propose the same changes. */
const wordings: readonly Wording[] = [
  {
    shared: (count) => `Reshard the stream to ${count}, and leave the consumers on shared throughput`,
    'fan-out': (count, readers) =>
      `Register the ${readers} applications for enhanced fan-out, and run the stream with ${count}`,
    aggregate: (count) => `Aggregate records with the Kinesis Producer Library, and keep the ${count}`,
    spread: (count) => `Use a random UUID as partition key of each record, and keep the ${count}`,
  },
  {
    shared: (count) => `Update the shard count to ${count} without a change to the consumers`,
    'fan-out': (count) => `Subscribe the consumers with enhanced fan-out, and set the stream to ${count}`,
    aggregate: (count) => `Stay at ${count}, and pack user records together in the Kinesis Producer Library`,
    spread: (count) => `Stay at ${count}, and add a random prefix to the partition keys`,
  },
  {
    shared: (count) => `Scale the stream to ${count}, with GetRecords polling as before`,
    'fan-out': (count, readers) =>
      `Give the ${readers} applications enhanced fan-out, with ${count} in the stream`,
    aggregate: (count) => `Leave the stream at ${count}, with aggregation turned on in the producers`,
    spread: (count) => `Leave the stream at ${count}, with explicit hash keys that rotate over the shards`,
  },
]

function text(answer: Answer, scenario: ShardScenario): string {
  const { kind, amount } = planIn<StreamPlan>(answer)
  const wording = wordings[scenario.style]
  if (wording === undefined) throw new RangeError(`There is no wording ${scenario.style}.`)
  return wording[kind](counted(amount, 'shard'), inWords(scenario.consumers))
}

/** What each limit asks for: "Bytes in need 4 shards, records in 9, bytes out 6". */
function needs({ scenario, facts }: Told<ShardScenario>): string {
  const { byWriteBytes, byWriteRecords, byReadBytes } = shardsFor(scenario, scenario.design, facts)
  const reads = scenario.design === 'fan-out' ? '' : `, bytes out ${byReadBytes}`
  return `Bytes in need ${byWriteBytes} shards, records in ${byWriteRecords}${reads}`
}

const because =
  (why: string) =>
  (told: Told<ShardScenario>): string =>
    `${needs(told)}; ${why}.`

/** Words the scenario in one of five structures. */
export const renderShards = wordedBy<ShardScenario>({
  stems: structures,
  text,
  reasons: {
    key: (told) =>
      planIn<StreamPlan>(told.answer).kind === 'aggregate'
        ? because('aggregation lifts the limit on records, and the rest fits into the present shards')(told)
        : because(
            `the largest of these decides${told.scenario.design === 'fan-out' ? ', and fan-out consumers have throughput of their own' : ''}`,
          )(told),
    'limits-added': because('a shard has each limit at once, so the largest counts, not the sum'),
    'readers-free': because('the 2 MB a second out of a shard are shared by the consumers'),
    'shards-for-each-consumer': because(
      'consumers read the same shards, so their number does not multiply what is written',
    ),
    'shards-alone': because('shards would work, but aggregation needs no more of them than there are'),
    'fan-out-shares': because('with enhanced fan-out a consumer has 2 MB a second of a shard for itself'),
    'designs-equal': ({ scenario }) =>
      scenario.design === 'fan-out'
        ? 'Consumers without enhanced fan-out poll and share 2 MB a second of a shard, so they slow each other down.'
        : 'Enhanced fan-out is ruled out for these consumers.',
    'records-to-blame': (told) =>
      aggregationFits(told.scenario, told.facts)
        ? 'Aggregation would suffice, but the producers cannot be changed.'
        : because('fewer records do not change the bytes, which exceed the present shards')(told),
    'keys-to-blame': because('the load is even over the shards, which are too few together'),
  },
})
