import { findBrokenRules } from '../src/domain/form/parallel/describe-forms.ts'
import type { AssemblyProblem, PoolItem } from '../src/domain/form/parallel/types.ts'
import { seededRandom, shuffle } from '../src/domain/kernel/seeded-random.ts'

/**
 * The yardstick: forms dealt at random, then random swaps of a used item for a free one, kept when rules and targets are no further
 * away; both forms are counted anew for every swap. What any first implementation does.
 */
export function naiveSearch(problem: AssemblyProblem, swaps: number, seed: string) {
  const { forms: count, length } = problem.rules
  const targets = problem.aim.kind === 'target' ? problem.aim.values : []
  const random = seededRandom(seed)
  const dealt = shuffle(problem.pool, random)
  const forms = Array.from({ length: count }, (_, form) => dealt.slice(form * length, (form + 1) * length))
  const free = dealt.slice(count * length)
  const missOf = (items: readonly PoolItem[]): number =>
    Math.max(
      ...targets.map((target, at) =>
        Math.abs(items.reduce((sum, { information }) => sum + information[at]!, 0) / target - 1),
      ),
    )
  const costOf = (items: readonly PoolItem[]): number =>
    findBrokenRules([items], problem).reduce((sum, { by }) => sum + by, 0) + missOf(items)
  for (let swap = 0; swap < swaps; swap++) {
    const items = forms[random.integer(count)]!
    const [out, into] = [random.integer(length), random.integer(free.length)]
    const before = costOf(items)
    const held = items[out]!
    items[out] = free[into]!
    if (costOf(items) > before) items[out] = held
    else free[into] = held
  }
  return { forms, broken: findBrokenRules(forms, problem), miss: Math.max(...forms.map(missOf)) }
}
