import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { type SituationScenario, situationModel } from '../control/proposals.ts'
import { kmsReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { keyBeliefs } from './beliefs.ts'
import { endedSituation } from './ended.ts'
import { drawKeyGround, type KeyGround } from './ground.ts'
import { delegatedSituation, namedOnlySituation } from './opened.ts'
import { partnerSilentSituation, partnerUnknownSituation } from './shared.ts'

/** Which change gives or ends the use of a key under a key policy, IAM policies, and grants. */
export const whoCanDecryptModel: FamilyModel<SituationScenario<KeyGround>> = {
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
  references: [kmsReference('keyPolicies'), kmsReference('grants'), kmsReference('otherAccounts')],
  facts: [],
  since: calendarDate('2026-11-24'),
  ...situationModel({
    situations: [
      namedOnlySituation,
      delegatedSituation,
      partnerUnknownSituation,
      partnerSilentSituation,
      endedSituation,
    ],
    drawGround: drawKeyGround,
    beliefs: keyBeliefs,
  }),
  features: ({ rendering, proposals }) => ({
    rendering,
    revokes: proposals.some(({ id }) => id === 'revoke') ? 1 : 0,
    lasting: proposals.some(({ id }) => id === 'both') ? 1 : 0,
  }),
  angoff: ({ revokes = 0, lasting = 0 }) => 0.55 + 0.14 * revokes + 0.06 * lasting,
}

export const whoCanDecrypt = familyOf(whoCanDecryptModel)
