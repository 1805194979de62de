import type { PoolItem } from '../src/domain/form/parallel/types.ts'
import { seededRandom } from '../src/domain/kernel/seeded-random.ts'
import { informationAt } from '../src/domain/measurement/model/information.ts'
import { drawNormal } from '../src/domain/measurement/simulation/draws.ts'

/** Abilities at which forms are compared. */
export const abilities = [-0.5, 0, 0.5]

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))

/**
 * A pool of 3PL items (D = 1): four domains at 30/26/24/20 %, a fifth of multiple response, a tenth of the items in enemy pairs.
 * ln a ~ N(0, 0.3²), b ~ N(0, 1), c around 0.2, 60 to 150 seconds an item.
 */
export function assemblyPool(size: number, seed = 'pool'): PoolItem[] {
  const random = seededRandom(seed)
  const domains = ['1', '2', '3', '4']
  const shares = [0.3, 0.56, 0.8, 1]
  return Array.from({ length: size }, (_, position) => {
    const a = within(Math.exp(drawNormal(random, 0, 0.3)), 0.4, 2.5)
    const b = within(drawNormal(random, 0, 1), -3, 3)
    const c = 0.15 + 0.1 * random.next()
    const share = (position + 0.5) / size
    const paired = position % 10 === 0
    return {
      id: `i${position}`,
      domain: domains[shares.findIndex((end) => share < end)]!,
      kind: position % 5 === 0 ? 'multiple-response' : 'multiple-choice',
      seconds: Math.round(60 + 90 * random.next()),
      enemies: paired ? [`i${(position + 1 + random.integer(size / 2)) % size}`] : [],
      set: null,
      uses: 0,
      information: abilities.map((ability) => informationAt(ability, { a, b, c, d: 1 })),
    }
  })
}
