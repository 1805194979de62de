import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderUnits } from './render.ts'
import { solveUnits, type UnitsScenario, unitsMisconceptions } from './solve.ts'

function sample(random: SeededRandom): UnitsScenario {
  const direction = chance(random, 0.55) ? 'read' : 'write'
  return {
    setting: drawSetting(random),
    rendering: random.integer(5),
    style: random.integer(3),
    reason: random.integer(3),
    direction,
    strict: chance(random, 0.5),
    tenths: direction === 'read' ? between(random, 43, 158) : between(random, 11, 58),
    perSecond: chance(random, 0.4) ? between(random, 9, 90) * 10 : between(random, 65, 900),
    aside: pick(random, ['cache', 'suffix', 'batch'] as const),
    presentShare: between(random, 15, 60),
  }
}

/** Steps of rounding, in tenths of a KB, and the least part by which rounding must raise the size of an item. */
const step = { read: 40, write: 10 } as const
const leastRounding = 1.06

/** The change that lets a table serve a load: kind of request and provisioned capacity. */
export const capacityUnitsModel: FamilyModel<UnitsScenario> = {
  name: 'dynamodb-capacity-units',
  title: 'Capacity units for a load on a table',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 1.3', 'DVA-C03 1', 'SAA-C03 3.3', 'DEA-C01 2.1', 'SAP-C02 2.5', 'SAP-C03 1'),
  cognitive: 'apply',
  services: ['dynamodb'],
  references: [capacityPages.dynamodbUnits],
  facts: [
    'dynamodb-read-unit-bytes',
    'dynamodb-write-unit-bytes',
    'dynamodb-eventual-read-factor',
    'dynamodb-transaction-factor',
    'dynamodb-item-bytes',
  ],
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveUnits,
  misconceptions: unitsMisconceptions,
  render: renderUnits,
  constraints: ({ tenths, direction }) =>
    Math.ceil(tenths / step[direction]) * step[direction] >= leastRounding * tenths,
  features: ({ rendering, direction, strict, tenths }) => ({
    rendering,
    write: Number(direction === 'write'),
    relaxed: Number(!strict),
    kilobytes: tenths / 10,
  }),
  angoff: ({ write = 0, relaxed = 0 }) => 0.72 - 0.1 * write - 0.06 * relaxed,
}

export const capacityUnits = familyOf(capacityUnitsModel)
