import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderAccess } from './render.ts'
import { type AccessScenario, sampleAccess } from './sample.ts'
import { accessMisconceptions, solveAccess } from './solve.ts'

/** Which instance reaches the internet, or is reached from it, by route, address and kind of gateway. */
export const internetAccessModel: FamilyModel<AccessScenario> = {
  name: 'network-internet-access',
  title: 'Which instance has internet access',
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
  features: ({ rendering, inbound, placed }) => ({
    rendering,
    inbound: Number(inbound),
    ipv6: Number(placed.some(({ hasIpv6 }) => hasIpv6)),
  }),
  angoff: ({ inbound = 0, ipv6 = 0, rendering }) => 0.72 - 0.06 * inbound - 0.05 * ipv6 + 0.03 * rendering,
}

export const internetAccess = familyOf(internetAccessModel)
