import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderAccess } from './render.ts'
import { sampleAccess } from './sample.ts'
import { type AccessScenario, cases } from './scenario.ts'
import { accessMisconceptions, solveAccess } from './solve.ts'

/** Which change connects an instance to the internet as wanted, by route, address and kind of gateway. */
export const internetAccessModel: FamilyModel<AccessScenario> = {
  name: 'network-internet-access',
  title: 'Which change gives an instance the internet access that is wanted',
  kind: 'multiple-choice',
  placements: placedIn(
    'SAA-C03 1.2',
    'CLF-C02 3.5',
    'SOA-C03 5.1',
    'ANS-C01 3.1',
    'SAP-C02 1.1',
    'SAP-C03 1',
  ),
  cognitive: 'apply',
  services: ['vpc'],
  references: [networkPages.internetGateway, networkPages.natGateway, networkPages.egressOnly],
  facts: ['nat-gateway-first-port', 'nat-gateway-last-port'],
  since: calendarDate('2026-11-24'),
  sample: sampleAccess,
  solve: solveAccess,
  misconceptions: accessMisconceptions,
  render: renderAccess,
  features: ({ rendering, kind }) => ({ rendering, case: cases.indexOf(kind) }),
  angoff: ({ case: place = 0 }) => [0.72, 0.6, 0.55, 0.7, 0.66][place] ?? 0.65,
}

export const internetAccess = familyOf(internetAccessModel)
