import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { type SituationScenario, situationModel } from '../control/proposals.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { tagBeliefs } from './beliefs.ts'
import { drawTagGround, type TagGround } from './ground.ts'
import { contractors, halfTaggedRole, newScheme, untaggedResource } from './situations.ts'

/** Which change gives access by matching tags of caller and resource. */
export const abacModel: FamilyModel<SituationScenario<TagGround>> = {
  name: 'iam-abac',
  title: 'Access by tags of caller and resource',
  kind: 'multiple-choice',
  placements: placedIn(
    'SAA-C03 1.1',
    'SCS-C03 4.2',
    'SAP-C02 1.2',
    'SAP-C03 2',
    'SOA-C03 4.1',
    'DOP-C02 6.1',
    'DEA-C01 4.2',
  ),
  cognitive: 'apply',
  services: ['iam'],
  references: [iamReference('abac'), iamReference('variables')],
  facts: [],
  since: calendarDate('2026-11-24'),
  ...situationModel({
    situations: [untaggedResource, halfTaggedRole, contractors, newScheme],
    drawGround: drawTagGround,
    beliefs: tagBeliefs,
  }),
  features: ({ rendering, proposals }) => ({
    rendering,
    keys: proposals.some(({ id }) => id === 'tag-role') ? 2 : 1,
    defaults: proposals.some(({ id }) => id === 'second-value') ? 1 : 0,
  }),
  angoff: ({ keys = 1, defaults = 0 }) => 0.8 - 0.06 * keys - 0.2 * defaults,
}

export const abac = familyOf(abacModel)
