import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { bootstrapErrors, resampleFrequencies } from './bootstrap.ts'

describe('resampleFrequencies', () => {
  test('draws as many scores as were counted, none that never occurred, the same ones for the same seed', () => {
    const frequencies = { lowest: 3, counts: [5, 0, 10, 1] }
    const drawn = resampleFrequencies(frequencies, seededRandom('s'))
    expect(drawn.counts.reduce((sum, count) => sum + count, 0)).toBe(16)
    expect(drawn.counts[1]).toBe(0)
    expect(resampleFrequencies(frequencies, seededRandom('s'))).toEqual(drawn)
  })

  test('refuses smoothed counts, which are no candidates', () => {
    expect(() => resampleFrequencies({ lowest: 0, counts: [1.5, 2] }, seededRandom('s'))).toThrow(RangeError)
  })
})

describe('bootstrapErrors', () => {
  test('is the sample standard deviation over replications', () => {
    let turn = 0
    const shifts = [0, 1, 2]
    const errors = bootstrapErrors(
      () => {
        const shift = shifts[turn++]!
        return (score) => score * shift
      },
      { scores: [1, 10], replications: 3 },
    )
    expect(errors).toEqual([1, 10])
  })

  test('refuses a single replication', () => {
    expect(() => bootstrapErrors(() => (score) => score, { scores: [1], replications: 1 })).toThrow(
      RangeError,
    )
  })
})
