import { isOpen } from './extend-label.ts'
import {
  type Hope,
  heldAfter,
  hopeOf,
  lateAfter,
  mostOf,
  type Rent,
  usualPercent,
  vouchersBeyond,
} from './hope.ts'
import { type Label, startLabel } from './label.ts'
import type { Objective, Problem } from './problem.ts'

/** The earliest days on which a set can have been passed, whatever the order; Infinity where it cannot. */
type Soonest = { readonly expected: Float64Array; readonly late: Float64Array }

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

type Input = {
  readonly problem: Problem
  readonly objective: Objective
  readonly hopes: readonly Hope[]
  readonly soonest: Soonest
}

/**
 * For every set of candidates, the most that can still be gained once it has been passed: the recursion of the exact search,
 * backwards, with every day, fee and further sitting on the hopeful side, and with a rent on what is limited.
 *
 * most(S) = max(0 if all required are in S, max over c of [most(c, S) - rent(c, S) + most(S + c)])
 */
function mostToCome({ problem, objective, hopes, soonest }: Input, rent: Rent): Float64Array {
  const sets = 2 ** hopes.length
  const most = new Float64Array(sets).fill(Number.NEGATIVE_INFINITY)
  for (let mask = sets - 1; mask >= 0; mask--) {
    const begun = soonest.expected[mask]!
    if (begun === Number.POSITIVE_INFINITY) continue
    if ((objective.required & ~mask) === 0) most[mask] = 0
    const question = { mask, begun, percent: usualPercent(problem, mask) }
    for (const hope of hopes) {
      if (!isOpen(hope.candidate, mask)) continue
      if (lateAfter(hope, soonest.late[mask]!, mask) > hope.closesOn) continue
      const adds = mostOf(hope, question, { objective, rent }) + most[mask | hope.candidate.bit]!
      if (adds > most[mask]!) most[mask] = adds
    }
  }
  return most
}

type Ceiling = (label: Label) => number

/** No rent is charged beyond what is left of the limit, so adding that back bounds every route within the limit. */
function ceilingAt(input: Input, rent: Rent): Ceiling {
  const most = mostToCome(input, rent)
  const beyond = vouchersBeyond(input.problem)
  const { deadline, budgetUsd } = input.problem
  const usd = input.objective.usd + rent.usd
  return (label) => {
    const days = rent.lateDay > 0 ? rent.lateDay * (deadline - label.latest) : 0
    const dollars = rent.usd > 0 ? rent.usd * (budgetUsd - label.spentUsd) : 0
    return most[label.mask]! + days + dollars + usd * beyond(label)
  }
}

/** Shares of the average gain per unit of a limit that are tried as its rent, until the bound of the whole route rises. */
const rentShares = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1]

function tightest(free: Ceiling, limit: number, at: (rent: number) => Ceiling): Ceiling {
  const whole = free(startLabel)
  if (!Number.isFinite(limit) || !(whole > 0)) return free
  let best = free
  for (const share of rentShares) {
    const next = at((share * whole) / Math.max(1, limit))
    if (next(startLabel) >= best(startLabel)) break
    best = next
  }
  return best
}

/**
 * Makes the function that bounds what can still be gained after a label: no continuation gains more. A label whose gain and
 * ceiling together stay below a known route cannot lead to a better one. -Infinity where the required cannot be reached.
 *
 * @see Everett (1963), Generalized Lagrange multiplier method, for the rent on days and dollars
 * @example ceilingOf({ ...problem, candidates: [] }, objective)(startLabel) // 0
 */
export function ceilingOf(problem: Problem, objective: Objective): Ceiling {
  const hopes = problem.candidates.map((candidate) => hopeOf(candidate, problem, objective))
  const input = { problem, objective, hopes, soonest: soonestDays(hopes, 2 ** hopes.length) }
  const free = ceilingAt(input, { lateDay: 0, usd: 0 })
  const inTime = tightest(free, problem.deadline, (lateDay) => ceilingAt(input, { lateDay, usd: 0 }))
  const inBudget = tightest(free, problem.budgetUsd, (usd) => ceilingAt(input, { lateDay: 0, usd }))
  return (label) => Math.min(free(label), inTime(label), inBudget(label))
}
