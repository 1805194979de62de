import {
  fewestAnchors,
  firstLook,
  freed,
  fromAnchors,
  fromJudgement,
  meanFromStandard,
} from '../domain/form/calibration-plan.ts'
import { collectResponses, type PoolResponses } from '../domain/form/collect-responses.ts'
import { estimateFamilies } from '../domain/form/family-estimates.ts'
import { type CalibrationRun, type ItemDrift, judgeItems, type RunItem } from '../domain/form/item-bank.ts'
import { type ItemRelease, isReleased } from '../domain/form/item-release.ts'
import { driftOf, readItems } from '../domain/form/read-calibration.ts'
import type { Item, Pack } from '../domain/item/types.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { ItemEstimate } from '../domain/measurement/bank/item-estimate.ts'
import { stateRule } from '../domain/measurement/bank/item-state.ts'
import type {
  Calibration,
  CalibrationOptions,
  CalibrationRefusal,
} from '../domain/measurement/calibration/types.ts'
import { missing } from '../domain/measurement/model/response-matrix.ts'
import { type ExamUnknown, findExam } from './find-exam.ts'
import type { Ports } from './ports.ts'

/** Why a pool is not calibrated: nobody has answered enough, or nothing came since the last time. */
export type RecalibrationRefusal =
  | ExamUnknown
  | {
      readonly code: 'too-few-responses'
      readonly examCode: string
      readonly needed: number
      readonly attempts: number
    }
  | { readonly code: 'nothing-new'; readonly examCode: string; readonly version: number }
  | { readonly code: 'calibration-stopped' }
  | CalibrationRefusal

type RecalibrationPorts = Pick<Ports, 'clock' | 'content' | 'measurement' | 'calibrator'>

/** What a calibration starts from: columns with their items, judged values, and operational items as anchors by column. */
type Start = {
  readonly pool: PoolResponses
  readonly items: readonly Item[]
  readonly judged: readonly ItemEstimate[]
  readonly frozen: ReadonlyMap<number, RunItem>
  /** Drift for which an earlier run held an item, by id: it stays held until it is edited or released. */
  readonly drifted: ReadonlyMap<string, ItemDrift>
}

type Found = {
  readonly calibration: Calibration
  readonly link: CalibrationRun['link']
  readonly anchors: number
  readonly drifts: ReadonlyMap<number, ItemDrift>
}

type Calibrate = (options: CalibrationOptions) => ReturnType<Ports['calibrator']['calibrate']>

type Before = { readonly run: CalibrationRun | undefined; readonly releases: readonly ItemRelease[] }

function startFrom(pack: Pack, pool: PoolResponses, { run: before, releases }: Before): Start {
  const known = new Map(pack.items.map((item) => [item.id, item]))
  const judged = judgeItems(pack.items)
  const operational = new Map(
    (before?.items ?? []).flatMap((item) => (item.state === 'operational' ? [[item.itemId, item]] : [])),
  )
  const frozen = pool.items.flatMap((id, column) => {
    const item = operational.get(id)
    return item === undefined || item.hash !== known.get(id)?.hash ? [] : [[column, item] as const]
  })
  return {
    pool,
    items: pool.items.map((id) => known.get(id) as Item),
    judged: pool.items.map((id) => judged.get(id) as ItemEstimate),
    frozen: new Map(frozen),
    drifted: new Map(
      (before?.items ?? []).flatMap((item) => {
        const { itemId, state, hash, drift } = item
        const stands = hash === known.get(itemId)?.hash && !isReleased(item, releases)
        return state === 'held' && drift?.drifted && stands ? [[itemId, drift]] : []
      }),
    ),
  }
}

async function calibrateFromJudgement(
  start: Start,
  calibrate: Calibrate,
): Promise<Result<Found, RecalibrationRefusal>> {
  const first = await calibrate(firstLook(start.pool))
  if (!first.ok) return first
  const mean = meanFromStandard(first.value, start.items)
  const second = await calibrate(fromJudgement(start.pool, start.judged, mean))
  return second.ok ? ok({ calibration: second.value, link: 'judged', anchors: 0, drifts: new Map() }) : second
}

/** Anchors that drifted are told, and give up their part in carrying the scale on. */
async function calibrateFromAnchors(
  start: Start,
  calibrate: Calibrate,
): Promise<Result<Found, RecalibrationRefusal>> {
  const { pool, judged, frozen } = start
  const first = await calibrate(fromAnchors(pool, judged, frozen))
  if (!first.ok) return first
  const free = await calibrate(freed(pool, judged, first.value))
  if (!free.ok) return free
  const drifts = new Map(
    [...frozen].map(([column, item]) => [column, driftOf(item, free.value.items[column]!)]),
  )
  const stable = new Map([...frozen].filter(([column]) => drifts.get(column)?.drifted === false))
  const found = { link: 'anchors', anchors: stable.size, drifts } as const
  if (stable.size === frozen.size || stable.size < fewestAnchors)
    return ok({ ...found, calibration: first.value })
  const second = await calibrate(fromAnchors(pool, judged, stable))
  return second.ok ? ok({ ...found, calibration: second.value }) : second
}

function countResponses({ responses: { cells } }: PoolResponses): number {
  return cells.reduce((count, cell) => count + (cell === missing ? 0 : 1), 0)
}

function toRun(
  start: Start,
  found: Found,
  base: Pick<CalibrationRun, 'examCode' | 'version' | 'at'>,
): CalibrationRun {
  const { pool, items } = start
  const { calibration, link, anchors, drifts } = found
  // Without enough anchors the scale is found anew, and parameters frozen on the old one would not fit it.
  const frozen = link === 'anchors' ? start.frozen : new Map<number, RunItem>()
  const [exam, practice] = calibration.groups
  const sat = pool.groups.filter((group) => group === 0).length
  return {
    ...base,
    attempts: { exam: sat, practice: pool.groups.length - sat },
    responses: countResponses(pool),
    population: { mean: exam?.mean ?? 0, sd: exam?.sd ?? 1 },
    practicePopulation: practice === undefined ? null : { mean: practice.mean, sd: practice.sd },
    link,
    anchors,
    converged: calibration.converged,
    logLikelihood: calibration.logLikelihood,
    steps: calibration.steps,
    items: readItems(calibration, {
      pool,
      version: base.version,
      hashes: new Map(items.map(({ id, hash }) => [id, hash])),
      frozen,
      drifts,
      drifted: start.drifted,
    }),
  }
}

/**
 * Calibrates the pool of an exam from the first meetings of closed attempts and stores the result as a new version. Forms that
 * were drawn keep their parameters, reports that were made keep their scores.
 *
 * @returns the run, or `too-few-responses` (no item has 30 first attempts under exam conditions), `nothing-new`, `exam-unknown`
 */
export async function recalibrateItems(
  ports: RecalibrationPorts,
  examCode: string,
): Promise<Result<CalibrationRun, RecalibrationRefusal>> {
  const exam = findExam(ports.content, examCode)
  if (!exam.ok) return exam
  const { pack } = exam.value
  const hashes = new Map(pack.items.map(({ id, hash }) => [id, hash]))
  const responses = await ports.measurement.responses(pack.examCode)
  const pool = collectResponses(responses, hashes, stateRule.provisional)
  const needed = stateRule.provisional
  if (pool.items.length === 0)
    return fail({
      code: 'too-few-responses',
      examCode: pack.examCode,
      needed,
      attempts: pool.attempts.length,
    })
  const before = await ports.measurement.newestRun(pack.examCode)
  if (before !== undefined && before.responses === countResponses(pool))
    return fail({ code: 'nothing-new', examCode: pack.examCode, version: before.version })
  const releases = await ports.measurement.releases(pack.examCode)
  const start = startFrom(pack, pool, { run: before, releases })
  const calibrate: Calibrate = (options) => ports.calibrator.calibrate({ responses: pool.responses, options })
  const found =
    start.frozen.size < fewestAnchors
      ? await calibrateFromJudgement(start, calibrate)
      : await calibrateFromAnchors(start, calibrate)
  if (!found.ok) return found
  const version = (before?.version ?? 0) + 1
  const calibrated = toRun(start, found.value, { examCode: pack.examCode, version, at: ports.clock.now() })
  const run = { ...calibrated, families: estimateFamilies(responses, { ...calibrated, pool }) }
  await ports.measurement.saveRun(run)
  return ok(run)
}
