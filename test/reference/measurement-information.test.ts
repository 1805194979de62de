import { describe, expect, test } from 'vitest'
import { informationAt, testInformation } from '../../src/domain/measurement/model/information.ts'
import { expectedScore } from '../../src/domain/measurement/model/test-characteristic.ts'
import { scoreDistributionAt } from '../../src/domain/measurement/statistics/score-distribution.ts'
import { printedY } from './kolen-brennan.fixture.ts'

describe('Kolen, Brennan (2004), table 6.5, form Y with D = 1: information at theta 0', () => {
  test.each([
    [1, 0.105016],
    [7, 0.184234],
    [24, 0.205123],
    [27, 0.125002],
    [35, 0.050299],
  ])('of item %i is %f', (item, information) => {
    expect(informationAt(0, printedY[item - 1]!)).toBeCloseTo(information, 6)
  })

  test('is highest for item 24', () => {
    const informations = printedY.map((item) => informationAt(0, item))
    expect(informations.indexOf(Math.max(...informations))).toBe(23)
  })

  test('of the test is 3.744626, its expected score 18.645951', () => {
    expect(testInformation(0, printedY)).toBeCloseTo(3.744626, 6)
    expect(expectedScore(0, printedY)).toBeCloseTo(18.645951, 6)
  })

  test('the score distribution has that mean', () => {
    const mean = scoreDistributionAt(0, printedY).reduce((sum, p, score) => sum + p * score, 0)
    expect(mean).toBeCloseTo(18.645951, 6)
  })
})
