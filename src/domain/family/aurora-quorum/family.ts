import { quorumFactIds } from '../../cloud/capacity/quorum.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { type DeedScenario, deedModel } from '../capacity/deeds.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { quorumSituations } from './situations.ts'
import { type Cluster, isServing, quorumMisconceptions } from './solve.ts'

/** What to do about lost zones and copies, by the quorums of a cluster volume and the zones of its instances. */
export const auroraQuorumModel: FamilyModel<DeedScenario<Cluster>> = {
  name: 'aurora-quorum',
  title: 'What an Aurora cluster survives',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 2.2', 'SAP-C02 2.4', 'SAP-C03 4', 'SOA-C03 2.2'),
  cognitive: 'apply',
  services: ['aurora'],
  references: [
    documentation(
      'High availability for Amazon Aurora',
      'AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
    ),
    documentation(
      'Amazon Aurora endpoint connections',
      'AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html',
    ),
    capacityPages.auroraQuorum,
  ],
  facts: quorumFactIds,
  since: calendarDate('2026-11-24'),
  ...deedModel({ situations: quorumSituations, holds: isServing, beliefs: quorumMisconceptions }),
  features: ({ rendering, now }) => ({
    rendering,
    lost: now.lost.reduce((sum, number) => sum + number, 0),
  }),
  angoff: ({ lost = 0, rendering }) => 0.86 - 0.08 * lost - 0.02 * rendering,
}

export const auroraQuorum = familyOf(auroraQuorumModel)
