import type { ExamVersion } from '../domain/catalogue/types.ts'
import { beginAdaptiveForm, growForm, nextStep, placeItem } from '../domain/form/adaptive-form.ts'
import type { PoolTooSmall } from '../domain/form/assemble-form.ts'
import { blueprintOf } from '../domain/form/blueprint.ts'
import { type ItemBank, withoutHeld } from '../domain/form/item-bank.ts'
import type { Form } from '../domain/form/types.ts'
import type { Pack } from '../domain/item/types.ts'
import { dateOf } from '../domain/kernel/calendar-date.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { seededRandom } from '../domain/kernel/seeded-random.ts'
import { controlExposure } from '../domain/measurement/adaptive/exposure.ts'
import { placeSecret } from './choose-next.ts'
import type { AdaptiveExposure, Exposure, Ports } from './ports.ts'

type Drawing = {
  readonly version: ExamVersion
  readonly pack: Pack
  readonly exposures: readonly Exposure[]
  readonly attemptId: string
  readonly bank: ItemBank
}

/** Highest share of diagnostics on which one item may stand; small pools need twice what an even use would give. */
const highestRate = (poolSize: number): number => Math.min(1, Math.max(0.25, 45 / poolSize))

/** Items that rest in this session, by lot, so that none stands on more than its share of diagnostics. */
function chooseResting(
  pack: Pack,
  { sessions, byItem }: AdaptiveExposure,
  seed: string,
): ReadonlySet<string> {
  const counts = {
    sessions: [sessions],
    eligible: [new Float64Array(pack.items.length).fill(sessions)],
    administered: [Float64Array.from(pack.items, ({ id }) => byItem.get(id) ?? 0)],
  }
  const target = { highestRate: highestRate(pack.items.length), live: true }
  const [probabilities] = controlExposure(counts, [], target).probabilities
  const random = seededRandom(`${seed}/rest`)
  return new Set(
    pack.items.flatMap(({ id }, place) => (random.next() < (probabilities?.[place] ?? 1) ? [] : [id])),
  )
}

/**
 * Begins a diagnostic: fixes what its items are chosen from and how it ends, and places the first.
 *
 * @returns the form with one item, or `pool-too-small`
 */
export async function beginDiagnostic(
  ports: Pick<Ports, 'clock' | 'identifiers' | 'secrets' | 'measurement'>,
  request: { readonly seed?: string },
  { version, pack, exposures, attemptId, bank }: Drawing,
): Promise<Result<Form, PoolTooSmall>> {
  const seed = request.seed ?? attemptId
  const usable = withoutHeld(pack, bank)
  const begun = beginAdaptiveForm({
    blueprint: blueprintOf(version, pack),
    pack: usable,
    seed,
    drawnOn: dateOf(ports.clock.now()),
    newId: ports.identifiers.next,
    avoid: { seenItemIds: exposures.map(({ itemId }) => itemId) },
    bank,
    resting: chooseResting(usable, await ports.measurement.adaptiveExposure(pack.examCode), seed),
  })
  if (!begun.ok) return begun
  const step = nextStep(begun.value, [], usable.items)
  if (step.kind === 'end') return fail({ code: 'pool-too-small', missing: [] })
  return ok(growForm(begun.value, placeItem(begun.value, step.item, placeSecret(ports, attemptId, 1))))
}
