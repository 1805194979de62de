import { describe, expect, test } from 'vitest'
import { chiSquareUniform } from './uniformity.ts'

describe('chiSquareUniform', () => {
  test('finds a fair die fair and a loaded one loaded', () => {
    expect(chiSquareUniform([10, 10, 10, 10, 10, 10]).p).toBe(1)
    const loaded = chiSquareUniform([5, 8, 9, 8, 10, 20])
    expect(loaded.statistic).toBeCloseTo(13.4, 10)
    expect(loaded.degrees).toBe(5)
    expect(loaded.p).toBeCloseTo(0.0199, 3)
  })

  test('says nothing where nothing was counted', () => {
    expect(chiSquareUniform([0, 0, 0]).p).toBe(1)
    expect(chiSquareUniform([7]).p).toBe(1)
  })
})
