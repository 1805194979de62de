import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderPeerings } from './render.ts'
import { type PeeringScenario, samplePeerings } from './sample.ts'
import { peeringMisconceptions, solvePeerings } from './solve.ts'

/** Which connection works over a graph of peered VPCs with gateways at its edge. */
export const peeringFlowModel: FamilyModel<PeeringScenario> = {
  name: 'network-peering-flow',
  title: 'Which connection VPC peering carries',
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
  features: ({ rendering, vpcs, peerings }) => ({
    rendering,
    vpcs: vpcs.length,
    peerings: peerings.length,
    routes: vpcs.reduce((sum, { routes }) => sum + routes.length, 0),
  }),
  angoff: ({ vpcs = 3, routes = 8 }) => 0.92 - 0.03 * vpcs - 0.018 * routes,
}

export const peeringFlow = familyOf(peeringFlowModel)
