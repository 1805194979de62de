import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { type SituationScenario, situationModel } from '../control/proposals.ts'
import { drawMoveScene, type Scene } from '../iam/moves.ts'
import { kmsReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { keyBeliefs } from './beliefs.ts'
import { silentReaderSituation, unknownReaderSituation } from './foreign.ts'
import { leftoverSituation, refusedSituation } from './own.ts'
import { deliverySituation, launchSituation } from './services.ts'

/** Which change gives or ends the use of a key under a key policy, IAM policies, and grants. */
export const whoCanDecryptModel: FamilyModel<SituationScenario<Scene>> = {
  name: 'kms-who-can-decrypt',
  title: 'Who can decrypt with a KMS key',
  kind: 'multiple-choice',
  placements: placedIn(
    'SCS-C03 5.3',
    'DVA-C02 2.2',
    'DVA-C03 2',
    'SAA-C03 1.3',
    'SAP-C02 2.3',
    'SAP-C03 2',
    'SOA-C03 4.2',
    'DEA-C01 4.3',
    'DOP-C02 6.2',
  ),
  cognitive: 'analyse',
  services: ['kms', 'iam'],
  references: [
    kmsReference('keyPolicies'),
    kmsReference('grants'),
    kmsReference('otherAccounts'),
    {
      title: 'Required AWS KMS key policy for use with encrypted volumes',
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
      checked: calendarDate('2026-11-24'),
    },
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  ...situationModel({
    situations: [
      refusedSituation,
      launchSituation,
      deliverySituation,
      unknownReaderSituation,
      silentReaderSituation,
      leftoverSituation,
    ],
    drawGround: drawMoveScene,
    beliefs: keyBeliefs,
  }),
  features: ({ rendering, proposals }) => ({
    rendering,
    revokes: proposals.some(({ id }) => id === 'revoke') ? 1 : 0,
    services: proposals.some(({ id }) => id.startsWith('service-')) ? 1 : 0,
  }),
  angoff: ({ revokes = 0, services = 0 }) => 0.6 + 0.1 * revokes - 0.06 * services,
}

export const whoCanDecrypt = familyOf(whoCanDecryptModel)
