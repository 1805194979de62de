import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderConnections } from './render.ts'
import { sampleConnections } from './sample.ts'
import { type ConnectionScenario, faults } from './scenario.ts'
import { connectionMisconceptions, solveConnections } from './solve.ts'

/** Which change to security groups or network ACLs restores a connection, there and back. */
export const whichConnectionModel: FamilyModel<ConnectionScenario> = {
  name: 'network-which-connection',
  title: 'Which change lets a connection pass security groups and network ACLs',
  kind: 'multiple-choice',
  placements: placedIn(
    'SAA-C03 1.2',
    'SOA-C03 5.3',
    'SCS-C03 3.3',
    'ANS-C01 4.1',
    'SAP-C02 1.1',
    'SAP-C03 2',
  ),
  cognitive: 'analyse',
  services: ['vpc'],
  references: [networkPages.networkAcls, networkPages.securityGroups, networkPages.ephemeralPorts],
  facts: ['ephemeral-first-port', 'ephemeral-last-port'],
  since: calendarDate('2026-11-24'),
  sample: sampleConnections,
  solve: solveConnections,
  misconceptions: connectionMisconceptions,
  render: renderConnections,
  features: ({ rendering, fault, changes }) => ({
    rendering,
    fault: faults.indexOf(fault),
    changes: changes.length,
  }),
  angoff: ({ fault = 0 }) => [0.62, 0.7, 0.6, 0.52][fault] ?? 0.6,
}

export const whichConnection = familyOf(whichConnectionModel)
