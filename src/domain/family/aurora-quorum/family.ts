import { quorumFactIds } from '../../cloud/capacity/quorum.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderQuorum } from './render.ts'
import { type QuorumScenario, quorumMisconceptions, solveQuorum } from './solve.ts'

/** Copies lost in the zones, from storage nodes to whole zones. */
const losses = [
  [1, 1, 0],
  [1, 1, 0],
  [2, 0, 0],
  [2, 0, 0],
  [2, 0, 0],
  [2, 1, 0],
  [2, 1, 0],
  [1, 1, 1],
  [2, 1, 1],
  [2, 2, 0],
] as const

function sample(random: SeededRandom): QuorumScenario {
  const lost = shuffle(pick(random, losses), random)
  const zones = [...lost.keys()]
  const [dark, bright] = [true, false].map((isDark) =>
    shuffle(
      zones.filter((zone) => (lost[zone] === 2) === isDark),
      random,
    ),
  ) as [number[], number[]]
  const writerZone = dark[0] !== undefined && chance(random, 0.6) ? dark[0] : (bright[1] ?? dark[0] ?? 0)
  return {
    setting: drawSetting(random),
    rendering: random.integer(5),
    style: random.integer(3),
    lost,
    writerZone,
    readerZone: bright[0] ?? 0,
  }
}

/** The response to lost copies and zones that the quorums of a cluster volume allow. */
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
  solve: solveQuorum,
  misconceptions: quorumMisconceptions,
  render: renderQuorum,
  features: ({ rendering, lost, writerZone }) => ({
    rendering,
    lost: lost.reduce((sum, number) => sum + number, 0),
    writer: Number(lost[writerZone] === 2),
  }),
  angoff: ({ lost = 0, writer = 0 }) => 0.66 - 0.04 * lost - 0.04 * writer,
}

export const auroraQuorum = familyOf(auroraQuorumModel)
