import { describe, expect, test } from 'vitest'
import { seededRandom } from '../kernel/seeded-random.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { ladderOf, type Outlook, outlookOf, type Preparation } from './sittings.ts'

const preparation: Preparation = {
  medianHours: 100,
  sigma: 0.5,
  hoursPerWeek: 10,
  paceSigma: 0.1,
  retakeWaitDays: 14,
}

/** One candidate's way: one latent Z decides how many sittings are needed and how fast the weeks go. */
function walkOnce(z: number, p: number, how: Preparation): { hours: number; days: number; sittings: number } {
  let [failed, day] = [1, 0]
  for (let sittings = 1; ; sittings++) {
    failed *= 1 - p
    const mark = normalQuantile(1 - failed)
    const hours = how.medianHours * Math.exp(how.sigma * mark)
    const studied = (7 * hours) / how.hoursPerWeek
    day = sittings === 1 ? studied : Math.max(studied, day + how.retakeWaitDays)
    if (z <= mark) return { hours, days: day * Math.exp(how.paceSigma * z), sittings }
  }
}

function simulate(p: number, how: Preparation): { mean: Outlook; sorted: readonly number[] } {
  const random = seededRandom(`sittings ${p}`)
  const ways = Array.from({ length: 60_000 }, () => walkOnce(normalQuantile(random.next() || 0.5), p, how))
  const mean = (value: (way: (typeof ways)[number]) => number): number =>
    ways.reduce((sum, way) => sum + value(way), 0) / ways.length
  return {
    mean: {
      expectedHours: mean(({ hours }) => hours),
      expectedDays: mean(({ days }) => days),
      expectedSittings: mean(({ sittings }) => sittings),
    } as Outlook,
    sorted: ways.map(({ days }) => days).sort((one, other) => one - other),
  }
}

describe('hours planned for a P(pass)', () => {
  test.each([0.5, 0.7, 0.8, 0.95])('make a share of %d ready by the lognormal of hours', (p) => {
    const { plannedHours } = outlookOf(preparation, ladderOf(p))
    expect(normalCdf(Math.log(plannedHours / 100) / 0.5)).toBeCloseTo(p, 12)
  })

  test('grow with it', () => {
    const hours = [0.5, 0.6, 0.8, 0.9, 0.99].map((p) => outlookOf(preparation, ladderOf(p)).plannedHours)
    expect(hours).toEqual([...hours].sort((one, other) => one - other))
  })
})

describe('the ladder of sittings', () => {
  test.each([0.5, 0.8, 0.95, 0.999])(
    'the chances at P(pass) %d add to 1, each sitting p of what is left',
    (p) => {
      const { chances } = ladderOf(p)
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
      expect(chances[1]! / chances[0]!).toBeCloseTo(1 - p, 6)
    },
  )

  test.each([0.49, 1, Number.NaN])('%d is no P(pass) of a ladder', (p) => {
    expect(() => ladderOf(p)).toThrow(RangeError)
  })
})

describe('the outlook of a certification', () => {
  test.each([0.6, 0.8, 0.9])('expectations at P(pass) %d agree with simulated candidates', (p) => {
    const outlook = outlookOf(preparation, ladderOf(p))
    const { mean } = simulate(p, preparation)
    expect(outlook.expectedHours / mean.expectedHours).toBeCloseTo(1, 1.7)
    expect(outlook.expectedDays / mean.expectedDays).toBeCloseTo(1, 1.7)
    expect(outlook.expectedSittings / mean.expectedSittings).toBeCloseTo(1, 1.7)
  })

  test.each([0.6, 0.8, 0.9])('days by quantile at P(pass) %d agree with simulated candidates', (p) => {
    const { days } = outlookOf(preparation, ladderOf(p))
    const { sorted } = simulate(p, preparation)
    const at = (share: number): number => sorted[Math.floor(share * sorted.length)]!
    expect(days.p10 / at(0.1)).toBeCloseTo(1, 1.7)
    expect(days.p50 / at(0.5)).toBeCloseTo(1, 1.7)
    if (p !== 0.9) expect(days.p90 / at(0.9)).toBeCloseTo(1, 1.7)
  })

  test('hours until ready are the quantiles of the lognormal', () => {
    const { hours } = outlookOf(preparation, ladderOf(0.8))
    expect(hours.p10).toBeCloseTo(100 * Math.exp(-0.5 * 1.2815515655), 6)
    expect(hours.p50).toBeCloseTo(100, 12)
    expect(hours.p90).toBeCloseTo(100 * Math.exp(0.5 * 1.2815515655), 6)
  })

  test('a second sitting comes 14 days after the first at the earliest, also for who studies much', () => {
    const quick = outlookOf({ ...preparation, hoursPerWeek: 1000, paceSigma: 0 }, ladderOf(0.8))
    expect(quick.days.p90 - quick.days.p50).toBeCloseTo(14, 9)
  })

  test('from P(pass) 0.9 on, nine in ten need one sitting only', () => {
    const outlook = outlookOf({ ...preparation, paceSigma: 0 }, ladderOf(0.9))
    expect(outlook.days.p90).toBe(outlook.days.p50)
  })

  test('more hours a week shorten every day count and leave the hours alone', () => {
    const [slow, fast] = [8, 16].map((hoursPerWeek) =>
      outlookOf({ ...preparation, hoursPerWeek }, ladderOf(0.8)),
    ) as [Outlook, Outlook]
    expect(fast.expectedDays).toBeLessThan(slow.expectedDays)
    expect(fast.days.p90).toBeLessThan(slow.days.p90)
    expect(fast.expectedHours).toBe(slow.expectedHours)
  })
})
