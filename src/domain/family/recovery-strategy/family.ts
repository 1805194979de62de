import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, regions } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderStrategy } from './render.ts'
import {
  outcomeOf,
  overlappedRto,
  type StrategyScenario,
  solveStrategy,
  strategyMisconceptions,
  strategyNames,
} from './solve.ts'

/** Objectives in minutes that a business would name, where hours are accepted and where they are not. */
const objectives = {
  hours: { loss: [60, 90, 120, 240, 480, 600, 960], downtime: [180, 240, 300, 360, 480] },
  minutes: {
    loss: [5, 10, 15, 30, 45, 60, 120, 240],
    downtime: [10, 15, 20, 25, 30, 40, 45, 60, 90, 120, 180],
  },
} as const

function sample(random: SeededRandom): StrategyScenario {
  const setting = drawSetting(random)
  const inHours = chance(random, 0.5)
  const { loss, downtime } = objectives[chance(random, 0.4) ? 'hours' : 'minutes']
  return {
    setting,
    rendering: random.integer(5),
    style: random.integer(3),
    otherRegion: pick(
      random,
      regions.filter((region) => region !== setting.region),
    ),
    rpo: pick<number>(random, loss),
    rto: pick<number>(random, downtime),
    interval: pick(random, [240, 360, 480, 720]),
    shortInterval: pick(random, [30, 60, 60, 90, 120]),
    copy: between(random, 8, 35),
    lag: between(random, 2, 4),
    restore: inHours ? between(random, 2, 5) * 60 : between(random, 18, 60) * 5,
    promote: between(random, 3, 9),
    build: between(random, 22, 75),
    scale: between(random, 6, 19),
    redirect: between(random, 2, 6),
  }
}

/** The cheapest recovery strategy that meets both objectives. */
export const recoveryStrategyModel: FamilyModel<StrategyScenario> = {
  name: 'recovery-strategy',
  title: 'Cheapest recovery strategy that meets RPO and RTO',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 2.2', 'SOA-C03 2.3', 'DOP-C02 3.3', 'SAP-C02 1.3', 'SAP-C03 4'),
  cognitive: 'analyse',
  services: ['backup', 'elastic-disaster-recovery'],
  references: [capacityPages.disasterRecovery, capacityPages.recoveryObjectives],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve: (scenario) => solveStrategy(scenario),
  misconceptions: strategyMisconceptions,
  render: renderStrategy,
  constraints: (scenario) =>
    scenario.rpo !== scenario.rto &&
    strategyNames.every((name) => {
      const { rpo, rto } = outcomeOf(scenario, name)
      const isSameOverlapped = rto <= scenario.rto === overlappedRto(scenario, name) <= scenario.rto
      return isSameOverlapped && Math.abs(rpo - scenario.rpo) > 2 && Math.abs(rto - scenario.rto) > 2
    }),
  features: ({ rendering, rpo, rto }) => ({ rendering, tight: Number(rpo < 30) + Number(rto < 60) }),
  angoff: ({ tight = 0, rendering }) => 0.72 - 0.05 * tight - 0.02 * rendering,
}

export const recoveryStrategy = familyOf(recoveryStrategyModel)
