import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderTransit } from './render.ts'
import { sampleTransit } from './sample.ts'
import { cases, type TransitScenario } from './scenario.ts'
import { solveTransit, transitMisconceptions } from './solve.ts'

/** Which change to a transit gateway's routes connects what should be connected, and nothing else. */
export const transitFlowModel: FamilyModel<TransitScenario> = {
  name: 'network-transit-flow',
  title: 'Which change to transit gateway routes mends a connection',
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
  features: ({ rendering, kind }) => ({ rendering, case: cases.indexOf(kind) }),
  angoff: ({ case: place = 0 }) => [0.5, 0.56, 0.62, 0.66][place] ?? 0.6,
}

export const transitFlow = familyOf(transitFlowModel)
