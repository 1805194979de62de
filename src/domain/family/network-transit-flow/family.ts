import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderTransit } from './render.ts'
import { sampleTransit, type TransitScenario } from './sample.ts'
import { solveTransit, transitMisconceptions } from './solve.ts'

/** Which connection works over a transit gateway whose route tables separate its attachments. */
export const transitFlowModel: FamilyModel<TransitScenario> = {
  name: 'network-transit-flow',
  title: 'Which connection transit gateway route tables carry',
  kind: 'multiple-choice',
  placements: placedIn('ANS-C01 1.6', 'SAP-C02 1.1', 'SAP-C03 1', 'SCS-C03 3.3', 'SOA-C03 5.3'),
  cognitive: 'analyse',
  services: ['transit-gateway', 'vpc'],
  references: [networkPages.transitTables, networkPages.transitWorks],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleTransit,
  solve: solveTransit,
  misconceptions: transitMisconceptions,
  render: renderTransit,
  features: ({ rendering, attached, tables, unrouted }) => ({
    rendering,
    attachments: attached.length,
    blackholes: tables[0].dropped.length,
    unrouted: Number(unrouted !== null),
  }),
  angoff: ({ attachments = 5, blackholes = 0, unrouted = 0, rendering }) =>
    0.86 - 0.04 * attachments - 0.06 * blackholes - 0.03 * unrouted + 0.02 * rendering,
}

export const transitFlow = familyOf(transitFlowModel)
