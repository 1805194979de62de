import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderConnections } from './render.ts'
import { sampleConnections } from './sample.ts'
import type { ConnectionScenario } from './scenario.ts'
import { connectionMisconceptions, solveConnections } from './solve.ts'

/** Which of four connections to a server passes its security group and its network ACL, there and back. */
export const whichConnectionModel: FamilyModel<ConnectionScenario> = {
  name: 'network-which-connection',
  title: 'Which connection passes security groups and network ACLs',
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
  features: ({ rendering, acl, serverGroup, narrowGroups }) => ({
    rendering,
    aclRules: acl.inbound.length + acl.outbound.length,
    groupRules: serverGroup.inbound?.length ?? 0,
    narrowGroups: narrowGroups.length,
  }),
  angoff: ({ aclRules = 0, narrowGroups = 0 }) =>
    Math.max(0.38, 0.86 - 0.035 * aclRules - 0.06 * narrowGroups),
}

export const whichConnection = familyOf(whichConnectionModel)
