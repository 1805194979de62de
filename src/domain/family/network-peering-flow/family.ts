import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderPeerings } from './render.ts'
import { samplePeerings } from './sample.ts'
import { cases, type PeeringScenario } from './scenario.ts'
import { peeringMisconceptions, solvePeerings } from './solve.ts'

/** Which change makes a connection work in a hub of peered VPCs with gateways at its edge. */
export const peeringFlowModel: FamilyModel<PeeringScenario> = {
  name: 'network-peering-flow',
  title: 'Which change connects peered VPCs',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 3.4', 'ANS-C01 1.6', 'SAP-C02 1.1', 'SAP-C03 1', 'SOA-C03 5.3'),
  cognitive: 'analyse',
  services: ['vpc'],
  references: [networkPages.peering, networkPages.routeTables],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: samplePeerings,
  solve: solvePeerings,
  misconceptions: peeringMisconceptions,
  render: renderPeerings,
  features: ({ rendering, kind }) => ({ rendering, case: cases.indexOf(kind) }),
  angoff: ({ case: place = 0 }) => [0.68, 0.58, 0.56, 0.6][place] ?? 0.6,
}

export const peeringFlow = familyOf(peeringFlowModel)
