import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderFleet } from './render.ts'
import { fleetOf, solveFleet, withoutLoss, type ZonalScenario, zonalMisconceptions } from './solve.ts'

/** What instances handle, with the range of what one of them carries at full load. */
const units = [
  { unit: 'requests', perInstance: [120, 900] },
  { unit: 'messages', perInstance: [200, 1500] },
  { unit: 'page views', perInstance: [80, 450] },
  { unit: 'transactions', perInstance: [60, 400] },
] as const

function sample(random: SeededRandom): ZonalScenario {
  const { unit, perInstance } = pick(random, units)
  const each = between(random, perInstance[0] / 10, perInstance[1] / 10) * 10
  return {
    setting: drawSetting(random),
    rendering: random.integer(5),
    style: random.integer(3),
    unit,
    load: Math.round((each * between(random, 280, 1500)) / 1000) * 10,
    perInstance: each,
    zones: pick(random, [2, 3, 3, 3, 4]),
    utilisation: pick(random, [55, 60, 65, 70, 75, 80]),
    aside: pick(random, ['launch', 'pool', 'reservation'] as const),
  }
}

/** The fleet that carries its load without one zone, with the fewest instances. */
export const zonalCountModel: FamilyModel<ZonalScenario> = {
  name: 'zonal-instance-count',
  title: 'Instances in each zone to survive the loss of one',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 2.2', 'SOA-C03 2.2', 'DOP-C02 3.1', 'SAP-C02 2.4', 'SAP-C03 4'),
  cognitive: 'apply',
  services: ['ec2', 'ec2-auto-scaling'],
  references: [
    documentation(
      'Static stability (AWS Fault Isolation Boundaries)',
      'whitepapers/latest/aws-fault-isolation-boundaries/static-stability.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveFleet,
  misconceptions: zonalMisconceptions,
  render: renderFleet,
  constraints: (scenario) => {
    const { needed, perZone } = fleetOf(scenario)
    return needed > 5 && withoutLoss(scenario) < perZone
  },
  features: ({ rendering, zones, utilisation }) => ({ rendering, zones, utilisation }),
  angoff: ({ zones = 3, utilisation = 70, rendering }) =>
    0.78 - 0.05 * zones + 0.02 * rendering - (utilisation % 10 === 0 ? 0 : 0.06),
}

export const zonalCount = familyOf(zonalCountModel)
