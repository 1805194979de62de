import { kinesisFactIds } from '../../cloud/capacity/kinesis.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, chance } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderShards } from './render.ts'
import { presentShards, type ShardScenario, shardMisconceptions, shardsFor, solveShards } from './solve.ts'

function sample(random: SeededRandom): ShardScenario {
  const large = chance(random, 0.45)
  const fanOut = chance(random, 0.4)
  return {
    setting: drawSetting(random),
    rendering: random.integer(5),
    style: random.integer(3),
    reason: random.integer(3),
    recordsPerSecond: large ? between(random, 90, 900) * 10 : between(random, 210, 1900) * 10,
    recordBytes: large ? between(random, 10, 60) * 102.4 : between(random, 3, 10) * 51.2,
    consumers: between(random, 2, fanOut || large ? 5 : 4),
    design: fanOut ? 'fan-out' : 'shared',
    fixedProducers: chance(random, large ? 0.5 : 0.35),
    aside: chance(random, 0.5) ? 'aggregate' : 'spread',
    presentShare: between(random, 40, 92),
  }
}

/** The change that ends the throttling of a data stream: shards, the way of reading, or aggregation. */
export const shardCountModel: FamilyModel<ShardScenario> = {
  name: 'kinesis-shard-count',
  title: 'Shards of a data stream',
  kind: 'multiple-choice',
  placements: placedIn('DEA-C01 1.1', 'SAA-C03 3.5', 'DVA-C02 1.1', 'DVA-C03 1', 'SAP-C02 2.5', 'SAP-C03 1'),
  cognitive: 'apply',
  services: ['kinesis-data-streams'],
  references: [capacityPages.kinesisQuotas],
  facts: kinesisFactIds,
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveShards,
  misconceptions: shardMisconceptions,
  render: renderShards,
  constraints: (scenario, facts) => {
    const { shards, pollsFit } = shardsFor(scenario, 'shared', facts)
    const there = presentShards(scenario, facts)
    return pollsFit && shards < 200 && there > 1 && there < shardsFor(scenario, scenario.design, facts).shards
  },
  features: ({ rendering, consumers, design, fixedProducers }) => ({
    rendering,
    consumers,
    fanOut: Number(design === 'fan-out'),
    open: Number(!fixedProducers),
  }),
  angoff: ({ consumers = 2, fanOut = 0, open = 0 }) =>
    0.68 - 0.05 * (consumers - 2) * (1 - fanOut) - 0.04 * fanOut - 0.06 * open,
}

export const shardCount = familyOf(shardCountModel)
