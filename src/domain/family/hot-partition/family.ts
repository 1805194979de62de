import { dynamodbFactIds } from '../../cloud/capacity/dynamodb.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { type DeedScenario, deedModel } from '../capacity/deeds.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { hotSituations } from './situations.ts'
import { hotMisconceptions, isServed, type Table } from './solve.ts'

/** The change that stops the throttling of a table, by the limits of the table and of one partition. */
export const hotPartitionModel: FamilyModel<DeedScenario<Table>> = {
  name: 'hot-partition',
  title: 'Throttled key values of a table',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 4.3', 'DVA-C03 4', 'DEA-C01 2.4', 'SAA-C03 3.3'),
  cognitive: 'analyse',
  services: ['dynamodb'],
  references: [
    documentation(
      'Using write sharding to distribute workloads evenly in your DynamoDB table',
      'amazondynamodb/latest/developerguide/bp-partition-key-sharding.html',
    ),
    capacityPages.dynamodbUnits,
    capacityPages.dynamodbSplit,
  ],
  facts: dynamodbFactIds,
  since: calendarDate('2026-11-24'),
  ...deedModel({ situations: hotSituations, holds: isServed, beliefs: hotMisconceptions }),
  features: ({ rendering, now }) => ({ rendering, hot: Number(now.hotReads > 0.01) }),
  angoff: ({ rendering, hot = 0 }) => 0.7 - 0.08 * hot - 0.02 * rendering,
}

export const hotPartition = familyOf(hotPartitionModel)
