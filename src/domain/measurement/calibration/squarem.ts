import { logistic } from '../model/logistic.ts'
import type { Expectation } from './expectation-maximisation.ts'
import type { Layout } from './layout.ts'
import type { CalibrationProgress } from './types.ts'

/** Where a search ended. */
export type SearchResult = {
  readonly vector: Float64Array
  readonly converged: boolean
  readonly steps: number
  readonly path: readonly number[]
}

export type SearchLimits = { readonly tolerance: number; readonly maximumSteps: number }

/** Largest change of a parameter between two vectors; asymptotes count as probabilities, not as log-odds. */
function largestChange(layout: Layout, from: Float64Array, to: Float64Array): number {
  const asymptotes = new Set(
    layout.items.flatMap(({ slot, setup }) => (setup.model === 'gpcm' ? [] : [slot + 2, slot + 3])),
  )
  return layout.free.reduce((largest, [place]) => {
    const [x, y] = [from[place!]!, to[place!]!]
    return Math.max(largest, Math.abs(asymptotes.has(place!) ? logistic(x) - logistic(y) : x - y))
  }, 0)
}

/**
 * Extrapolates from three successive EM vectors: x - 2 s r + s² v with r = x1 - x0, v = (x2 - x1) - r and
 * s = -|r| / |v|, never shorter than the EM step itself.
 */
function extrapolate(
  { free, limits }: Layout,
  [x0, x1, x2]: readonly [Float64Array, Float64Array, Float64Array],
): Float64Array {
  let [rr, vv] = [0, 0]
  for (const [place] of free) {
    const r = x1[place!]! - x0[place!]!
    rr += r * r
    vv += (x2[place!]! - x1[place!]! - r) ** 2
  }
  const s = vv === 0 ? -1 : Math.min(-1, -Math.sqrt(rr / vv))
  const next = x2.slice()
  for (const places of free) {
    const [place] = places
    const r = x1[place!]! - x0[place!]!
    const v = x2[place!]! - x1[place!]! - r
    const limit = limits[place!]!
    const moved = Math.max(-limit, Math.min(limit, x0[place!]! - 2 * s * r + s * s * v))
    for (const each of places) next[each] = moved
  }
  return next
}

/**
 * EM accelerated by squared extrapolation, one progress report for each E-step. Every third vector is an extrapolation; one that
 * loses log-posterior is dropped for the EM vector it started from. Ends when an EM step moves no parameter by the
 * tolerance and the log-posterior by no more than the tolerance relative to itself.
 *
 * @see Varadhan, Roland (2008), Simple and globally convergent methods for accelerating the convergence of any EM algorithm
 */
export function* search(
  em: Expectation,
  start: Float64Array,
  limits: SearchLimits,
): Generator<CalibrationProgress, SearchResult> {
  const path: number[] = []
  let trail: Float64Array[] = [start]
  let safe = start
  let before = Number.NEGATIVE_INFINITY
  for (let steps = 1; steps <= limits.maximumSteps; steps++) {
    const vector = trail.at(-1)!
    const counts = em.expect(vector)
    const value = counts.logLikelihood + em.logPrior(vector)
    if (!(value >= before - 1e-9 * Math.abs(before)) && trail.length === 1) {
      trail = [safe]
      before = Number.NEGATIVE_INFINITY
      continue
    }
    const next = em.maximise(vector, counts)
    const change = largestChange(em.layout, vector, next)
    path.push(value)
    yield { step: steps, logPosterior: value, change }
    if (change < limits.tolerance && Math.abs(value - before) <= limits.tolerance * Math.abs(value)) {
      return { vector: next, converged: true, steps, path }
    }
    before = value
    trail.push(next)
    if (trail.length === 3) {
      safe = next
      trail = [extrapolate(em.layout, [trail[0]!, trail[1]!, next])]
    }
  }
  return { vector: safe, converged: false, steps: limits.maximumSteps, path }
}
