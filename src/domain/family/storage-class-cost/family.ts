import { storageFactIds } from '../../cloud/capacity/storage-cost.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { deedModel } from '../parts/deeds.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { coolsDown, keptByDuty, madeAgain, soonDeleted, verySmall } from './cases.ts'
import { isClear, judgeStorage, type StorageScenario, storageTrusts } from './solve.ts'

/** The storage class with the lowest cost, minimum durations, sizes, requests and retrieval included. */
export const storageClassModel: FamilyModel<StorageScenario> = {
  name: 'storage-class-cost',
  title: 'Storage class with the lowest cost',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 4.1', 'SAP-C02 3.5', 'SAP-C03 3', 'DEA-C01 2.3', 'CLF-C02 4.1'),
  cognitive: 'analyse',
  services: ['s3'],
  references: [capacityPages.storageClasses],
  facts: storageFactIds,
  since: calendarDate('2026-11-24'),
  ...deedModel({
    situations: [coolsDown, keptByDuty, madeAgain, soonDeleted, verySmall],
    judge: judgeStorage,
    trusts: storageTrusts,
  }),
  constraints: isClear,
  features: ({ rendering, need: { kilobytes, days } }) => ({
    rendering,
    small: Number(kilobytes < 128),
    short: Number(days < 90),
  }),
  angoff: ({ small = 0, short = 0 }) => 0.66 - 0.1 * small - 0.06 * short,
}

export const storageClassCost = familyOf(storageClassModel)
