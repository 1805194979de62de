import { choleskyFactor, solveFactored } from '../model/positive-definite.ts'
import type { Terms } from './terms.ts'

/** Gain of log-likelihood below which a climb is at its top. */
const enough = 1e-9

/** What is climbed: `evaluate` fills the terms at the vector; `places` are the slots that move, by offset in the terms. */
export type Slope = {
  readonly vector: Float64Array
  readonly slot: number
  readonly offsets: readonly number[]
  /** How far from 0 each slot may go; flat priors can have their maximum at infinity. */
  readonly limits: readonly number[]
  readonly terms: Terms
  readonly evaluate: () => void
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
      const step = solveFactored(factor, gradient)
      return { step, gain: step.reduce((sum, move, index) => sum + move * gradient[index]!, 0) }
    }
    for (let row = 0; row < size; row++)
      information[row * size + row]! += raise + raise * Math.abs(information[row * size + row]!)
  }
  return { step: gradient, gain: Number.NaN }
}

function move(
  { vector, slot, offsets, limits }: Slope,
  from: Float64Array,
  step: Float64Array,
  share: number,
): void {
  offsets.forEach((offset, index) => {
    const limit = limits[offset]!
    vector[slot + offset] = Math.max(-limit, Math.min(limit, from[index]! + share * step[index]!))
  })
}

/** Takes the step, halved until the value does not fall; false when no part of it helps. */
function advance(slope: Slope, step: Float64Array): boolean {
  const { vector, slot, offsets, terms } = slope
  const from = Float64Array.from(offsets, (offset) => vector[slot + offset]!)
  const before = terms.value
  for (let share = 1; share > 1e-4; share /= 2) {
    move(slope, from, step, share)
    slope.evaluate()
    if (terms.value >= before - 1e-12 * Math.abs(before)) return true
  }
  move(slope, from, step, 0)
  return false
}

/** Newton's method with step halving from where the vector stands; the last, tiny step is taken without looking back. */
export function climb(slope: Slope, rounds = 20): void {
  slope.evaluate()
  for (let round = 0; round < rounds; round++) {
    const { step, gain } = newtonStep(slope)
    if (!(gain > enough)) {
      const from = Float64Array.from(slope.offsets, (offset) => slope.vector[slope.slot + offset]!)
      if (Number.isFinite(gain)) move(slope, from, step, 1)
      return
    }
    if (!advance(slope, step)) return
  }
}
