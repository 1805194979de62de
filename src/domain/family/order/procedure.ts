import type { Reference } from '../../item/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers } from '../types.ts'

/** Why a step comes after another: it needs its result, waits for a check, or must not destroy what is still needed. */
export type EdgeKind = 'result' | 'check' | 'safety'

/** A step of a procedure. `after` are the steps that come before it, with the reason. */
export type Step = {
  readonly id: string
  readonly text: string
  readonly why: string
  readonly after: Readonly<Record<string, EdgeKind>>
  /** The step removes something, or checks something. */
  readonly role?: 'removes' | 'checks'
}

/**
 * A procedure whose steps have one order. `decoy` is what a shortcut would do in the place of a step; `rules` are what the
 * order rests on and the situation does not say.
 */
export type Procedure = {
  readonly id: string
  readonly situation: (setting: Setting) => string
  readonly rules: string
  readonly reference: Reference
  readonly steps: readonly Step[]
  readonly decoy: { readonly text: string; readonly why: string; readonly insteadOf: string }
}

/** A documentation page as read on the day it was checked. @example pageOf('Title', 'https://docs.aws.amazon.com/').checked // '2026-11-24' */
export const pageOf = (title: string, url: string): Reference => ({
  title,
  url,
  checked: calendarDate('2026-11-24'),
})

/** What is overlooked: edges of one kind no longer hold, and some steps are taken as early or as late as can be. */
export type Oversight = {
  readonly ignored?: EdgeKind
  readonly early?: Step['role']
  readonly late?: Step['role']
}

/** Steps that could come next. */
const ready = (steps: readonly Step[], done: ReadonlySet<string>, ignored: EdgeKind | undefined): Step[] =>
  steps.filter(
    ({ id, after }) =>
      !done.has(id) && Object.entries(after).every(([before, kind]) => kind === ignored || done.has(before)),
  )

/** 0 for a step taken early, 2 for one taken late, 1 for the rest. */
const turnOf = ({ role }: Step, { early, late }: Oversight): number => {
  if (role !== undefined && role === early) return 0
  return role !== undefined && role === late ? 2 : 1
}

/**
 * Orders steps: again and again the next that can be taken.
 * @returns the ids in order; empty where steps wait for each other
 * @see Kahn (1962), Topological sorting of large networks
 * @example orderSteps([]) // []
 */
export function orderSteps(steps: readonly Step[], oversight: Oversight = {}): string[] {
  const done = new Set<string>()
  while (done.size < steps.length) {
    const next = ready(steps, done, oversight.ignored).toSorted(
      (a, b) => turnOf(a, oversight) - turnOf(b, oversight),
    )[0]
    if (next === undefined) return []
    done.add(next.id)
  }
  return [...done]
}

/** True when at every point one step alone can be taken: the order is the only one. @example hasOneOrder([]) // true */
export function hasOneOrder(steps: readonly Step[]): boolean {
  const done = new Set<string>()
  for (const id of orderSteps(steps)) {
    if (ready(steps, done, undefined).length !== 1) return false
    done.add(id)
  }
  return done.size === steps.length
}

/** The name by which the decoy stands among the answers. */
export const decoyId = 'decoy'

/** The order in which the decoy takes the place of a step. @example withDecoy(procedure).includes('decoy') // true */
export const withDecoy = ({ steps, decoy }: Procedure): Answers =>
  orderSteps(steps).map((id) => (id === decoy.insteadOf ? decoyId : id))
