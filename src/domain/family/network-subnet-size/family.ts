import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderSubnets } from './render.ts'
import { isTight, type SubnetScenario, sampleSubnets } from './sample.ts'
import { solveSubnets, subnetMisconceptions } from './solve.ts'

/** Which subnets to create for a fleet, with reserved addresses, growth and several addresses for a host. */
export const subnetSizeModel: FamilyModel<SubnetScenario> = {
  name: 'network-subnet-size',
  title: 'Which subnets a growing fleet needs',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 3.4', 'SOA-C03 5.1', 'ANS-C01 1.6', 'SAP-C02 1.1', 'SAP-C03 1'),
  cognitive: 'apply',
  services: ['vpc'],
  references: [networkPages.subnetSizing],
  facts: ['subnet-reserved-first', 'subnet-reserved-last', 'vpc-largest-prefix', 'vpc-smallest-prefix'],
  since: calendarDate('2026-11-24'),
  sample: sampleSubnets,
  solve: solveSubnets,
  misconceptions: subnetMisconceptions,
  render: renderSubnets,
  features: (scenario) => ({
    rendering: scenario.rendering,
    tight: Number(isTight(scenario)),
    addressesPerHost: scenario.addressesPerHost,
  }),
  angoff: ({ tight = 0, addressesPerHost = 1 }) => 0.76 - 0.2 * tight - 0.005 * addressesPerHost,
}

export const subnetSize = familyOf(subnetSizeModel)
