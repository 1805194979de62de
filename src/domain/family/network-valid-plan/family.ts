import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderPlans } from './render.ts'
import { faults, type PlanScenario, samplePlans } from './sample.ts'
import { planMisconceptions, solvePlans } from './solve.ts'

/** Which amendment of a failed address plan keeps every rule about blocks. */
export const validPlanModel: FamilyModel<PlanScenario> = {
  name: 'network-valid-plan',
  title: 'Which change makes an address plan valid',
  kind: 'multiple-choice',
  placements: placedIn('ANS-C01 1.6', 'SOA-C03 5.1', 'SAP-C02 1.1', 'SAP-C03 1', 'SAA-C03 3.4'),
  cognitive: 'analyse',
  services: ['vpc'],
  references: [networkPages.subnetSizing, networkPages.vpcCidrs],
  facts: ['subnet-reserved-first', 'subnet-reserved-last', 'vpc-largest-prefix', 'vpc-smallest-prefix'],
  since: calendarDate('2026-11-24'),
  sample: samplePlans,
  solve: solvePlans,
  misconceptions: planMisconceptions,
  render: renderPlans,
  features: ({ rendering, fault, vpc }) => ({
    rendering,
    fault: faults.indexOf(fault),
    vpcPrefix: Number(vpc.split('/')[1]),
  }),
  angoff: ({ vpcPrefix = 20, fault = 0 }) => 0.48 + 0.03 * (21 - vpcPrefix) + 0.04 * fault,
}

export const validPlan = familyOf(validPlanModel)
