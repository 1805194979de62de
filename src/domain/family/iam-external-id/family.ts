import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderExternalId } from './render.ts'
import { sampleExternalId } from './sample.ts'
import type { ExternalIdScenario } from './scenario.ts'
import { externalIdMisconceptions, solveExternalId } from './solve.ts'

/** Which change lets a vendor assume a role for one customer and for nobody else. */
export const externalIdModel: FamilyModel<ExternalIdScenario> = {
  name: 'iam-external-id',
  title: 'Assuming a role across accounts with an external ID',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 1.1', 'SAP-C02 1.2', 'SAP-C03 2', 'SCS-C03 4.1', 'SOA-C03 4.1'),
  cognitive: 'apply',
  services: ['iam', 'sts'],
  references: [iamReference('externalId'), iamReference('crossAccount')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleExternalId,
  solve: solveExternalId,
  misconceptions: externalIdMisconceptions,
  render: renderExternalId,
  features: ({ rendering, fault }) => ({
    rendering,
    open: fault === 'open' ? 1 : 0,
    caller: fault === 'other-role' ? 1 : 0,
  }),
  angoff: ({ open = 0, caller = 0 }) => 0.72 - 0.04 * open - 0.14 * caller,
}

export const externalId = familyOf(externalIdModel)
