import { describe, expect, test } from 'vitest'
import { setAngoffStandard } from '../../src/domain/measurement/standard-setting/angoff.ts'

describe('a panel of five on ten items, worked by hand', () => {
  const standard = setAngoffStandard([
    [0.7, 0.6, 0.85, 0.5, 0.65, 0.75, 0.4, 0.9, 0.55, 0.6],
    [0.65, 0.55, 0.8, 0.6, 0.7, 0.8, 0.45, 0.85, 0.5, 0.65],
    [0.75, 0.65, 0.9, 0.45, 0.6, 0.7, 0.5, 0.95, 0.6, 0.55],
    [0.6, 0.5, 0.8, 0.55, 0.65, 0.75, 0.35, 0.85, 0.5, 0.6],
    [0.8, 0.7, 0.85, 0.5, 0.75, 0.7, 0.45, 0.9, 0.65, 0.7],
  ])

  test('the cut is 6.57 of 10, with its spread and error', () => {
    expect(standard.cut).toBeCloseTo(6.57, 10)
    expect(standard.standardDeviation).toBeCloseTo(0.305369, 6)
    expect(standard.standardError).toBeCloseTo(0.136565, 6)
  })

  test('sums by judge and means by item', () => {
    const sums = standard.judges.map(({ sum }) => Number(sum.toFixed(10)))
    expect(sums).toEqual([6.5, 6.55, 6.65, 6.15, 7])
    const means = standard.items.map(({ mean }) => Number(mean.toFixed(10)))
    expect(means).toEqual([0.7, 0.6, 0.84, 0.52, 0.67, 0.74, 0.43, 0.89, 0.56, 0.62])
  })
})
