import { kinesisFactIds } from '../../cloud/capacity/kinesis.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { type DeedScenario, deedModel } from '../capacity/deeds.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { shardSituations } from './situations.ts'
import { isFlowing, type Stream, shardMisconceptions } from './solve.ts'

/** The change that ends the throttling of a data stream, by the limits of its busiest shard. */
export const shardCountModel: FamilyModel<DeedScenario<Stream>> = {
  name: 'kinesis-shard-count',
  title: 'What throttles a data stream',
  kind: 'multiple-choice',
  placements: placedIn('DEA-C01 1.1', 'SAA-C03 3.5', 'DVA-C02 1.1', 'DVA-C03 1', 'SAP-C02 2.5', 'SAP-C03 1'),
  cognitive: 'apply',
  services: ['kinesis-data-streams'],
  references: [
    capacityPages.kinesisQuotas,
    documentation(
      'Develop enhanced fan-out consumers with dedicated throughput',
      'streams/latest/dev/enhanced-consumers.html',
    ),
    documentation('KPL Key Concepts', 'streams/latest/dev/kinesis-kpl-concepts.html'),
  ],
  facts: kinesisFactIds,
  since: calendarDate('2026-11-24'),
  ...deedModel({ situations: shardSituations, holds: isFlowing, beliefs: shardMisconceptions }),
  features: ({ rendering, now }) => ({ rendering, readers: now.polling }),
  angoff: ({ rendering, readers = 1 }) => 0.74 - 0.02 * readers - 0.02 * rendering,
}

export const shardCount = familyOf(shardCountModel)
