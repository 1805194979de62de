import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderAvailability } from './render.ts'
import {
  type AvailabilityScenario,
  availabilityMisconceptions,
  availabilityOf,
  plansOf,
  solveAvailability,
  today,
} from './solve.ts'

/** Availabilities in percent. */
const promises = [99.5, 99.7, 99.75, 99.8, 99.85, 99.9, 99.92] as const
const dependencies = [99.95, 99.9, 99.85, 99.8, 99.7, 99.5, 99.2, 98.9] as const

function sample(random: SeededRandom): AvailabilityScenario {
  const target = pick(random, promises)
  const barelyEnough = Number((target + between(random, 2, 6) / 100).toFixed(2))
  return {
    setting: drawSetting(random),
    rendering: random.integer(5),
    style: random.integer(3),
    dependencyName: pick(random, [
      'database',
      'session store',
      'search cluster',
      'message broker',
      'token service',
    ]),
    entry: pick(random, [99.99, 99.98, 99.97, 99.95]),
    server: pick(random, [96, 97, 97.5, 98, 98.5, 99, 99.2]),
    dependency: chance(random, 0.45) ? barelyEnough : pick(random, dependencies),
    servers: pick(random, [1, 1, 2, 2, 3]),
    target,
    prices: {
      entry: between(random, 4, 14) * 5,
      server: between(random, 14, 62) * 10,
      dependency: between(random, 22, 130) * 10,
    },
  }
}

/** Percentage points by which a proposal must miss or exceed the target. */
const clear = 0.012

/** The cheapest change that lets a service of several parts keep its promise. */
export const availabilityModel: FamilyModel<AvailabilityScenario> = {
  name: 'composite-availability',
  title: 'Availability of a system of parts',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 2.2', 'SAP-C02 2.4', 'SAP-C03 4', 'DOP-C02 3.1'),
  cognitive: 'apply',
  services: ['elb', 'ec2'],
  references: [capacityPages.availability, capacityPages.redundancy],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveAvailability,
  misconceptions: availabilityMisconceptions,
  render: renderAvailability,
  constraints: (scenario) =>
    availabilityOf(scenario, today(scenario)) * 100 < scenario.target - clear &&
    plansOf(scenario).every(
      (plan) => Math.abs(availabilityOf(scenario, plan) * 100 - scenario.target) > clear,
    ),
  features: ({ rendering, servers, dependency, server }) => ({
    rendering,
    servers,
    weakDependency: Number(dependency < server),
  }),
  angoff: ({ servers = 2, rendering }) => 0.64 - 0.06 * (servers - 1) - 0.02 * rendering,
}

export const availability = familyOf(availabilityModel)
