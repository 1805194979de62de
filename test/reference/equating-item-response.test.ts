import { describe, expect, test } from 'vitest'
import { equateObservedScores, equateTrueScore } from '../../src/domain/measurement/equating/item-response.ts'
import { linkParameters } from '../../src/domain/measurement/linking/scale-link.ts'
import { formX, formY } from './kolen-brennan.fixture.ts'

/** The mean/sigma link of the book: common items but the drifted one. */
const linkedX = formX.map((item) => linkParameters(item, { slope: 1.17607364, intercept: -0.50418817 }))

/** Abilities of the group that took X, on the scale of Y, as the book's ten posterior nodes. */
const population = {
  nodes: Float64Array.of(-5.2086, -4.163, -3.1175, -2.072, -1.0269, 0.0184, 1.0635, 2.109, 3.1546, 4.2001),
  weights: Float64Array.of(
    0.000101,
    0.00276,
    0.03021,
    0.142,
    0.3149,
    0.3158,
    0.1542,
    0.03596,
    0.003925,
    0.000186,
  ),
}

describe('Kolen and Brennan (2004), chapter 6, as run by the R package plink 1.5-1', () => {
  test.each([
    [0, 0],
    [1, 0.888],
    [6, 5.3281],
    [7, 6.1341],
    [8, 7.1866],
    [14, 14.283],
    [20, 20.9821],
    [27, 28.4156],
    [35, 35.5757],
    [36, 36],
  ])('true-score equating of raw score %i is %f', (raw, expected) => {
    expect(equateTrueScore(raw, linkedX, formY)).toBeCloseTo(expected, 4)
  })

  test.each([
    [1, 0.618],
    [6, 5.505],
    [14, 14.1972],
    [20, 20.7394],
    [27, 28.3243],
    [35, 35.8531],
    [36, 36.3905],
  ])('observed-score equating of raw score %i is %f', (raw, expected) => {
    expect(equateObservedScores(linkedX, formY, population)[raw]).toBeCloseTo(expected, 4)
  })
})
