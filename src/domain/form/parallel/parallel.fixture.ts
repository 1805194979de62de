import { type SeededRandom, seededRandom } from '../../kernel/seeded-random.ts'
import type { AssemblyProblem, AssemblyRules, PoolItem, Range } from './types.ts'

/** An item of domain 1 that nothing is special about, but what is told. */
export const poolItem = (id: string, special: Partial<PoolItem> = {}): PoolItem => ({
  id,
  domain: '1',
  kind: 'multiple-choice',
  seconds: 60,
  enemies: [],
  set: null,
  uses: 0,
  information: [1],
  ...special,
})

export const exactly = (count: number): Range => ({ low: count, high: count })

/** A pool of two domains in turn, a quarter of multiple response, with enemies here and there and information by chance at two abilities. */
export function drawnPool(size: number, seed: string): PoolItem[] {
  const random = seededRandom(seed)
  return Array.from({ length: size }, (_, position) =>
    poolItem(`i${position}`, {
      domain: position % 2 === 0 ? '1' : '2',
      kind: position % 4 === 3 ? 'multiple-response' : 'multiple-choice',
      seconds: 40 + random.integer(80),
      enemies: position % 7 === 0 ? [`i${random.integer(size)}`].filter((id) => id !== `i${position}`) : [],
      information: [0.05 + 0.2 * random.next(), 0.05 + 0.2 * random.next()],
    }),
  )
}

/** Items of the pool bound into sets of three, from the first on. */
export const withSets = (pool: readonly PoolItem[], sets: number): PoolItem[] =>
  pool.map((item, position) =>
    position < 3 * sets ? { ...item, set: `s${Math.floor(position / 3)}`, enemies: [] } : item,
  )

/** A problem of forms of ten items, five of each domain, whose target is an average form. */
export function tenItemForms(
  pool: readonly PoolItem[],
  rules: Partial<AssemblyRules> & Pick<AssemblyRules, 'forms'>,
): AssemblyProblem {
  const average = (at: number): number =>
    (10 * pool.reduce((sum, { information }) => sum + information[at]!, 0)) / pool.length
  return {
    pool,
    rules: { length: 10, domains: { '1': exactly(5), '2': exactly(5) }, ...rules },
    aim: { kind: 'target', values: [average(0), average(1)] },
  }
}

/** A member of a list by chance. */
export const oneOf = <T>(values: readonly T[], random: SeededRandom): T =>
  values[random.integer(values.length)]!
