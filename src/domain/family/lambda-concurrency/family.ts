import { lambdaFactIds } from '../../cloud/capacity/lambda.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, chance, pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderConcurrency } from './render.ts'
import {
  type ConcurrencyScenario,
  capOf,
  concurrencyMisconceptions,
  neededFaster,
  neededToday,
  solveConcurrency,
} from './solve.ts'

function sample(random: SeededRandom): ConcurrencyScenario {
  const fast = chance(random, 0.24)
  const milliseconds = fast ? between(random, 5, 17) * 5 : between(random, 15, 125) * 10
  const step = fast ? 5 : 10
  return {
    setting: drawSetting(random),
    rendering: random.integer(5),
    style: random.integer(3),
    perSecond: fast ? between(random, 60, 450) * 10 : between(random, 55, 620),
    milliseconds,
    memory: pick(random, [512, 768, 1024, 1536]),
    fasterMilliseconds: Math.ceil((milliseconds * between(random, 56, 78)) / 100 / step) * step,
    timeout: pick(
      random,
      [5, 6, 10, 15, 20].filter((seconds) => seconds * 1000 > milliseconds * 2),
    ),
    limit: pick(random, ['account', 'database'] as const),
    capShare: fast || chance(random, 0.55) ? between(random, 104, 165) : between(random, 80, 98),
    presentShare: fast ? between(random, 25, 55) : between(random, 45, 88),
    asides: pickSome(random, ['timeout', 'provisioned', 'quota'] as const, 2),
  }
}

/** The change that ends the throttling of a function: its reservation, or more memory where a limit forbids that. */
export const concurrencyModel: FamilyModel<ConcurrencyScenario> = {
  name: 'lambda-concurrency',
  title: 'Concurrency of a function',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 4.3', 'DVA-C03 4', 'SAA-C03 3.2', 'SAP-C02 2.5', 'SAP-C03 1', 'SOA-C03 2.1'),
  cognitive: 'apply',
  services: ['lambda'],
  references: [capacityPages.lambdaScaling, capacityPages.lambdaReserved],
  facts: lambdaFactIds,
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveConcurrency,
  misconceptions: concurrencyMisconceptions,
  render: renderConcurrency,
  constraints: (scenario, facts) => {
    const [today, faster, cap] = [
      neededToday(scenario, facts),
      neededFaster(scenario, facts),
      capOf(scenario, facts),
    ]
    const most = facts['lambda-account-concurrency'] - facts['lambda-unreserved-minimum']
    const isFast = scenario.milliseconds < 1000 / facts['lambda-requests-per-concurrency']
    return today > 20 && cap < 0.9 * most && (isFast ? cap >= today : faster < 0.97 * Math.min(today, cap))
  },
  features: ({ rendering, milliseconds, capShare }) => ({
    rendering,
    fast: Number(milliseconds < 100),
    capped: Number(capShare < 100),
  }),
  angoff: ({ fast = 0, capped = 0, rendering }) => 0.72 - 0.26 * fast - 0.12 * capped - 0.02 * rendering,
}

export const concurrency = familyOf(concurrencyModel)
