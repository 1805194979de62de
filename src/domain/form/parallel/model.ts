import type { AssemblyProblem, AssemblyRules, PoolItem, Range, RuleFigures, RuleName } from './types.ts'

/** A rule on a sum over the items of one form. `weights` are by unit; a violation is counted in units of `scale`. */
export type SumRule = {
  readonly name: RuleName
  readonly low: number
  readonly high: number
  readonly scale: number
  readonly weights: Float64Array
}

/**
 * A problem in the terms of the search. A unit is what moves as one: an item alone, or all items of a set. A set with enemies
 * inside is left out.
 */
export type AssemblyModel = {
  readonly problem: AssemblyProblem
  /** Positions in the pool of the items of each unit. */
  readonly units: readonly (readonly number[])[]
  readonly rules: readonly SumRule[]
  /** By unit, the units that may not stand beside it. */
  readonly rivals: readonly (readonly number[])[]
  /** By unit, the forms on which it may still stand. */
  readonly capacity: Int32Array
  /** Information of a unit at ability p: `information[unit * abilities + p]`. */
  readonly information: Float64Array
  readonly abilities: number
}

const any: Range = { low: 0, high: Number.POSITIVE_INFINITY }

function groupIntoUnits(pool: readonly PoolItem[]): number[][] {
  const units: number[][] = []
  const sets = new Map<string, number[]>()
  pool.forEach(({ set }, position) => {
    const unit = set === null ? undefined : sets.get(set)
    if (unit) unit.push(position)
    else {
      const opened = [position]
      units.push(opened)
      if (set !== null) sets.set(set, opened)
    }
  })
  return units
}

/** Enemies by position in the pool, named by either side. */
function enemiesByPosition(pool: readonly PoolItem[]): readonly ReadonlySet<number>[] {
  const positions = new Map(pool.map(({ id }, position) => [id, position]))
  const enemies = pool.map(() => new Set<number>())
  pool.forEach((item, position) => {
    for (const name of item.enemies) {
      const other = positions.get(name)
      if (other === undefined) continue
      enemies[position]!.add(other)
      enemies[other]!.add(position)
    }
  })
  return enemies
}

type Count = (items: readonly PoolItem[]) => number

const countOf =
  (property: 'domain' | 'kind', label: string): Count =>
  (items) =>
    items.filter((item) => item[property] === label).length

const secondsOf: Count = (items) => items.reduce((sum, { seconds }) => sum + seconds, 0)
const setsOf: Count = (items) => (items[0]?.set === null ? 0 : 1)

type Counted = Range & { readonly name: RuleName; readonly count: Count; readonly scale: number }

/** Counts are violated by the item, time by the minute. */
function countedRules({ length, domains, kinds = {}, seconds, sets }: AssemblyRules): Counted[] {
  const labelled = (rule: 'domain' | 'kind', ranges: Readonly<Record<string, Range>>): Counted[] =>
    Object.entries(ranges).map(([label, range]) => ({
      name: { rule, label },
      ...range,
      count: countOf(rule, label),
      scale: 1,
    }))
  return [
    { name: { rule: 'length' }, low: length, high: length, count: (items) => items.length, scale: 1 },
    ...labelled('domain', domains),
    ...labelled('kind', kinds),
    ...(seconds
      ? [{ name: { rule: 'seconds' } as const, ...any, ...seconds, count: secondsOf, scale: 60 }]
      : []),
    ...(sets ? [{ name: { rule: 'sets' } as const, ...sets, count: setsOf, scale: 1 }] : []),
  ]
}

const abilitiesOf = ({ aim }: AssemblyProblem): number =>
  aim.kind === 'target' ? aim.values.length : aim.abilities

function requireSense({ pool, rules, aim }: AssemblyProblem): void {
  const whole = (value: number): boolean => Number.isInteger(value) && value >= 1
  if (!(whole(rules.forms) && whole(rules.length) && whole(rules.mostUses ?? 1)))
    throw new RangeError('Forms, length and most uses are whole numbers from 1.')
  if (aim.kind === 'target' && !aim.values.every((value) => value > 0 && Number.isFinite(value)))
    throw new RangeError('A target of information is above 0.')
  if (pool.some(({ information }) => information.length !== abilitiesOf({ pool, rules, aim })))
    throw new RangeError('Every item has its information at every ability of the aim.')
}

/**
 * Puts a problem in the terms of the search.
 *
 * @throws RangeError for counts that are not whole and above 0, targets that are not above 0, or information of another length
 * @example makeModel({ pool: [], rules: { forms: 1, length: 1, domains: {} }, aim: { kind: 'most', abilities: 1 } }).units // []
 */
export function makeModel(problem: AssemblyProblem): AssemblyModel {
  requireSense(problem)
  const { pool, rules } = problem
  const enemies = enemiesByPosition(pool)
  const left = (unit: readonly number[]): number =>
    Math.max(
      0,
      Math.min(
        rules.forms,
        (rules.mostUses ?? 1) - Math.max(...unit.map((position) => pool[position]!.uses)),
      ),
    )
  const atPeace = (unit: readonly number[]): boolean =>
    unit.every((position) => unit.every((other) => !enemies[position]!.has(other)))
  const units = groupIntoUnits(pool).filter(atPeace)
  const unitOf = new Map(units.flatMap((unit, index) => unit.map((position) => [position, index] as const)))
  const rivalsOf = (unit: readonly number[]): number[] => [
    ...new Set(
      unit.flatMap((position) => [...enemies[position]!].flatMap((other) => unitOf.get(other) ?? [])),
    ),
  ]
  const itemsOf = (unit: readonly number[]): PoolItem[] => unit.map((position) => pool[position]!)
  const abilities = abilitiesOf(problem)
  const informationOf = (unit: readonly number[]): number[] =>
    Array.from({ length: abilities }, (_, at) =>
      unit.reduce((sum, position) => sum + pool[position]!.information[at]!, 0),
    )
  return {
    problem,
    units,
    rules: countedRules(rules).map(({ count, ...rule }) => ({
      ...rule,
      weights: Float64Array.from(units, (unit) => count(itemsOf(unit))),
    })),
    rivals: units.map(rivalsOf),
    capacity: Int32Array.from(units, left),
    information: Float64Array.from(units.flatMap(informationOf)),
    abilities,
  }
}

/** Every rule of a model by name; enemies and uses are among them where they bind anything. */
export function ruleNames({ problem, rules, rivals, capacity }: AssemblyModel): readonly RuleName[] {
  return [
    ...rules.map(({ name }) => name),
    ...(rivals.some((each) => each.length > 0) ? [{ rule: 'enemies' } as const] : []),
    ...(capacity.some((most) => most < problem.rules.forms) ? [{ rule: 'uses' } as const] : []),
  ]
}

/** A rule with what it asks and what the pool offers: sums over the pool, pairs of enemies, or uses of one item. */
export function figuresOf({ rules, rivals, capacity, problem }: AssemblyModel, name: RuleName): RuleFigures {
  const sum = rules.find((rule) => rule.name === name)
  if (sum) {
    const offered = sum.weights.reduce((total, weight, unit) => total + weight * capacity[unit]!, 0)
    return { ...name, low: sum.low, high: sum.high, offered }
  }
  if (name.rule === 'uses')
    return { ...name, low: 0, high: problem.rules.mostUses ?? 1, offered: capacity.length }
  return { ...name, low: 0, high: 1, offered: rivals.reduce((pairs, each) => pairs + each.length, 0) / 2 }
}
