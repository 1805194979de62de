import { choleskyFactor, solveFactored } from '../model/positive-definite.ts'
import type { Terms } from './terms.ts'

/** Gain of log-likelihood below which a climb is at its top. */
const enough = 1e-9
const mostRounds = 20
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

/** The Newton step on the free offsets; the information is made positive definite by raising its diagonal where needed. */
function newtonStep({ offsets, terms }: Slope): { readonly step: Float64Array; readonly gain: number } {
  const size = offsets.length
  const gradient = Float64Array.from(offsets, (offset) => terms.gradient[offset]!)
  const information = Float64Array.from({ length: size * size }, (_, place) => {
    const [row, column] = [offsets[Math.floor(place / size)]!, offsets[place % size]!]
    return terms.information[row * terms.size + column]!
  })
  for (let raise = 1e-12; raise < 1e12; raise *= 100) {
    const factor = choleskyFactor(information, size)
    if (factor) {
      const step = cut(solveFactored(factor, gradient))
      return { step, gain: step.reduce((sum, move, index) => sum + move * gradient[index]!, 0) }
    }
    for (let row = 0; row < size; row++)
      information[row * size + row]! += raise + raise * Math.abs(information[row * size + row]!)
  }
  return { step: gradient, gain: Number.NaN }
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
    const { step, gain } = newtonStep(slope)
    if (Number.isNaN(gain)) return
    if (gain <= enough) {
      go(slope, { from: whereItStands(slope), step }, 1)
      return
    }
    if (!advance(slope, step)) return
  }
}
