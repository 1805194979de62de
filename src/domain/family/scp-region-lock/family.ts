import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { type SituationScenario, situationModel } from '../control/proposals.ts'
import { organizationsReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { lockBeliefs } from './beliefs.ts'
import { drawLockGround, type LockGround } from './ground.ts'
import { brokenGlobal, newLock, sparedRole, surprisingLaunch } from './situations.ts'

/** A Region lock by SCP: what it stops, how it is mended, and who gets past it. */
export const regionLockModel: FamilyModel<SituationScenario<LockGround>> = {
  name: 'scp-region-lock',
  title: 'What an SCP that locks Regions stops',
  kind: 'multiple-choice',
  placements: placedIn(
    'SAP-C02 1.4',
    'SAP-C03 2',
    'SCS-C03 6.1',
    'SAA-C03 1.1',
    'SOA-C03 4.1',
    'DOP-C02 2.2',
  ),
  cognitive: 'apply',
  services: ['organizations', 'iam'],
  references: [organizationsReference('scps'), organizationsReference('scpExamples')],
  facts: [],
  since: calendarDate('2026-11-24'),
  ...situationModel({
    situations: [brokenGlobal, sparedRole, surprisingLaunch, newLock],
    drawGround: drawLockGround,
    beliefs: lockBeliefs,
  }),
  features: ({ rendering, ground, proposals }) => ({
    rendering,
    homes: ground.homes.length,
    explains: proposals.some(({ id }) => id === 'root-user') ? 1 : 0,
  }),
  angoff: ({ homes = 1, explains = 0 }) => 0.7 - 0.04 * homes - 0.08 * explains,
}

export const regionLock = familyOf(regionLockModel)
