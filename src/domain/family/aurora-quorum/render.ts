import type { FactValues } from '../../cloud/cloud-facts.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, listed, paragraphs } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { copiesLeft, type QuorumScenario, type Response } from './solve.ts'

const zone = ({ setting }: QuorumScenario, index: number): string =>
  `${setting.region}${['a', 'b', 'c'][index] ?? ''}`

/** Zones that have lost so many copies. */
const zonesWith = (scenario: QuorumScenario, copies: number): readonly string[] =>
  scenario.lost.flatMap((lost, index) => (lost === copies ? [zone(scenario, index)] : []))

/** The damage in one or two clauses, as something that happens or that happened. */
function damage(scenario: QuorumScenario, past = false): readonly string[] {
  const [dark, nodes] = [zonesWith(scenario, 2), zonesWith(scenario, 1)]
  const [isLost, areLost] = past ? ['was lost', 'were lost'] : ['is lost', 'are lost']
  const outage = dark.length > 1 ? `the zones ${listed(dark)} ${areLost}` : `the zone ${dark[0]} ${isLost}`
  const failure =
    nodes.length > 1
      ? `storage nodes with one copy of the volume each ${past ? 'failed' : 'fail'} in ${listed(nodes)}`
      : `a storage node with one copy of the volume ${past ? 'failed' : 'fails'} in ${nodes[0]}`
  return [...(dark.length === 0 ? [] : [`${outage} altogether`]), ...(nodes.length === 0 ? [] : [failure])]
}

const instances = (scenario: QuorumScenario): string =>
  `the writer runs in ${zone(scenario, scenario.writerZone)} and a reader in ${zone(scenario, scenario.readerZone)}`

/** What the response is judged by. */
const ask = 'that keeps as much of the service as possible, with the least disruption'

const structures: readonly ((scenario: QuorumScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `The runbook for the ${scenario.setting.systems[0].name} of ${scenario.setting.who} has a page for each failure that the ${scenario.setting.teams[0]} could think of. One page is still empty: ${listed(damage(scenario))}.`,
      `The data are in an Amazon Aurora cluster with its volume in three Availability Zones; ${instances(scenario)}. Management expects a response ${ask}.`,
      'Which instruction belongs on the page?',
    ]),
  (scenario) =>
    paragraphs(
      `In a tabletop exercise, the ${scenario.setting.teams[0]} of ${scenario.setting.who} goes through an incident of the Amazon Aurora cluster behind the ${scenario.setting.systems[1].name}. The moderator hands out these cards:`,
      bullets([
        `09:00 The cluster is healthy; ${instances(scenario)}`,
        ...damage(scenario).map((clause, index) => `09:${index === 0 ? '12' : '15'} ${capitalised(clause)}`),
        '09:16 Repair of the volume has begun, and no copy is back yet',
      ]),
      `Service should be kept as far as possible, without needless disruption. Which course should the team take at 09:16?`,
    ),
  (scenario) =>
    paragraphs([
      `“What would we do if ${listed(damage(scenario))}?” asks a member of the board after reading about an outage at a competitor.`,
      `${capitalised(scenario.setting.who)} keeps its ${scenario.setting.records[0].name} in an Amazon Aurora database that spans three Availability Zones, where ${instances(scenario)}. The board wants a plan ${ask}.`,
      'Which answer should the architect give?',
    ]),
  (scenario) =>
    paragraphs([
      `A supervisory authority requires ${scenario.setting.who} to document its response to severe failures of the ${scenario.setting.systems[0].name}, an application on an Amazon Aurora cluster in ${scenario.setting.region}.`,
      `Case 7 of the questionnaire reads: ${damage(scenario).join('; ')}. In the cluster, ${instances(scenario)}.`,
      `The response should preserve whatever the volume can still do, and a loss of committed data is acceptable as a last resort.`,
      'Which response should be documented?',
    ]),
  (scenario) =>
    paragraphs([
      `After an incident, an engineer of ${scenario.setting.who} is not sure that the on-call colleague reacted well.`,
      `According to the timeline, this is what happened to the Amazon Aurora cluster of the ${scenario.setting.systems[1].name}: ${listed(damage(scenario, true))}. Before that, all six copies of the volume were in service, with the writer in ${zone(scenario, scenario.writerZone)} and a reader in ${zone(scenario, scenario.readerZone)}.`,
      `The review looks for the reaction ${ask}.`,
      'Which reaction would have been right at that moment?',
    ]),
]

type Wording = Readonly<Record<Response, (readerZone: string) => string>>

/** Ways in which colleagues propose the same responses. */
const wordings: readonly Wording[] = [
  {
    nothing: () => 'Change nothing, since reads and writes continue while Aurora repairs the volume',
    failover: (zoneName) =>
      `Let the reader in ${zoneName} take over as the writer, and go on reading and writing`,
    'read-only': () => 'Put the application into read-only mode until Aurora has repaired the volume',
    restore: () => 'Restore the continuous backup to a new cluster, and point the application to it',
    'add-reader': (zoneName) => `Add a second reader in ${zoneName}, so that the volume has a copy more`,
    stop: () => 'Stop the application, and start it when the copies of the volume are complete',
  },
  {
    nothing: () => 'Leave writer and reader as they are, and let the storage repair itself',
    failover: (zoneName) => `Promote the reader in ${zoneName}, and let the storage repair itself`,
    'read-only': () => 'Accept reads and reject writes, and let the storage repair itself',
    restore: () => 'Create a new cluster from the latest restorable time, and give up the old volume',
    'add-reader': (zoneName) => `Launch another reader in ${zoneName}, and let it replace a lost copy`,
    stop: () => 'Reject reads and writes, and wait until the lost copies are replaced',
  },
  {
    nothing: () => 'Normal operation with the present writer during the repair of the storage',
    failover: (zoneName) => `Normal operation with the instance in ${zoneName} as the new writer`,
    'read-only': () => 'Operation without writes until the storage has been repaired far enough',
    restore: () => 'A restore to a point in time, with operation on the new cluster',
    'add-reader': (zoneName) => `A further instance in ${zoneName} that holds the missing copy of the data`,
    stop: () => 'A pause for reads and writes until the storage has its six copies again',
  },
]

function text(answer: Answer, scenario: QuorumScenario): string {
  const wording = wordings[scenario.style]
  if (wording === undefined) throw new RangeError(`There is no wording ${scenario.style}.`)
  return wording[answer as Response](zone(scenario, scenario.readerZone))
}

/** What is left of the volume, and what reads and writes need. */
function state(scenario: QuorumScenario, facts: FactValues): string {
  const { 'aurora-copies': copies, 'aurora-write-quorum': write, 'aurora-read-quorum': read } = facts
  return `${capitalised(inWords(copiesLeft(scenario, facts)))} of ${inWords(copies)} copies are left; writes need ${inWords(write)} and reads ${inWords(read)}`
}

const because =
  (why: string) =>
  ({ scenario, facts }: Told<QuorumScenario>): string =>
    `${state(scenario, facts)}${why}.`

function keyReason({ scenario, facts, answer }: Told<QuorumScenario>): string {
  const reasons: Readonly<Partial<Record<Response, string>>> = {
    nothing: ', so the volume stays in service, and the writer is unharmed',
    failover:
      ', so the volume stays in service, but the writer was in the lost zone and the reader replaces it',
    'read-only': ', so data can be read and repaired, but not changed for now',
    restore: ', so the volume cannot even be read, and a backup is the way back',
  }
  return because(reasons[answer as Response] ?? '')({ scenario, facts, answer })
}

/** Why a response is wrong where it is not the key. */
function wrongReason({ scenario, facts, answer }: Told<QuorumScenario>): string {
  const left = copiesLeft(scenario, facts)
  const [canWrite, canRead] = [left >= facts['aurora-write-quorum'], left >= facts['aurora-read-quorum']]
  const reasons: Readonly<Record<Response, string>> = {
    nothing: canWrite ? ', but the writer was in the lost zone' : ', so normal operation cannot go on',
    failover: canWrite
      ? ', and the writer is unharmed, so another one would change nothing for the better'
      : ', so a new writer could not write either',
    'read-only': canWrite ? ', so there is no need to give up writes' : ', so reads are lost too',
    restore: ', so the volume repairs itself from the copies that are left',
    'add-reader': '; readers share the volume and hold no copy of it',
    stop: canRead
      ? ', so a pause gives up service that is still possible'
      : ', so the volume cannot repair itself and the pause would not end',
  }
  return because(reasons[answer as Response])({ scenario, facts, answer })
}

/** Words the scenario in one of five structures. */
export const renderQuorum = wordedBy<QuorumScenario>({
  stems: structures,
  text,
  reasons: {
    key: keyReason,
    'any-copy-enough': wrongReason,
    'one-quorum': wrongReason,
    'one-loss-tolerated': wrongReason,
    'copies-not-repaired': wrongReason,
    'writer-elsewhere': wrongReason,
    'instances-hold-copies': wrongReason,
    'all-copies-needed': wrongReason,
  },
})
