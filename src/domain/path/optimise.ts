import { extendLabel, isOpen, waysToPay } from './extend-label.ts'
import { dominates, type Label, type Step, startLabel, stepsOf } from './label.ts'
import type { OutlooksAt } from './outlooks.ts'
import type { Candidate, Objective, Problem } from './problem.ts'
import { type Prospect, prospectsOf, upperBound } from './prospects.ts'
import type { Outlook } from './sittings.ts'

/** The best route of a problem under an objective, and how many states were explored to prove it. */
export type Optimum = {
  readonly steps: readonly Step[]
  readonly gain: number
  readonly statesExplored: number
}

/** Differences of gain below this are rounding. */
const rounding = 1e-9

type Search = {
  readonly problem: Problem
  readonly objective: Objective
  readonly outlooksAt: OutlooksAt
  readonly prospects: readonly Prospect[]
  /** Labels that nothing dominates, by the set passed. */
  readonly shelves: Map<number, Label[]>
  readonly lastOpening: number
  best: Label | null
  statesExplored: number
}

const isComplete = (label: Label, { required }: Objective): boolean => (required & ~label.mask) === 0

function rememberBest(search: Search, label: Label): void {
  if (!isComplete(label, search.objective)) return
  if (search.best === null || label.gain > search.best.gain + rounding) search.best = label
}

function shelve(search: Search, label: Label): void {
  const { problem, shelves, lastOpening } = search
  const { validityDays } = problem.earnedVoucher
  const shelf = shelves.get(label.mask) ?? []
  if (shelf.some((known) => dominates(known, label, lastOpening, validityDays))) return
  const kept = shelf.filter((known) => !dominates(label, known, lastOpening, validityDays))
  shelves.set(label.mask, [...kept, label])
  rememberBest(search, label)
}

const isHopeless = (search: Search, label: Label): boolean =>
  search.best !== null && upperBound(label, search.prospects, search.objective) <= search.best.gain + rounding

/** An outlook that costs no less, lasts no less and ends no earlier than another is never chosen. */
function worthTrying(
  outlooks: readonly Outlook[],
  candidate: Candidate,
  objective: Objective,
): readonly Outlook[] {
  const feeUsd = Math.max(...candidate.windows.map((window) => window.feeUsd))
  const cheapest = Math.min(...candidate.windows.map((window) => window.feeUsd))
  const costAt = (outlook: Outlook, fee: number): number =>
    objective.hour * outlook.expectedHours + objective.usd * fee * outlook.expectedSittings
  return outlooks.filter((outlook, index) =>
    outlooks.every(
      (other, at) =>
        at === index ||
        costAt(other, feeUsd) > costAt(outlook, feeUsd) ||
        costAt(other, cheapest) > costAt(outlook, cheapest) ||
        other.expectedDays > outlook.expectedDays ||
        other.days.p90 > outlook.days.p90,
    ),
  )
}

function tryLeg(search: Search, label: Label, candidate: Candidate): void {
  const { problem, objective, outlooksAt } = search
  const payments = waysToPay(label, problem)
  for (const outlook of worthTrying(outlooksAt(candidate, label.mask), candidate, objective)) {
    for (const window of candidate.windows) {
      for (const voucher of payments) {
        const next = extendLabel(label, { candidate, window, outlook, voucher }, problem, objective)
        if (next !== null && !isHopeless(search, next)) shelve(search, next)
      }
    }
  }
}

function explore(search: Search, label: Label): void {
  if (isHopeless(search, label)) return
  search.statesExplored++
  for (const candidate of search.problem.candidates) {
    if (isOpen(candidate, label.mask)) tryLeg(search, label, candidate)
  }
}

/**
 * Finds the best route: dynamic programming over (set passed, expected day, latest day, spent, vouchers, renewals).
 *
 * Sets are visited in numeric order, so all ways to reach a set are known before it is left. A label is dropped only when
 * another way to the same set can copy every continuation at no less gain (`dominates`), or when even an upper bound on
 * what can follow stays below a route already found (`upperBound`). Hence the result is optimal for the stated model.
 *
 * @returns null when the required certifications cannot be passed
 * @see Bellman (1957), Dynamic Programming; Desrochers & Soumis (1988), A generalized permanent labelling algorithm
 * @example optimise(problem, { ...objective, worth: 0, required: 0 }, outlookTable(problem))?.steps // []
 */
export function optimise(problem: Problem, objective: Objective, outlooksAt: OutlooksAt): Optimum | null {
  const openings = problem.candidates.flatMap(({ windows }) => windows.map(({ opensOn }) => opensOn))
  const search: Search = {
    problem,
    objective,
    outlooksAt,
    prospects: prospectsOf(problem, objective, outlooksAt),
    shelves: new Map(),
    lastOpening: Math.max(0, ...openings),
    best: null,
    statesExplored: 0,
  }
  shelve(search, startLabel)
  const sets = 2 ** problem.candidates.length
  for (let mask = 0; mask < sets; mask++) {
    for (const label of search.shelves.get(mask) ?? []) explore(search, label)
    search.shelves.delete(mask)
  }
  const { best, statesExplored } = search
  return best === null ? null : { steps: stepsOf(best), gain: best.gain, statesExplored }
}
