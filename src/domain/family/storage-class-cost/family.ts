import { storageFactIds } from '../../cloud/capacity/storage-cost.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderStorage } from './render.ts'
import { isClear, type StorageScenario, solveStorage, storageMisconceptions } from './solve.ts'

/** Things that any organisation stores, with their usual sizes in KB. */
const things: readonly (readonly [what: string, sizes: readonly number[]])[] = [
  ['call recordings', [960, 1800, 3400]],
  ['scanned invoices', [160, 320, 640]],
  ['device logs', [36, 420, 980]],
  ['delivery photos', [380, 1200, 2600]],
  ['chat transcripts', [24, 56]],
  ['camera clips', [4200, 9600, 18_400]],
  ['signed contracts', [240, 720, 1600]],
  ['payment confirmations', [20, 44]],
  ['survey images', [2900, 7400, 31_000]],
  ['measurement series', [1500, 14_800, 52_000]],
  ['crash reports', [96, 880, 5200]],
  ['inspection videos', [12_300, 26_600, 48_100]],
]

function sample(random: SeededRandom): StorageScenario {
  const [what, sizes] = pick(random, things)
  return {
    setting: drawSetting(random),
    rendering: random.integer(5),
    style: random.integer(3),
    what,
    kilobytes: pick(random, sizes),
    millions: between(random, 2, 60),
    days: pick(random, [14, 28, 45, 60, 90, 120, 150, 200, 240, 300, 365, 365, 730, 730]),
    reads: pick(random, [0, 0, 1, 1, 2, 3, 4, 5]),
    maxRetrievalHours: pick(random, [0, 0, 0, 6, 6, 24, 24]),
  }
}

/** The storage class with the lowest cost, minimum durations, sizes, requests and retrieval included. */
export const storageClassModel: FamilyModel<StorageScenario> = {
  name: 'storage-class-cost',
  title: 'Storage class with the lowest cost',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 4.1', 'SAP-C02 3.5', 'SAP-C03 3', 'DEA-C01 2.3', 'CLF-C02 4.1'),
  cognitive: 'analyse',
  services: ['s3'],
  references: [capacityPages.storageClasses],
  facts: storageFactIds,
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveStorage,
  misconceptions: storageMisconceptions,
  render: renderStorage,
  constraints: isClear,
  features: ({ rendering, kilobytes, days, reads }) => ({
    rendering,
    small: Number(kilobytes < 128),
    short: Number(days < 90),
    reads,
  }),
  angoff: ({ small = 0, short = 0, reads = 0 }) => 0.66 - 0.1 * small - 0.08 * short - 0.01 * reads,
}

export const storageClassCost = familyOf(storageClassModel)
