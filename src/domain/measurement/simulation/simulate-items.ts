import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { ItemParameters } from '../model/item-parameters.ts'
import { clamp, drawBeta, drawNormal } from './draws.ts'

/** From what items are drawn; a ~ lognormal, b ~ normal, c ~ Beta(5, 17), d ~ Beta(20, 2) as the model needs. */
export type ItemPopulation = {
  readonly model: '1pl' | '2pl' | '3pl' | '4pl'
  /** Mean and standard deviation of ln a (0 and 0.3) and of b (0 and 1). */
  readonly logA?: { readonly mean: number; readonly sd: number }
  readonly b?: { readonly mean: number; readonly sd: number }
  /** The lower asymptote of every item, in the place of draws. */
  readonly c?: number
}

/**
 * Draws item parameters: a within 0.4 to 2.5 and b within -3 to 3, as good items of a live bank are; one common a for the 1PL.
 *
 * @param count whole number, 0 or more
 * @example simulateItems({ model: '1pl' }, 2, seededRandom('a')).length // 2
 */
export function simulateItems(
  population: ItemPopulation,
  count: number,
  random: SeededRandom,
): ItemParameters[] {
  const { model, logA = { mean: 0, sd: 0.3 }, b = { mean: 0, sd: 1 } } = population
  return Array.from({ length: count }, () => {
    const slope = Math.exp(model === '1pl' ? logA.mean : drawNormal(random, logA.mean, logA.sd))
    const difficulty = clamp(drawNormal(random, b.mean, b.sd), -3, 3)
    const guessing = model === '3pl' || model === '4pl' ? (population.c ?? drawBeta(random, 5, 17)) : 0
    const ceiling = model === '4pl' ? drawBeta(random, 20, 2) : 1
    return { a: clamp(slope, 0.4, 2.5), b: difficulty, c: guessing, d: Math.max(ceiling, guessing + 0.1) }
  })
}
