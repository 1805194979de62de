import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { drawNormal } from './draws.ts'

/** From what people are drawn: N(mean, sd²), or a right-skewed distribution with that mean and standard deviation. */
export type PeoplePopulation = {
  readonly mean?: number
  readonly sd?: number
  readonly shape?: 'normal' | 'skewed'
}

/** A standardised lognormal draw (sigma 0.5, skewness 1.75). */
function drawSkewed(random: SeededRandom): number {
  const variance = Math.exp(0.25)
  const draw = Math.exp(drawNormal(random, 0, 0.5))
  return (draw - Math.sqrt(variance)) / Math.sqrt(variance * (variance - 1))
}

/**
 * Draws abilities.
 *
 * @param count whole number, 0 or more
 * @returns theta of each person
 * @example simulatePeople({ mean: 1 }, 3, seededRandom('a')).length // 3
 */
export function simulatePeople(population: PeoplePopulation, count: number, random: SeededRandom): number[] {
  const { mean = 0, sd = 1, shape = 'normal' } = population
  return Array.from(
    { length: count },
    () => mean + sd * (shape === 'skewed' ? drawSkewed(random) : drawNormal(random)),
  )
}
