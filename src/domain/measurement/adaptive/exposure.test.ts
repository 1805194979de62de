import { describe, expect, test } from 'vitest'
import {
  bandOf,
  calibrateExposure,
  controlExposure,
  countSession,
  isEligible,
  noExposure,
  openExposure,
} from './exposure.ts'

const draws = Float64Array.of(0.1, 0.5, 0.9)

describe('bands of ability', () => {
  test.each([
    [-2, 0],
    [-0.5, 1],
    [0.2, 1],
    [0.5, 2],
    [3, 2],
  ])('%f is in band %i of three', (theta, band) => {
    expect(bandOf(theta, [-0.5, 0.5])).toBe(band)
  })
})

describe('isEligible', () => {
  const control = {
    borders: [0],
    probabilities: [Float64Array.of(1, 0.5, 0), Float64Array.of(0.05, 0.51, 0.95)],
  }

  test('holds the draw of a session against the probability in the candidate’s band', () => {
    const eligible = (theta: number) =>
      [0, 1, 2].filter((item) => isEligible(control, item, draws[item]!, theta))
    expect(eligible(-1)).toEqual([0])
    expect(eligible(1)).toEqual([1, 2])
  })

  test('an open control bars nothing', () => {
    expect(isEligible(openExposure(3), 2, 0.999999, 0)).toBe(true)
  })
})

describe('countSession', () => {
  test('counts in the band of the final estimate, and what was given although barred as eligible', () => {
    const control = { borders: [0], probabilities: [Float64Array.of(1, 1, 1), Float64Array.of(0, 0, 1)] }
    const counts = countSession(noExposure(3, [0]), control, { draws, administered: [0], theta: 1 })
    expect(counts.sessions).toEqual([0, 1])
    expect(counts.administered.map((row) => [...row])).toEqual([
      [0, 0, 0],
      [1, 0, 0],
    ])
    expect([...counts.eligible[1]!]).toEqual([1, 0, 1])
  })
})

describe('controlExposure', () => {
  const counts = {
    sessions: [100],
    eligible: [Float64Array.of(100, 50, 100, 100)],
    administered: [Float64Array.of(80, 20, 10, 0)],
  }

  test('gives each item the probability that brings its exposure to the highest rate, and no more than 1', () => {
    const { probabilities } = controlExposure(counts, [], { highestRate: 0.25, live: false })
    expect([...probabilities[0]!]).toEqual([0.3125, 0.625, 1, 1])
  })

  test('live, an item above its rate rests', () => {
    const { probabilities } = controlExposure(counts, [], { highestRate: 0.25, live: true })
    expect([...probabilities[0]!]).toEqual([0, 0.625, 1, 1])
  })

  test.each([0, 1.1, Number.NaN])('refuses a highest rate of %f', (highestRate) => {
    expect(() => controlExposure(counts, [], { highestRate, live: true })).toThrow(RangeError)
  })
})

describe('calibrateExposure', () => {
  test('settles where an item that everybody would get is given at the highest rate', () => {
    const simulate = ({ probabilities }: ReturnType<typeof openExposure>) => {
      const [wanted, other] = [1000 * probabilities[0]![0]!, 1000]
      return {
        sessions: [1000],
        eligible: [Float64Array.of(wanted, other)],
        administered: [Float64Array.of(wanted, 100)],
      }
    }
    const control = calibrateExposure(openExposure(2), simulate, { highestRate: 0.2, rounds: 3 })
    expect([...control.probabilities[0]!]).toEqual([0.2, 1])
  })
})
