import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, regions } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderWorstCase } from './render.ts'
import {
  type Change,
  counted,
  parts,
  type RecoveryScenario,
  savingOf,
  solveWorstCase,
  worstCaseMisconceptions,
  worstCaseOf,
} from './solve.ts'

/** Backup intervals, in minutes, with the shorter ones that would be affordable. */
const intervals: readonly Change[] = [
  { now: 120, after: 90 },
  { now: 180, after: 150 },
  { now: 180, after: 120 },
  { now: 240, after: 180 },
  { now: 360, after: 300 },
  { now: 480, after: 420 },
]

/** Speeds of a restore, in GB an hour. */
const speeds: readonly Change[] = [
  { now: 200, after: 250 },
  { now: 240, after: 300 },
  { now: 240, after: 320 },
  { now: 300, after: 400 },
  { now: 300, after: 450 },
]

/** A change from a time in minutes to a shorter one. */
const shorter = (
  random: SeededRandom,
  now: readonly [number, number],
  after: readonly [number, number],
): Change => ({
  now: between(random, ...now),
  after: between(random, ...after),
})

/** Minutes to which objectives are rounded, and by which a proposal must miss or meet them. */
const grid = 30
const clear = 2

function sample(random: SeededRandom): RecoveryScenario {
  const setting = drawSetting(random)
  const asks = chance(random, 0.5) ? 'loss' : 'downtime'
  const scenario: RecoveryScenario = {
    setting,
    rendering: random.integer(5),
    style: random.integer(3),
    otherRegion: pick(
      random,
      regions.filter((region) => region !== setting.region),
    ),
    asks,
    objective: 0,
    dataGb: between(random, 20, 75) * 20,
    changes: {
      interval: pick(random, intervals),
      backup: shorter(random, asks === 'loss' ? [38, 85] : [60, 95], [12, 30]),
      copy: shorter(random, asks === 'loss' ? [36, 95] : [58, 110], [8, 28]),
      detection: shorter(random, asks === 'loss' ? [55, 85] : [32, 75], [3, 12]),
      restore: pick(random, speeds),
      switching: shorter(random, asks === 'loss' ? [58, 90] : [35, 80], [4, 18]),
    },
  }
  const savings = counted[scenario.asks].map((part) => savingOf(scenario, part)).toSorted((a, b) => b - a)
  const within = worstCaseOf(scenario) - (savings[0] ?? 0)
  return { ...scenario, objective: Math.ceil((within + clear + 1) / grid) * grid }
}

/** The change that brings the worst case of a backup and a recovery within an objective. */
export const worstCaseModel: FamilyModel<RecoveryScenario> = {
  name: 'backup-worst-case',
  title: 'Worst-case loss and recovery time of a backup plan',
  kind: 'multiple-choice',
  placements: placedIn('SOA-C03 2.3', 'SAA-C03 2.2', 'DOP-C02 3.3', 'SAP-C02 1.3', 'SAP-C03 4'),
  cognitive: 'apply',
  services: ['backup'],
  references: [capacityPages.recoveryObjectives, capacityPages.disasterRecovery],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveWorstCase,
  misconceptions: worstCaseMisconceptions,
  render: renderWorstCase,
  constraints: (scenario) =>
    Number.isInteger((scenario.dataGb * 60) / scenario.changes.restore.now) &&
    worstCaseOf(scenario) > scenario.objective + 15 &&
    parts.every((part) => Math.abs(worstCaseOf(scenario, part) - scenario.objective) > clear) &&
    solveWorstCase(scenario).length === 1,
  features: ({ rendering, asks }) => ({ rendering, loss: Number(asks === 'loss') }),
  angoff: ({ loss = 0, rendering }) => 0.7 - 0.1 * loss - 0.02 * rendering,
}

export const worstCase = familyOf(worstCaseModel)
