import { choleskyFactor, solveFactored } from '../model/positive-definite.ts'
import type { Terms } from './terms.ts'

/** Gain of log-likelihood below which a climb is at its top. */
const enough = 1e-9
const mostRounds = 10
/** A longer move of one slot is the sign of a poor information; steps are cut to it. */
const longestMove = 4

/** What is climbed: `evaluate` fills the terms at the vector; `places` are the slots that move, by offset in the terms. */
export type Slope = {
  readonly vector: Float64Array
  readonly slot: number
  readonly offsets: readonly number[]
  /** How far from 0 each slot may go. */
  readonly limits: ArrayLike<number>
  readonly terms: Terms
  readonly evaluate: () => void
}

const cut = (step: Float64Array): Float64Array => {
  const longest = step.reduce((max, move) => Math.max(max, Math.abs(move)), 0)
  return longest > longestMove ? step.map((move) => (move * longestMove) / longest) : step
}

/** The rows and columns of a matrix that belong to the free offsets. */
function freePart(matrix: Float64Array, { offsets, terms }: Slope): Float64Array {
  const size = offsets.length
  return Float64Array.from({ length: size * size }, (_, place) => {
    const [row, column] = [offsets[Math.floor(place / size)]!, offsets[place % size]!]
    return matrix[row * terms.size + column]!
  })
}

/** The Cholesky factor of the matrix with its diagonal raised as little as makes it positive definite. */
function raisedFactor(matrix: Float64Array, size: number): Float64Array | undefined {
  for (let raise = 1e-12; raise < 1e12; raise *= 100) {
    const raised = matrix.map((value, place) =>
      place % (size + 1) === 0 ? value + raise * (1 + Math.abs(value)) : value,
    )
    const factor = choleskyFactor(raised, size)
    if (factor) return factor
  }
  return undefined
}

/** The offsets that are not held at a limit which they would pass. */
function movable({ vector, slot, offsets, limits, terms }: Slope): readonly number[] {
  return offsets.filter((offset) => {
    const x = vector[slot + offset]!
    return Math.abs(x) < limits[offset]! || terms.gradient[offset]! * x < 0
  })
}

/** The step on the free offsets: Newton's where the curvature allows it, otherwise Fisher's by the expected information. */
function nextStep(slope: Slope): { readonly step: Float64Array; readonly gain: number } {
  const { offsets, terms } = slope
  const gradient = Float64Array.from(offsets, (offset) => terms.gradient[offset]!)
  const factor =
    choleskyFactor(freePart(terms.curvature, slope), offsets.length) ??
    raisedFactor(freePart(terms.information, slope), offsets.length)
  if (!factor) return { step: gradient, gain: Number.NaN }
  const step = cut(solveFactored(factor, gradient))
  return { step, gain: step.reduce((sum, move, index) => sum + move * gradient[index]!, 0) }
}

type Move = { readonly from: Float64Array; readonly step: Float64Array }

const whereItStands = ({ vector, slot, offsets }: Slope): Float64Array =>
  Float64Array.from(offsets, (offset) => vector[slot + offset]!)

/** Puts the vector at a share of the step, within the limits. */
function go({ vector, slot, offsets, limits }: Slope, { from, step }: Move, share: number): void {
  offsets.forEach((offset, index) => {
    const limit = limits[offset]!
    vector[slot + offset] = Math.max(-limit, Math.min(limit, from[index]! + share * step[index]!))
  })
}

/** Takes the step, halved until the value does not fall; false when no part of it helps. */
function advance(slope: Slope, step: Float64Array): boolean {
  const { terms } = slope
  const move = { from: whereItStands(slope), step }
  const before = terms.value
  for (let share = 1; share > 1e-4; share /= 2) {
    go(slope, move, share)
    slope.evaluate()
    if (terms.value >= before - 1e-12 * Math.abs(before)) return true
  }
  go(slope, move, 0)
  return false
}

/** Newton's method with step halving from where the vector stands; the last, tiny step is taken without looking back. */
export function climb(slope: Slope): void {
  slope.evaluate()
  for (let round = 0; round < mostRounds; round++) {
    const free = { ...slope, offsets: movable(slope) }
    const { step, gain } = nextStep(free)
    if (Number.isNaN(gain)) return
    if (gain <= enough) {
      go(free, { from: whereItStands(free), step }, 1)
      return
    }
    if (!advance(free, step)) return
  }
}
