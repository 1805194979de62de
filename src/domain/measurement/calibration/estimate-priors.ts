import { ok, type Result } from '../../kernel/result.ts'
import type { ResponseMatrix, SparseResponses } from '../model/response-matrix.ts'
import { calibrate } from './calibrate.ts'
import { setupsOf } from './layout.ts'
import { defaultPriors } from './priors.ts'
import type { Calibration, CalibrationOptions, CalibrationRefusal, ItemPriors, ItemSetup } from './types.ts'

/** How far, in units of 1 / sqrt(persons), an estimated centre must lie from 0 to be believed at all. */
const noise = 2
/** Items below which no spread of difficulties can be told. */
const fewest = 5

/** Positive-part James-Stein shrinkage towards 0 of an estimate with the given standard error. */
const shrink = (estimate: number, error: number): number =>
  estimate === 0 ? 0 : estimate * Math.max(0, 1 - (error / estimate) ** 2)

/** Next to nothing known of slope and difficulty: enough to keep a handful of persons from driving them away. */
const vague: ItemPriors = { logA: { mean: 0, sd: 1 }, b: { mean: 0, sd: 4 } }

/** The same item with the common slope, and chance at its most likely value. */
function simplify(setup: ItemSetup): ItemSetup {
  if (setup.fixed || setup.model === 'gpcm') return { priors: vague, ...setup }
  const guessing = setup.model === '3pl' || setup.model === '4pl'
  const { alpha, beta } = setup.priors?.c ?? defaultPriors.c
  const c = guessing ? (alpha - 1) / (alpha + beta - 2) : (setup.c ?? 0)
  return { model: '1pl', priors: vague, c, d: setup.d ?? 1 }
}

function centre({ items }: Calibration, setups: readonly ItemSetup[], persons: number): ItemPriors {
  const free = items.filter(({ model }, index) => model === '1pl' && !setups[index]!.fixed)
  if (free.length < fewest) return defaultPriors
  const difficulties = free.map(({ parameters }) => parameters.b)
  const mean = difficulties.reduce((sum, b) => sum + b, 0) / free.length
  const squares = difficulties.reduce((sum, b) => sum + (b - mean) ** 2, 0)
  const error = noise / Math.sqrt(persons)
  return {
    ...defaultPriors,
    logA: { mean: shrink(Math.log(free[0]!.parameters.a), error), sd: defaultPriors.logA.sd },
    b: { mean: shrink(mean, error), sd: Math.max(0.3, Math.sqrt(squares / (free.length - 1))) },
  }
}

/**
 * Priors centred on the data at hand: ln a around the common slope, b around the mean and spread of the difficulties, both from a
 * 1PL calibration of the same responses and shrunk towards the default (0) where they lie within sampling noise.
 *
 * Independent N(0, 1) priors on many items claim that the items are as hard as the population is able: with 65 items,
 * 100 persons and a mean difficulty of 1 they pull every b by 0.4. Estimated centres do not.
 *
 * @returns priors on ln a and b; those on c and d are the default ones
 * @see Efron, Morris (1973), Stein's estimation rule and its competitors, section 1
 * @example estimatePriors(responseMatrix([]), { items: [] }).ok // false
 */
export function estimatePriors(
  responses: ResponseMatrix | SparseResponses,
  options: CalibrationOptions,
): Result<ItemPriors, CalibrationRefusal> {
  const items = setupsOf(options, responses.items).map(simplify)
  const first = calibrate(responses, { ...options, items, tolerance: 1e-4, standardErrors: 'none' })
  return first.ok ? ok(centre(first.value, items, responses.persons)) : first
}
