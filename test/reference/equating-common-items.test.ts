import { describe, expect, test } from 'vitest'
import {
  chainThroughAnchor,
  equateLevine,
  equateLevineTrueScores,
  equateTucker,
} from '../../src/domain/measurement/equating/common-items.ts'
import { applyLine, type Line } from '../../src/domain/measurement/equating/line.ts'
import { neat } from './kolen-brennan.fixture.ts'

function expectLine(line: Line, slope: number, intercept: number): void {
  expect(line.slope).toBeCloseTo(slope, 5)
  expect(line.intercept).toBeCloseTo(intercept, 5)
}

describe('common items, Kolen and Brennan (2004), chapter 4', () => {
  test('Tucker, synthetic group X only', () => {
    const { line, synthetic } = equateTucker(neat, 1)
    expect(synthetic.y.mean).toBeCloseTo(16.815295, 5)
    expect(synthetic.y.standardDeviation).toBeCloseTo(6.718823, 5)
    expectLine(line, 1.028948, 0.536778)
    const expected = [10.8263, 15.971, 21.1157, 26.2605]
    expect([10, 15, 20, 25].map((score) => Number(applyLine(line, score).toFixed(4)))).toEqual(expected)
  })

  test('Tucker, both groups alike in the synthetic group', () => {
    expectLine(equateTucker(neat, 0.5).line, 1.029159, 0.537834)
  })
})

describe('lines of the R package equate 2.0.9 (Albano, 2016) on the same groups', () => {
  test('Levine, observed scores, internal anchor', () => {
    const { line, synthetic } = equateLevine(neat, { anchor: 'internal', weight: 1 })
    expectLine(line, 1.0111655, 0.2513476)
    expect(synthetic.y.mean).toBeCloseTo(16.248536, 5)
    expect(synthetic.y.standardDeviation).toBeCloseTo(6.602707, 5)
    expectLine(equateLevine(neat, { anchor: 'internal', weight: 0.5 }).line, 1.0109854, 0.2513844)
  })

  test('Levine, observed scores, external anchor', () => {
    expectLine(equateLevine(neat, { anchor: 'external', weight: 1 }).line, 1.0168285, 0.3257473)
    expectLine(equateLevine(neat, { anchor: 'external', weight: 0.5 }).line, 1.0168079, 0.3257258)
  })

  test('Levine, true scores', () => {
    expectLine(equateLevineTrueScores(neat, 'internal'), 1.0086442, 0.2912371)
    expectLine(equateLevineTrueScores(neat, 'external'), 1.0164944, 0.3310329)
  })

  test('chained linear', () => {
    expectLine(chainThroughAnchor(neat), 1.0212717, 0.3936798)
  })
})
