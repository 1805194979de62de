import { aNumber, aText, listOf, mapOf, optional, record, type Shape, type ShapeFault } from '../shape.ts'
import { requireWhole, requireWithin } from './require-number.ts'

/** Parts that must all work, parts of which `needed` must work (1 when absent), or a component by its name. */
export type System =
  | string
  | { readonly series: readonly System[] }
  | { readonly parallel: readonly System[]; readonly needed?: number }

/** Components with their availability, 0 to 1, and how they make up the system. A name that stands twice is one component. */
export type SystemPlan = {
  readonly components: Readonly<Record<string, number>>
  readonly system: System
}

/** Availability, 0 to 1; expected minutes of downtime in a year of 365 days; components that several parts share. */
export type SystemAvailability = {
  readonly availability: number
  readonly downtimeMinutesPerYear: number
  readonly shared: readonly string[]
}

type Series = Extract<System, { readonly series: unknown }>
type Parallel = Extract<System, { readonly parallel: unknown }>

const aSystem: Shape<System> = (value, at): readonly ShapeFault[] => {
  if (typeof value === 'string') return aText(value, at)
  const isParallel = typeof value === 'object' && value !== null && 'parallel' in value
  return isParallel ? aParallel(value, at) : aSeries(value, at)
}

const aSeries: Shape<Series> = record<Series>({ series: listOf(aSystem, 1) })
const aParallel: Shape<Parallel> = record<Parallel>({
  parallel: listOf(aSystem, 1),
  needed: optional(aNumber),
})

/** The form of a plan. */
export const systemPlanShape: Shape<SystemPlan> = record<SystemPlan>({
  components: mapOf(aNumber),
  system: aSystem,
})

const minutesPerYear = 365 * 24 * 60

/** More shared components than this make more cases than are worth counting. */
const mostShared = 16

const partsOf = (system: Exclude<System, string>): readonly System[] =>
  'series' in system ? system.series : system.parallel

const namesIn = (system: System): readonly string[] =>
  typeof system === 'string' ? [system] : partsOf(system).flatMap(namesIn)

/** P(exactly n parts work), n = 0, 1, …, with one independent part more. */
const withPart = (chances: readonly number[], part: number): readonly number[] =>
  Array.from(
    { length: chances.length + 1 },
    (_, count) => (chances[count] ?? 0) * (1 - part) + (chances[count - 1] ?? 0) * part,
  )

/** P(at least `needed` of independent parts work). */
const atLeastWork = (parts: readonly number[], needed: number): number =>
  parts
    .reduce(withPart, [1])
    .slice(needed)
    .reduce((sum, chance) => sum + chance, 0)

/** Availability of a system whose components fail independently. */
function work(system: System, chanceOf: (name: string) => number): number {
  if (typeof system === 'string') return chanceOf(system)
  const parts = partsOf(system).map((part) => work(part, chanceOf))
  if ('series' in system) return parts.reduce((product, part) => product * part, 1)
  const needed = requireWhole('needed', system.needed ?? 1, 1)
  requireWithin('needed', needed, [1, parts.length])
  return atLeastWork(parts, needed)
}

function chanceIn(components: SystemPlan['components'], name: string): number {
  if (!Object.hasOwn(components, name)) throw new RangeError(`"${name}" is not among the components.`)
  return requireWithin(`components.${name}`, components[name]!, [0, 1])
}

/**
 * Availability of a system: the product of parts in series, 1 - product of unavailabilities of parts in parallel, the
 * binomial sum where several of them are needed. Components that stand in several parts fail once for all of them, so
 * the cases of their working and failing are weighed one by one.
 *
 * @throws RangeError for an availability outside 0 to 1, an unknown component, `needed` beyond the parts, or more than
 * 16 shared components
 * @see AWS whitepaper Availability and Beyond (2021), Availability with dependencies (eq. 4), Availability with
 * redundancy (eq. 5); Barlow, Proschan (1975), Statistical theory of reliability and life testing, section 2.1 (pivotal
 * decomposition)
 * @example systemAvailability({ components: { a: 0.9, b: 0.9 }, system: { series: ['a', 'b'] } }).availability // 0.81
 */
export function systemAvailability({ components, system }: SystemPlan): SystemAvailability {
  const names = namesIn(system)
  const shared = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].sort()
  requireWithin('shared components', shared.length, [0, mostShared])
  const weigh = (open: readonly string[], state: ReadonlyMap<string, number>): number => {
    const [name, ...rest] = open
    if (name === undefined) return work(system, (one) => state.get(one) ?? chanceIn(components, one))
    const chance = chanceIn(components, name)
    const given = (works: number): number => weigh(rest, new Map([...state, [name, works]]))
    return chance * given(1) + (1 - chance) * given(0)
  }
  const availability = weigh(shared, new Map())
  return { availability, downtimeMinutesPerYear: (1 - availability) * minutesPerYear, shared }
}
