import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/domain/kernel/seeded-random.ts'
import { bootstrapErrors, resampleFrequencies } from '../../src/domain/measurement/equating/bootstrap.ts'
import { applyCircleArc, fitCircleArc } from '../../src/domain/measurement/equating/circle-arc.ts'
import {
  equateByRank,
  equipercentileStandardError,
} from '../../src/domain/measurement/equating/equipercentile.ts'
import { applyLine } from '../../src/domain/measurement/equating/line.ts'
import { smoothLogLinearly } from '../../src/domain/measurement/equating/log-linear.ts'
import {
  equateLinearly,
  equateMeans,
  linearStandardError,
} from '../../src/domain/measurement/equating/random-groups.ts'
import { momentsOf } from '../../src/domain/measurement/equating/score-frequencies.ts'
import { actX, actY } from './kolen-brennan.fixture.ts'

const x = momentsOf(actX)
const y = momentsOf(actY)

describe('ACT Mathematics, Kolen and Brennan (2004), chapter 2', () => {
  test('moments of both forms', () => {
    expect([x.n, y.n]).toEqual([4329, 4152])
    for (const [moments, mean, sd, skewness, kurtosis] of [
      [x, 19.8524, 8.2126, 0.3751, 2.3014],
      [y, 18.9798, 8.9404, 0.3526, 2.1453],
    ] as const) {
      expect(moments.mean).toBeCloseTo(mean, 4)
      expect(moments.standardDeviation).toBeCloseTo(sd, 4)
      expect(moments.skewness).toBeCloseTo(skewness, 4)
      expect(moments.kurtosis).toBeCloseTo(kurtosis, 4)
    }
  })

  test('mean equating', () => {
    expect(equateMeans(x, y).intercept).toBeCloseTo(-0.87262, 5)
  })

  test('linear equating, with its standard error', () => {
    const line = equateLinearly(x, y)
    expect(line.slope).toBeCloseTo(1.0886215, 7)
    expect(line.intercept).toBeCloseTo(-2.6319708, 6)
    expect(applyLine(line, 20)).toBeCloseTo(19.1405, 4)
    expect(linearStandardError(20, x, y)).toBeCloseTo(0.1948, 4)
  })

  test.each([
    [0, -0.5],
    [5, 3.6205],
    [10, 8.1607],
    [15, 13.3929],
    [20, 19.1647],
    [25, 25.0292],
    [30, 30.1305],
    [35, 35.1016],
    [40, 39.9006],
  ])('equipercentile, unsmoothed: %i is %f', (score, expected) => {
    expect(equateByRank(score, actX, actY)).toBeCloseTo(expected, 4)
  })

  test.each([
    [1, 0.8306],
    [10, 0.1731],
    [20, 0.2947],
    [30, 0.2896],
    [40, 0.2787],
  ])('standard error of the equipercentile equivalent of %i', (score, expected) => {
    expect(equipercentileStandardError(score, actX, actY)).toBeCloseTo(expected, 4)
  })
})

describe('standard errors against samples drawn anew', () => {
  test('the equipercentile error is right where scores are many, and errs upwards', () => {
    const random = seededRandom('equipercentile')
    const sample = () => {
      const [drawnX, drawnY] = [resampleFrequencies(actX, random), resampleFrequencies(actY, random)]
      return (score: number) => equateByRank(score, drawnX, drawnY)
    }
    const scores = [10, 20, 30]
    const drawn = bootstrapErrors(sample, { scores, replications: 400 })
    scores.forEach((score, index) => {
      const formula = equipercentileStandardError(score, actX, actY)
      expect(drawn[index]! / formula).toBeGreaterThan(0.85)
      expect(drawn[index]! / formula).toBeLessThan(1.08)
    })
  })
})

describe('values of the R package equate 2.0.9 (Albano, 2016) on the same data', () => {
  test.each([
    [2, [-0.2597, 0.2896, 3.2333, 8.0669, 19.0414, 30.2523, 39.332, 40.1336]],
    [3, [-0.3617, 0.012, 2.9652, 8.1167, 19.1684, 30.2462, 39.1441, 40.0493]],
    [4, [-0.4284, -0.1142, 3.3538, 8.2697, 19.1126, 30.2845, 38.8992, 39.939]],
    [6, [-0.4384, 0.1239, 3.6573, 8.2143, 19.2469, 30.1729, 39.0463, 40.0202]],
  ])('log-linear smoothing of degree %i before equipercentile equating', (degree, expected) => {
    const [smoothX, smoothY] = [smoothLogLinearly(actX, degree), smoothLogLinearly(actY, degree)]
    const scores = [0, 1, 5, 10, 20, 30, 39, 40]
    scores.forEach((score, index) => {
      const equated = equateByRank(score, smoothX.frequencies, smoothY.frequencies)
      expect(equated).toBeCloseTo(expected[index] as number, 4)
    })
  })

  test('smoothed counts of degree 6', () => {
    const { counts } = smoothLogLinearly(actX, 6).frequencies
    const expected = [0.0216619, 0.1761514, 0.9498253, 3.6325753, 10.4475404]
    expected.forEach((count, score) => {
      expect(counts[score]).toBeCloseTo(count, 6)
    })
  })

  test.each([
    ['simplified', [0.9147683, 4.61779812, 9.34518664, 19.12733049, 29.34518664, 38.9147683]],
    ['symmetric', [0.91820823, 4.62999353, 9.3591115, 19.12704959, 29.33052815, 38.91112613]],
  ] as const)('%s circle arc', (kind, expected) => {
    const middle = { x: x.mean, y: y.mean }
    const arc = fitCircleArc({ low: { x: 0, y: 0 }, middle, high: { x: 40, y: 40 } }, kind)
    const scores = [1, 5, 10, 20, 30, 39]
    scores.forEach((score, index) => {
      expect(applyCircleArc(arc, score)).toBeCloseTo(expected[index] as number, 6)
    })
  })
})
