import fc from 'fast-check'
import type { ItemParameters } from './item-parameters.ts'

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Items of all four models, of the kind that banks hold. */
export const anyItem: fc.Arbitrary<ItemParameters> = fc.record({
  a: within(0.2, 3),
  b: within(-4, 4),
  c: fc.oneof(fc.constant(0), within(0.01, 0.4)),
  d: fc.oneof(fc.constant(1), within(0.7, 0.99)),
})

/** Abilities as far out as the library promises numbers. */
export const anyTheta = within(-10, 10)

/** Abilities at which finite differences are meaningful. */
export const middleTheta = within(-4, 4)
