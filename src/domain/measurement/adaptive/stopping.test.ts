import { describe, expect, test } from 'vitest'
import { normalQuadrature } from '../model/quadrature.ts'
import { startAbility } from './ability.ts'
import { decideStop, type StopRule } from './stopping.ts'

/** Normal posteriors: P(theta > 0) is 0.5, 0.977 and 0.841. */
const unsure = startAbility(normalQuadrature({ count: 121, sd: 0.4 }))
const sure = startAbility(normalQuadrature({ count: 121, mean: 0.8, sd: 0.4 }))
const leaning = startAbility(normalQuadrature({ count: 121, mean: -0.4, sd: 0.4 }))
const rule: StopRule = { fewest: 10, most: 50, classification: { cut: 0, confidence: 0.95 } }

describe('decideStop', () => {
  test('goes on below the fewest items, however sure', () => {
    expect(decideStop(sure, [4, 5], rule)).toBeNull()
    expect(decideStop(sure, [5, 5], rule)).toBe('classification')
  })

  test('ends at the most items, however unsure', () => {
    expect(decideStop(unsure, [24, 25], rule)).toBeNull()
    expect(decideStop(unsure, [25, 25], rule)).toBe('length')
  })

  test('classifies on either side of the cut', () => {
    const lenient = { ...rule, classification: { cut: 0, confidence: 0.8 } }
    expect(decideStop(leaning, [10], lenient)).toBe('classification')
    expect(decideStop(unsure, [10], lenient)).toBeNull()
  })

  test('a confidence that falls is met later by those nearer to the cut', () => {
    const falling = { ...rule, classification: { cut: 0, confidence: 0.95, finalConfidence: 0.75 } }
    expect(decideStop(leaning, [10], falling)).toBeNull()
    expect(decideStop(leaning, [31], falling)).toBeNull()
    expect(decideStop(leaning, [33], falling)).toBe('classification')
  })

  test('no early stop before each content area has its fewest items', () => {
    const careful = { ...rule, fewestByContent: [4, 4] }
    expect(decideStop(sure, [8, 3], careful)).toBeNull()
    expect(decideStop(sure, [7, 4], careful)).toBe('classification')
  })

  test('stops on precision where that is the rule', () => {
    const precise = { fewest: 5, most: 50, precision: 0.41 }
    expect(decideStop(unsure, [5], precise)).toBe('precision')
    expect(decideStop(unsure, [5], { ...precise, precision: 0.39 })).toBeNull()
  })
})
