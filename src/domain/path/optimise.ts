import { type BestFirst, bestFirst } from './best-first.ts'
import { ceilingOf } from './ceiling.ts'
import { dominates, type Horizon, horizonOf } from './dominance.ts'
import { extendLabel, isOpen, waysToPay } from './extend-label.ts'
import { type Label, type Step, startLabel, stepsOf } from './label.ts'
import { type Offer, offerTable } from './offers.ts'
import type { OutlooksAt } from './outlooks.ts'
import type { Candidate, Objective, Problem } from './problem.ts'

/** The best route of a problem under an objective, and how many states were made and judged to prove it. */
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
  readonly queue: BestFirst<Label>
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

/** Puts a label on its shelf unless a better one stands there; takes down what it dominates. */
function shelve(search: Search, label: Label): boolean {
  const shelf = shelfAt(search, label.mask)
  const { horizon, labels } = shelf
  if (labels.some((known) => dominates(known, label, horizon))) return false
  shelf.labels = labels.filter((known) => !dominates(label, known, horizon))
  shelf.labels.push(label)
  return true
}

/** Queues a label by the most that it could lead to, unless a known route is as good. */
function consider(search: Search, label: Label): void {
  search.statesExplored++
  const hope = label.gain + search.ceiling(label)
  if (hope <= (search.best?.gain ?? Number.NEGATIVE_INFINITY) + rounding) return
  if (!shelve(search, label)) return
  rememberBest(search, label)
  search.queue.add(label, hope)
}

function explore(search: Search, label: Label): void {
  const { problem, offersAt } = search
  for (const candidate of problem.candidates) {
    if (!isOpen(candidate, label.mask)) continue
    for (const offer of offersAt(candidate, label.mask)) {
      for (const voucher of waysToPay(label, offer, problem)) {
        const next = extendLabel(label, { candidate, ...offer, voucher }, search)
        if (next !== null) consider(search, next)
      }
    }
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
    queue: bestFirst(),
    best: null,
    statesExplored: 0,
  }
}

/**
 * Finds the best route: dynamic programming over (set passed, expected day, latest day, spent, vouchers), best first.
 *
 * A label is dropped only when another way to the same set can copy every continuation at no less gain (`dominates`), or
 * when even an upper bound on what can follow stays below a route already found (`ceilingOf`). The search ends when no label
 * that is left could lead to more than the best route found: that route is optimal for the stated model.
 *
 * @returns null when the required certifications cannot be passed
 * @see Bellman (1957), Dynamic Programming; Hart, Nilsson & Raphael (1968), A formal basis for the heuristic determination of
 *   minimum cost paths; Desrochers & Soumis (1988), A generalized permanent labelling algorithm
 * @example optimise(problem, { ...objective, worth: 0, required: 0 }, outlookTable(problem))?.steps // []
 */
export function optimise(problem: Problem, objective: Objective, outlooksAt: OutlooksAt): Optimum | null {
  const search = makeSearch(problem, objective, outlooksAt)
  const { queue, shelves } = search
  rememberBest(search, startLabel)
  consider(search, startLabel)
  for (let next = queue.take(); next !== undefined; next = queue.take()) {
    const { entry, rank } = next
    if (rank <= (search.best?.gain ?? Number.NEGATIVE_INFINITY) + rounding) break
    if (shelves.get(entry.mask)!.labels.includes(entry)) explore(search, entry)
  }
  const { best, statesExplored } = search
  return best === null ? null : { steps: stepsOf(best), gain: best.gain, statesExplored }
}
