import { ceilingOf } from './ceiling.ts'
import { dominates, type Horizon, horizonOf } from './dominance.ts'
import { extendLabel, isOpen, waysToPay } from './extend-label.ts'
import { type Label, type Step, startLabel, stepsOf, type VoucherUse } from './label.ts'
import { type Offer, offerTable } from './offers.ts'
import type { OutlooksAt } from './outlooks.ts'
import type { Candidate, Objective, Problem } from './problem.ts'

/** The best route of a problem under an objective, and how many states were explored to prove it. */
export type Optimum = {
  readonly steps: readonly Step[]
  readonly gain: number
  readonly statesExplored: number
}

/** Differences of gain below this are rounding. */
const rounding = 1e-9

/** Labels of one set that nothing dominates. */
type Shelf = { readonly horizon: Horizon; labels: Label[] }

type Search = {
  readonly problem: Problem
  readonly objective: Objective
  readonly offersAt: (candidate: Candidate, mask: number) => readonly Offer[]
  readonly horizonAt: (mask: number) => Horizon
  /** Most that can still be gained after a label. */
  readonly ceiling: (label: Label) => number
  readonly shelves: Map<number, Shelf>
  best: Label | null
  statesExplored: number
}

function rememberBest(search: Search, label: Label): void {
  if ((search.objective.required & ~label.mask) !== 0) return
  if (search.best === null || label.gain > search.best.gain + rounding) search.best = label
}

function shelfAt({ shelves, horizonAt }: Search, mask: number): Shelf {
  const known = shelves.get(mask)
  if (known !== undefined) return known
  const shelf = { horizon: horizonAt(mask), labels: [] }
  shelves.set(mask, shelf)
  return shelf
}

function shelve(search: Search, label: Label): void {
  const shelf = shelfAt(search, label.mask)
  const { horizon, labels } = shelf
  if (labels.some((known) => dominates(known, label, horizon))) return
  shelf.labels = labels.filter((known) => !dominates(label, known, horizon))
  shelf.labels.push(label)
  rememberBest(search, label)
}

const isHopeless = ({ best, ceiling }: Search, label: Label): boolean =>
  label.gain + ceiling(label) <= (best?.gain ?? Number.NEGATIVE_INFINITY) + rounding

/** Where the voucher of the last pass costs no wait, paying in a way that saves no more is pointless. */
function waysWorthTrying(label: Label, { outlook, window }: Offer, problem: Problem): readonly VoucherUse[] {
  const ways = waysToPay(label, problem)
  if (label.step === null) return ways
  const { lagDays, percent, validityDays } = problem.earnedVoucher
  const waits = outlook.expectedDays < lagDays || outlook.days.p90 < lagDays
  const passedBy = Math.max(window.opensOn, label.latest + outlook.days.p90 + 1)
  if (waits || passedBy > label.latest + validityDays) return ways
  return ways.filter((way) => way.kind === 'earned' || way.percent > percent)
}

/** Every label that one more leg makes, in the order of the candidates. */
function extensions({ problem, objective, offersAt }: Search, label: Label): readonly Label[] {
  const next: Label[] = []
  for (const candidate of problem.candidates) {
    if (!isOpen(candidate, label.mask)) continue
    for (const offer of offersAt(candidate, label.mask)) {
      for (const voucher of waysWorthTrying(label, offer, problem)) {
        const made = extendLabel(label, { candidate, ...offer, voucher }, problem, objective)
        if (made !== null) next.push(made)
      }
    }
  }
  return next
}

function explore(search: Search, label: Label): void {
  if (isHopeless(search, label)) return
  search.statesExplored++
  for (const next of extensions(search, label)) if (!isHopeless(search, next)) shelve(search, next)
}

/** Follows the most hopeful leg each time: a good route early lets the search drop more. */
function dive(search: Search): void {
  const hope = (label: Label): number => label.gain + search.ceiling(label)
  const better = (best: Label | null, next: Label): Label =>
    best !== null && hope(best) >= hope(next) ? best : next
  for (let label: Label | null = startLabel; label !== null; ) {
    rememberBest(search, label)
    label = extensions(search, label).reduce<Label | null>(better, null)
  }
}

function makeSearch(problem: Problem, objective: Objective, outlooksAt: OutlooksAt): Search {
  return {
    problem,
    objective,
    offersAt: offerTable(problem, objective, outlooksAt),
    horizonAt: horizonOf(problem, outlooksAt),
    ceiling: ceilingOf(problem, objective),
    shelves: new Map(),
    best: null,
    statesExplored: 0,
  }
}

/**
 * Finds the best route: dynamic programming over (set passed, expected day, latest day, spent, vouchers).
 *
 * Sets are visited in numeric order, so all ways to reach a set are known before it is left. A label is dropped only when
 * another way to the same set can copy every continuation at no less gain (`dominates`), or when even an upper bound on
 * what can follow stays below a route already found (`ceilingOf`). Hence the result is optimal for the stated model.
 *
 * @returns null when the required certifications cannot be passed
 * @see Bellman (1957), Dynamic Programming; Desrochers & Soumis (1988), A generalized permanent labelling algorithm
 * @example optimise(problem, { ...objective, worth: 0, required: 0 }, outlookTable(problem))?.steps // []
 */
export function optimise(problem: Problem, objective: Objective, outlooksAt: OutlooksAt): Optimum | null {
  const search = makeSearch(problem, objective, outlooksAt)
  dive(search)
  shelve(search, startLabel)
  const sets = 2 ** problem.candidates.length
  for (let mask = 0; mask < sets; mask++) {
    for (const label of search.shelves.get(mask)?.labels ?? []) explore(search, label)
    search.shelves.delete(mask)
  }
  const { best, statesExplored } = search
  return best === null ? null : { steps: stepsOf(best), gain: best.gain, statesExplored }
}
