import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { type SituationScenario, situationModel } from '../control/proposals.ts'
import { drawMoveScene, type Scene } from '../iam/moves.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { deputyBeliefs } from './beliefs.ts'
import { manySourcesSituation, oneSourceSituation } from './loose.ts'
import { namesakeSituation, perimeterSituation } from './perimeter.ts'

/** Which change keeps a service from acting on a resource for strangers. */
export const confusedDeputyModel: FamilyModel<SituationScenario<Scene>> = {
  name: 'iam-confused-deputy',
  title: 'Keeping a service from acting for strangers',
  kind: 'multiple-choice',
  placements: placedIn(
    'SCS-C03 4.2',
    'SAP-C02 2.3',
    'SAP-C03 2',
    'SAA-C03 1.2',
    'SOA-C03 4.1',
    'DVA-C02 2.1',
    'DVA-C03 2',
    'DOP-C02 6.2',
  ),
  cognitive: 'apply',
  services: ['iam', 's3', 'sns', 'sqs'],
  references: [iamReference('confusedDeputy'), iamReference('globalKeys')],
  facts: [],
  since: calendarDate('2026-11-24'),
  ...situationModel({
    situations: [manySourcesSituation, oneSourceSituation, perimeterSituation, namesakeSituation],
    drawGround: drawMoveScene,
    beliefs: deputyBeliefs,
  }),
  features: ({ rendering }) => ({
    rendering,
    oneSource: rendering === 1 ? 1 : 0,
    broken: rendering > 1 ? 1 : 0,
  }),
  angoff: ({ oneSource = 0, broken = 0 }) => 0.66 - 0.08 * oneSource - 0.1 * broken,
}

export const confusedDeputy = familyOf(confusedDeputyModel)
