import { quorumFactIds, quorumState } from '../../cloud/capacity/quorum.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, listed, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** A cluster volume that has lost copies, and what it must still do. */
export type QuorumScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly lost: readonly number[]
  readonly writes: boolean
}

const leftIn = ({ lost }: QuorumScenario, facts: FactValues): number => quorumState({ lost }, facts).left

const quorumOf = ({ writes }: QuorumScenario, facts: FactValues): number =>
  facts[writes ? 'aurora-write-quorum' : 'aurora-read-quorum']

const above =
  (quorum: (scenario: QuorumScenario, facts: FactValues) => number) =>
  (scenario: QuorumScenario, facts: FactValues) => [
    Math.max(0, leftIn(scenario, facts) - quorum(scenario, facts)),
  ]

const solve = above(quorumOf)

const misconceptions: readonly Misconception<QuorumScenario>[] = [
  {
    id: 'quorums-swapped',
    statement: 'Reads and writes have the same quorum, or the larger one belongs to reads.',
    solve: above((scenario, facts) => quorumOf({ ...scenario, writes: !scenario.writes }, facts)),
  },
  {
    id: 'one-copy-enough',
    statement: 'A single remaining copy keeps the volume in service.',
    solve: above(() => 1),
  },
  {
    id: 'two-zones-enough',
    statement: 'A copy in each of two Availability Zones keeps the volume in service.',
    solve: above(() => 2),
  },
  {
    id: 'all-copies-needed',
    statement: 'The volume stops as soon as a further copy is lost, whatever the number of copies.',
    solve: () => [0],
  },
  {
    id: 'one-loss-tolerated',
    statement: 'A volume tolerates one lost copy, as a mirrored disk does.',
    solve: ({ lost }) => [Math.max(0, 1 - lost.reduce((sum, number) => sum + number, 0))],
  },
]

const losses = [
  [0, 0, 0],
  [1, 0, 0],
  [1, 1, 0],
  [2, 0, 0],
  [2, 1, 0],
] as const

const sample = (random: SeededRandom): QuorumScenario => ({
  setting: drawSetting(random),
  rendering: random.integer(3),
  lost: shuffle(pick(random, losses), random),
  writes: chance(random, 0.6),
})

const zoneNames = ['a', 'b', 'c'] as const

/** What has been lost so far, as part of a sentence. */
function lostWords({ lost }: QuorumScenario): string {
  const parts = lost.flatMap((count, index) =>
    count === 0
      ? []
      : [count === 2 ? `both copies in zone ${zoneNames[index]}` : `one copy in zone ${zoneNames[index]}`],
  )
  return parts.length === 0 ? 'no copy' : listed(parts)
}

const deed = ({ writes }: QuorumScenario): string =>
  writes ? 'accept writes' : 'read its data and repair itself'

const question = (scenario: QuorumScenario): string =>
  `How many further copies can the volume lose at most and still ${deed(scenario)}?`

const count = (scenario: QuorumScenario, facts: FactValues): string =>
  `${leftIn(scenario, facts)} of ${facts['aurora-copies']} copies are left, and ${scenario.writes ? 'writes need' : 'reads and repair need'} ${quorumOf(scenario, facts)}`

const render = wordedBy<QuorumScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `The ${scenario.setting.systems[0].name} of ${scenario.setting.who} stores ${scenario.setting.records[0].name} in an Amazon Aurora cluster with copies of its volume in zones a, b, and c.`,
        `In an incident, storage nodes failed, and ${lostWords(scenario)} ${scenario.lost.reduce((a, b) => a + b, 0) > 1 ? 'are' : 'is'} unavailable. Repair has not begun.`,
        question(scenario),
      ]),
    (scenario) =>
      paragraphs(
        `For a failure drill, the ${scenario.setting.teams[0]} of ${scenario.setting.who} notes the state of the storage volume of its Amazon Aurora cluster:`,
        bullets(
          scenario.lost.map(
            (number, index) =>
              `Zone ${zoneNames[index]}: ${number === 0 ? 'two copies in service' : number === 1 ? 'one copy in service, one lost' : 'both copies lost'}`,
          ),
        ),
        ['The drill then takes further copies away, one by one, before any is repaired.', question(scenario)],
      ),
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.setting.who)} asks how close its Amazon Aurora database came to an outage.`,
        `The volume keeps two copies in each of three Availability Zones, and at the worst moment ${lostWords(scenario)} had been lost.`,
        `Think of copies that fail from there, in any zone and before a repair. ${question(scenario)}`,
      ]),
  ],
  text: (answer) => String(answer),
  reasons: {
    key: ({ scenario, facts, answer }) =>
      `${count(scenario, facts)}, so ${inWords(Number(answer))} more may fail.`,
    'quorums-swapped': ({ scenario, facts }) =>
      `${count(scenario, facts)}; the write quorum is 4 of 6 and the read quorum 3 of 6.`,
    'one-copy-enough': ({ scenario, facts }) => `${count(scenario, facts)}; a single copy is no quorum.`,
    'two-zones-enough': ({ scenario, facts }) =>
      `${count(scenario, facts)}; the quorum counts copies, not zones.`,
    'one-loss-tolerated': ({ scenario, facts }) =>
      `${count(scenario, facts)}; six copies tolerate more than a mirror does.`,
    'all-copies-needed': ({ scenario, facts }) =>
      `${count(scenario, facts)}; a quorum tolerates the loss of copies beyond it.`,
  },
})

/** Copies of a cluster volume that may still fail. */
export const auroraQuorumModel: FamilyModel<QuorumScenario> = {
  name: 'aurora-quorum',
  title: 'Copies that an Aurora volume can still lose',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 2.2', 'SAP-C02 2.4', 'SAP-C03 4', 'SOA-C03 2.2'),
  cognitive: 'apply',
  services: ['aurora'],
  references: [capacityPages.auroraQuorum, capacityPages.auroraQuorumSets],
  facts: quorumFactIds,
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: (scenario, facts) => {
    const state = quorumState({ lost: scenario.lost }, facts)
    return scenario.writes ? state.canWrite : state.canRead
  },
  features: ({ rendering, lost, writes }) => ({
    rendering,
    lost: lost.reduce((sum, number) => sum + number, 0),
    writes: Number(writes),
  }),
  angoff: ({ lost = 0, writes = 1 }) => 0.5 + 0.08 * writes - 0.03 * lost,
}

export const auroraQuorum = familyOf(auroraQuorumModel)
