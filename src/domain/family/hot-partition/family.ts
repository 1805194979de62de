import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderHot } from './render.ts'
import {
  type HotScenario,
  hotMisconceptions,
  hotUnits,
  partitionUnits,
  solveHot,
  tableUnits,
} from './solve.ts'

const sample = (random: SeededRandom): HotScenario => ({
  setting: drawSetting(random),
  rendering: random.integer(5),
  style: random.integer(3),
  reason: random.integer(3),
  owner: pick(random, ['tenant', 'customer', 'partner', 'branch', 'supplier']),
  perSecond: between(random, 190, 950) * 10,
  share: pick(random, [22, 26, 31, 34, 38, 42, 46, 55]),
  tenths: between(random, 11, 38),
  keys: between(random, 24, 460),
  asides: pickSome(random, ['mode', 'cache', 'sort-key'] as const, between(random, 1, 2)),
})

/** Largest table that needs no higher quota, in write units. */
const mostTableUnits = 40_000

/** The change that stops the throttling of a busy key value: how far it is sharded. */
export const hotPartitionModel: FamilyModel<HotScenario> = {
  name: 'hot-partition',
  title: 'Write sharding of a busy key value',
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
  facts: ['dynamodb-write-unit-bytes'],
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveHot,
  misconceptions: hotMisconceptions,
  render: renderHot,
  constraints: (scenario, facts) => {
    const units = hotUnits(scenario, facts)
    return (
      scenario.tenths % 10 !== 0 &&
      units % partitionUnits !== 0 &&
      units > 1.1 * partitionUnits &&
      2 * tableUnits(scenario, facts) <= mostTableUnits
    )
  },
  features: ({ rendering, share, tenths }) => ({ rendering, share, kilobytes: Math.ceil(tenths / 10) }),
  angoff: ({ rendering, kilobytes = 2 }) => 0.64 - 0.03 * kilobytes - 0.02 * rendering,
}

export const hotPartition = familyOf(hotPartitionModel)
