import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { type SituationScenario, situationModel } from '../control/proposals.ts'
import { drawMoveScene, type Scene } from '../iam/moves.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { trustBeliefs } from './beliefs.ts'
import { movedSituation, openSituation, silentSituation, unsentSituation } from './situations.ts'

/** Which change lets a vendor assume a role for one customer and for nobody else. */
export const externalIdModel: FamilyModel<SituationScenario<Scene>> = {
  name: 'iam-external-id',
  title: 'Assuming a role across accounts with an external ID',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 1.1', 'SAP-C02 1.2', 'SAP-C03 2', 'SCS-C03 4.1', 'SOA-C03 4.1'),
  cognitive: 'apply',
  services: ['iam', 'sts'],
  references: [iamReference('externalId'), iamReference('crossAccount')],
  facts: [],
  since: calendarDate('2026-11-24'),
  ...situationModel({
    situations: [openSituation, unsentSituation, movedSituation, silentSituation],
    drawGround: drawMoveScene,
    beliefs: trustBeliefs,
  }),
  features: ({ rendering }) => ({
    rendering,
    open: rendering === 0 ? 1 : 0,
    caller: rendering === 3 ? 1 : 0,
  }),
  angoff: ({ open = 0, caller = 0 }) => 0.72 - 0.04 * open - 0.14 * caller,
}

export const externalId = familyOf(externalIdModel)
