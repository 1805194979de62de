import type { AssemblyProblem, PoolItem, Range, RuleName } from './types.ts'

/** A form as assembled: its items in the order of the pool, and what they add up to. */
export type AssembledForm = {
  readonly items: readonly string[]
  readonly seconds: number
  readonly domains: Readonly<Record<string, number>>
  readonly kinds: Readonly<Record<string, number>>
  readonly information: readonly number[]
}

/** A rule that forms break: the form (from 1; null for all of them), and by how much. */
export type BrokenRule = { readonly form: number | null; readonly name: RuleName; readonly by: number }

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function tally(items: readonly PoolItem[], label: (item: PoolItem) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[label(item)] = (counts[label(item)] ?? 0) + 1
  return counts
}

/** Adds up a form. @example describeForm([]).items // [] */
export function describeForm(items: readonly PoolItem[]): AssembledForm {
  const abilities = items[0]?.information.length ?? 0
  return {
    items: items.map(({ id }) => id),
    seconds: sum(items.map(({ seconds }) => seconds)),
    domains: tally(items, ({ domain }) => domain),
    kinds: tally(items, ({ kind }) => kind),
    information: Array.from({ length: abilities }, (_, at) =>
      sum(items.map(({ information }) => information[at]!)),
    ),
  }
}

const beyond = (value: number, { low, high }: Range): number => Math.max(low - value, value - high, 0)

/** Pairs of enemies that stand together. */
function enemyPairs(items: readonly PoolItem[]): number {
  const ids = new Set(items.map(({ id }) => id))
  const pairs = items.flatMap(({ id, enemies }) =>
    enemies
      .filter((enemy) => enemy !== id && ids.has(enemy))
      .map((enemy) => [id, enemy].sort().join('\u0000')),
  )
  return new Set(pairs).size
}

/** Items of sets that stand on a form without the rest of their set. */
function strays(items: readonly PoolItem[], pool: readonly PoolItem[]): number {
  const sizes = tally(
    pool.filter(({ set }) => set !== null),
    ({ set }) => set!,
  )
  const here = tally(
    items.filter(({ set }) => set !== null),
    ({ set }) => set!,
  )
  return sum(Object.entries(here).map(([set, count]) => (count === sizes[set] ? 0 : count)))
}

function brokenBy(items: readonly PoolItem[], { pool, rules }: AssemblyProblem): Omit<BrokenRule, 'form'>[] {
  const { length, domains, kinds = {}, seconds, sets } = rules
  const form = describeForm(items)
  const standing = new Set(items.flatMap(({ set }) => set ?? [])).size
  const labelled = (
    rule: 'domain' | 'kind',
    ranges: Readonly<Record<string, Range>>,
    counts: Readonly<Record<string, number>>,
  ): Omit<BrokenRule, 'form'>[] =>
    Object.entries(ranges).map(([label, range]) => ({
      name: { rule, label },
      by: beyond(counts[label] ?? 0, range),
    }))
  return [
    { name: { rule: 'length' } as const, by: Math.abs(items.length - length) },
    ...labelled('domain', domains, form.domains),
    ...labelled('kind', kinds, form.kinds),
    { name: { rule: 'seconds' } as const, by: seconds ? beyond(form.seconds, seconds) : 0 },
    { name: { rule: 'sets' } as const, by: (sets ? beyond(standing, sets) : 0) + strays(items, pool) },
    { name: { rule: 'enemies' } as const, by: enemyPairs(items) },
  ].filter(({ by }) => by > 1e-9)
}

function overused(forms: readonly (readonly PoolItem[])[], { rules }: AssemblyProblem): number {
  const uses = tally(forms.flat(), ({ id }) => id)
  const before = new Map(forms.flat().map((item) => [item.id, item.uses]))
  return sum(
    Object.entries(uses).map(([id, count]) => Math.max(0, count + before.get(id)! - (rules.mostUses ?? 1))),
  )
}

/**
 * Checks forms against the rules from scratch, without the sums of the search.
 * @returns every rule that is broken; empty for forms that keep them all
 * @example findBrokenRules([], { pool: [], rules: { forms: 1, length: 1, domains: {} }, aim: { kind: 'most', abilities: 0 } }) // []
 */
export function findBrokenRules(
  forms: readonly (readonly PoolItem[])[],
  problem: AssemblyProblem,
): readonly BrokenRule[] {
  const uses = overused(forms, problem)
  return [
    ...forms.flatMap((items, index) =>
      brokenBy(items, problem).map((broken) => ({ form: index + 1, ...broken })),
    ),
    ...(uses > 0 ? [{ form: null, name: { rule: 'uses' } as const, by: uses }] : []),
  ]
}

/** The largest relative deviation from the targets, or the least information, of all forms and abilities. */
export function measureAim(forms: readonly AssembledForm[], { aim }: AssemblyProblem): number {
  if (aim.kind === 'most') return Math.min(...forms.flatMap(({ information }) => information))
  const { values } = aim
  return Math.max(
    ...forms.flatMap(({ information }) => information.map((value, at) => Math.abs(value / values[at]! - 1))),
  )
}
