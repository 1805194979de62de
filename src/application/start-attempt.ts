import { deadlineOf } from '../domain/attempt/respond.ts'
import type { Attempt, AttemptMode } from '../domain/attempt/types.ts'
import type { ExamVersion } from '../domain/catalogue/types.ts'
import { assembleForm, type FormFilters, type PoolTooSmall } from '../domain/form/assemble-form.ts'
import { blueprintOf } from '../domain/form/blueprint.ts'
import { type ItemBank, withoutHeld } from '../domain/form/item-bank.ts'
import { measureForm } from '../domain/form/measure-form.ts'
import type { Form } from '../domain/form/types.ts'
import type { Pack } from '../domain/item/types.ts'
import { dateOf } from '../domain/kernel/calendar-date.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { beginDiagnostic } from './begin-diagnostic.ts'
import { findExam } from './find-exam.ts'
import { joinFamilies } from './join-families.ts'
import type { Exposure, Ports } from './ports.ts'
import { readBank } from './read-bank.ts'
import { withoutItemsUnderReview } from './read-disputes.ts'
import { readExposures } from './read-exposures.ts'

/** Which earlier exposures a custom block draws from. */
export type DrawFrom = 'missed' | 'unseen' | 'flagged'

export type StartAttempt = {
  readonly candidateId: string
  readonly examCode: string
  readonly mode: AttemptMode
  /** Fixes which items are drawn; option order and identifiers depend on the installation's secret besides. */
  readonly seed?: string
  readonly domains?: readonly number[]
  readonly tasks?: readonly string[]
  /** Number of items; ignored in exam mode, where the form is whole. */
  readonly items?: number
  readonly from?: readonly DrawFrom[]
  readonly notInLastAttempts?: number
  /** Factor on the standard time, above 0. */
  readonly timeMultiplier?: number
  /** Practice without a clock. */
  readonly untimed?: boolean
}

export type StartRefusal =
  | { readonly code: 'exam-unknown'; readonly examCode: string; readonly known: readonly string[] }
  | { readonly code: 'retake-too-soon'; readonly retryAfterSeconds: number }
  | PoolTooSmall

type Drawing = {
  readonly version: ExamVersion
  readonly pack: Pack
  readonly exposures: readonly Exposure[]
  readonly attemptId: string
  readonly bank: ItemBank
}

/** Days between a closed attempt and the next one at a programme's exam. */
const retakeDays = 14

/** Items of a block where the request names no number. */
const defaultLength: Readonly<Record<Exclude<AttemptMode, 'exam'>, number>> = {
  study: 10,
  custom: 7,
  diagnostic: 20,
}

function drawnFrom(
  exposures: readonly Exposure[],
  from: readonly DrawFrom[],
  pool: readonly string[],
): Set<string> {
  const newest = new Map<string, Exposure>()
  for (const exposure of exposures) if (!newest.has(exposure.itemId)) newest.set(exposure.itemId, exposure)
  const fits = (itemId: string, kind: DrawFrom): boolean => {
    const last = newest.get(itemId)
    if (kind === 'unseen') return last === undefined
    return kind === 'missed' ? last?.correct === false : last?.flagged === true
  }
  return new Set(pool.filter((itemId) => from.some((kind) => fits(itemId, kind))))
}

function inLastAttempts(exposures: readonly Exposure[], attempts: number): Set<string> {
  const newest = [...new Set(exposures.map((exposure) => exposure.attemptId))].slice(0, attempts)
  return new Set(exposures.filter(({ attemptId }) => newest.includes(attemptId)).map(({ itemId }) => itemId))
}

/** Item ids that the request leaves to draw from; undefined for all of the pool. */
function eligible(request: StartAttempt, { pack, exposures }: Drawing): readonly string[] | undefined {
  const { from = [], notInLastAttempts = 0 } = request
  if (from.length === 0 && notInLastAttempts === 0) return undefined
  const pool = pack.items.map((item) => item.id)
  const wanted = from.length === 0 ? new Set(pool) : drawnFrom(exposures, from, pool)
  return [...wanted.difference(inLastAttempts(exposures, notInLastAttempts))]
}

/** Minutes on the clock: the form's own, none where the mode has no clock or a practice is wanted without one. */
function minutesOf(request: StartAttempt, form: Form): number | null {
  const timed = request.mode === 'exam' || request.mode === 'custom'
  return timed && !(request.untimed === true && form.purpose === 'practice')
    ? form.blueprint.durationMinutes
    : null
}

function filtersOf(request: StartAttempt, drawing: Drawing): FormFilters {
  if (request.mode === 'exam') return {}
  const itemIds = eligible(request, drawing)
  return {
    ...(request.domains === undefined ? {} : { domains: request.domains }),
    ...(request.tasks === undefined ? {} : { tasks: request.tasks }),
    ...(itemIds === undefined ? {} : { itemIds }),
  }
}

type DrawPorts = Pick<Ports, 'clock' | 'identifiers' | 'secrets' | 'digests' | 'content'>

function drawFixed(ports: DrawPorts, request: StartAttempt, drawing: Drawing): Result<Form, PoolTooSmall> {
  const { version, attemptId, bank } = drawing
  const seed = request.seed ?? attemptId
  const { pack, exposures } = joinFamilies(ports, {
    pack: withoutHeld(drawing.pack, bank),
    exposures: drawing.exposures,
    seed,
    exam: request.mode === 'exam',
  })
  const form = assembleForm({
    blueprint: blueprintOf(version, pack),
    pack,
    drawnOn: dateOf(ports.clock.now()),
    newId: ports.identifiers.next,
    seed,
    secretSeed: ports.secrets.derive(`form ${attemptId}`),
    avoid: { seenItemIds: exposures.map((exposure) => exposure.itemId) },
    filters: filtersOf(request, { ...drawing, pack, exposures }),
    ...(request.mode === 'exam'
      ? {}
      : { length: request.items ?? defaultLength[request.mode], allowFewer: request.from !== undefined }),
  })
  if (!form.ok) return form
  const { formId, blueprint, items } = form.value
  const measured = measureForm({ formId, cutScore: blueprint.cutScore, items }, bank, ports.digests.sha256)
  return ok({ ...form.value, measurement: measured })
}

/** A diagnostic without a scope of its own grows item by item; with one, or from a pool too small to choose from, it is a block. */
const mayGrow = ({ mode, domains, tasks, items, from, notInLastAttempts }: StartAttempt): boolean =>
  mode === 'diagnostic' &&
  [domains, tasks, items, from, notInLastAttempts].every((narrowed) => narrowed === undefined)

async function draw(
  ports: DrawPorts & Pick<Ports, 'measurement'>,
  request: StartAttempt,
  drawing: Drawing,
): Promise<Result<Form, PoolTooSmall>> {
  const growing = mayGrow(request) ? await beginDiagnostic(ports, request, drawing) : null
  return growing === null || !growing.ok ? drawFixed(ports, request, drawing) : growing
}

function waitBeforeRetake(
  pack: Pack,
  request: StartAttempt,
  exposures: readonly Exposure[],
  now: number,
): number {
  const newest = exposures.find(({ examCode }) => examCode === pack.examCode)
  if (pack.purpose !== 'programme' || request.mode !== 'exam' || newest === undefined) return 0
  return Math.max(0, Math.ceil((newest.startedAt + retakeDays * 86_400_000 - now) / 1000))
}

/**
 * Draws a form, stores it with its attempt, and starts the clock.
 *
 * @returns the attempt, or `exam-unknown`, `pool-too-small` with what is missing where, `retake-too-soon` (programmes only)
 */
export async function startAttempt(
  ports: DrawPorts & Pick<Ports, 'attempts' | 'disputes' | 'measurement'>,
  request: StartAttempt,
): Promise<Result<Attempt, StartRefusal>> {
  const exam = findExam(ports.content, request.examCode)
  if (!exam.ok) return exam
  const { version } = exam.value
  const pack = withoutItemsUnderReview(exam.value.pack, await ports.disputes.list())
  const exposures = await readExposures(ports, request.candidateId, exam.value.pack)
  const retryAfterSeconds = waitBeforeRetake(pack, request, exposures, ports.clock.now())
  if (retryAfterSeconds > 0) return fail({ code: 'retake-too-soon', retryAfterSeconds })
  const attemptId = ports.identifiers.next()
  const bank = await readBank(ports, pack)
  const form = await draw(ports, request, { version, pack, exposures, attemptId, bank })
  if (!form.ok) return form
  const startedAt = ports.clock.now()
  const timeMultiplier = request.timeMultiplier ?? 1
  const attempt: Attempt = {
    attemptId,
    candidateId: request.candidateId,
    examCode: version.examCode,
    mode: request.mode,
    form: form.value,
    state: 'open',
    startedAt,
    deadline: deadlineOf(startedAt, minutesOf(request, form.value), timeMultiplier),
    closedAt: null,
    closedBy: null,
    timeMultiplier,
  }
  await ports.attempts.create(attempt)
  return ok(attempt)
}
