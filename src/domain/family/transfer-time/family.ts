import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderTransfer } from './render.ts'
import { daysUnder, isClear, solveTransfer, type TransferScenario, transferMisconceptions } from './solve.ts'

/** TB that a link of 1 Mbps carries in a day. */
const terabytesPerMbpsDay = 0.0108

/** The deadline lies a little after the end of one plan, so that plans which end later miss it. */
function sample(random: SeededRandom): TransferScenario {
  const mbps = pick(random, [200, 300, 400, 500, 1000, 2000])
  const fullDays = between(random, 6, 26)
  const unit = mbps / 20
  const open = {
    setting: drawSetting(random),
    rendering: random.integer(4),
    style: random.integer(2),
    terabytes: Math.max(2, Math.round(mbps * fullDays * terabytesPerMbpsDay)),
    mbps,
    needed: unit * between(random, 11, 16),
    nightHours: pick(random, [7, 8, 9, 10]),
    internetMbps: unit * between(random, 3, 17),
    newMbps: mbps >= 1000 ? 10_000 : 5000,
    leadDays: between(random, 9, 55),
    deadline: 0,
  }
  const target = pick(random, [
    'limited-by-day',
    'limited-by-day',
    'new-connection',
    'internet-line',
  ] as const)
  const deadline = Math.ceil((daysUnder(target, open) * between(random, 107, 122)) / 100)
  return { ...open, deadline }
}

/** The way to move data over a network that is in time and leaves other traffic its share. */
export const transferTimeModel: FamilyModel<TransferScenario> = {
  name: 'transfer-time',
  title: 'Duration of a migration over a link',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 3.5', 'SAP-C02 4.2', 'SAP-C03 4'),
  cognitive: 'analyse',
  services: ['datasync', 'direct-connect', 's3'],
  references: [
    documentation('What is AWS DataSync?', 'datasync/latest/userguide/what-is-datasync.html'),
    documentation(
      'Managing bandwidth limits for your AWS DataSync task',
      'datasync/latest/userguide/configure-bandwidth.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveTransfer,
  misconceptions: transferMisconceptions,
  render: renderTransfer,
  constraints: isClear,
  features: ({ rendering, mbps, leadDays, deadline }) => ({
    rendering,
    gigabit: Number(mbps >= 1000),
    late: Number(leadDays > deadline),
  }),
  angoff: ({ rendering, gigabit = 0, late = 0 }) => 0.58 + 0.04 * gigabit + 0.05 * late - 0.02 * rendering,
}

export const transferTime = familyOf(transferTimeModel)
