import { isOpen } from './extend-label.ts'
import { bestPercent, type Hope, heldAfter, hopeOf, lateAfter, mostOf } from './hope.ts'
import type { Label } from './label.ts'
import type { Objective, Problem } from './problem.ts'
import { roomCeiling } from './room.ts'

/** The earliest days on which a set can have been passed, whatever the order; Infinity where it cannot. */
export type Soonest = { readonly expected: Float64Array; readonly late: Float64Array }

function soonestDays(hopes: readonly Hope[], sets: number): Soonest {
  const expected = new Float64Array(sets).fill(Number.POSITIVE_INFINITY)
  const late = new Float64Array(sets).fill(Number.POSITIVE_INFINITY)
  expected[0] = 0
  late[0] = 0
  for (let mask = 0; mask < sets; mask++) {
    if (expected[mask] === Number.POSITIVE_INFINITY) continue
    for (const hope of hopes) {
      if (!isOpen(hope.candidate, mask)) continue
      const lateDay = lateAfter(hope, late[mask]!, mask)
      if (lateDay > hope.closesOn) continue
      const next = mask | hope.candidate.bit
      expected[next] = Math.min(expected[next]!, heldAfter(hope, expected[mask]!, mask))
      late[next] = Math.min(late[next]!, lateDay)
    }
  }
  return { expected, late }
}

/**
 * For every set of candidates, the most that can still be gained once it has been passed: the recursion of the exact search,
 * backwards, with every day, fee and further sitting on the hopeful side and without a budget.
 *
 * most(S) = max(0 if all required are in S, max over c of [most(c, S) + most(S + c)])
 */
function mostToCome(
  problem: Problem,
  objective: Objective,
  hopes: readonly Hope[],
  soonest: Soonest,
): Float64Array {
  const sets = 2 ** hopes.length
  const most = new Float64Array(sets).fill(Number.NEGATIVE_INFINITY)
  for (let mask = sets - 1; mask >= 0; mask--) {
    const begun = soonest.expected[mask]!
    if (begun === Number.POSITIVE_INFINITY) continue
    if ((objective.required & ~mask) === 0) most[mask] = 0
    const question = { passed: mask, known: mask, begun, percent: bestPercent(problem, mask) }
    for (const hope of hopes) {
      if (!isOpen(hope.candidate, mask)) continue
      if (lateAfter(hope, soonest.late[mask]!, mask) > hope.closesOn) continue
      const adds = mostOf(hope, objective, question) + most[mask | hope.candidate.bit]!
      if (adds > most[mask]!) most[mask] = adds
    }
  }
  return most
}

/**
 * Makes the function that bounds what can still be gained after a label: no continuation gains more. A label whose gain and
 * ceiling together stay below a known route cannot lead to a better one. -Infinity where the required cannot be reached.
 *
 * @example ceilingOf({ ...problem, candidates: [] }, objective)(startLabel) // 0
 */
export function ceilingOf(problem: Problem, objective: Objective): (label: Label) => number {
  const hopes = problem.candidates.map((candidate) => hopeOf(candidate, problem, objective))
  const soonest = soonestDays(hopes, 2 ** hopes.length)
  const most = mostToCome(problem, objective, hopes, soonest)
  const byRoom = roomCeiling({ problem, objective, hopes, soonest })
  return (label) => Math.min(most[label.mask]!, byRoom(label))
}
