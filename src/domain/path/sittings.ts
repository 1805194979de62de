import { normalCdf, normalQuantile } from './normal.ts'

/** Sittings less likely than this in total are left out, and the rest is scaled to 1. */
const negligible = 1e-7
/** The marks are compared with a little slack, since 1 - (1 - 0.9) is not quite 0.9 in binary. */
const slack = 1e-9
const maximumSittings = 64

/** The chances of passing at the first, second, third ... sitting when each is prepared to the same P(pass). */
export type Ladder = {
  /** P(pass) of each sitting, given that it is reached; 0.5 to 0.999. */
  readonly passProbability: number
  /** Standard scores up to which each sitting's hours suffice. */
  readonly marks: readonly number[]
  /** P(passing at sitting k); adds to 1. */
  readonly chances: readonly number[]
}

const round = (values: readonly number[]): readonly number[] => {
  const total = values.reduce((sum, value) => sum + value, 0)
  return values.map((value) => value / total)
}

/**
 * The ladder of sittings for one P(pass): at sitting k the hours suffice for a share 1 - (1 - p)^k of candidates,
 * so that whoever failed before passes the next with the same probability p.
 *
 * @param passProbability p of each sitting, 0.5 to 0.999
 * @throws RangeError outside that range
 * @example ladderOf(0.8).chances.length > 3 // true
 */
export function ladderOf(passProbability: number): Ladder {
  if (!(passProbability >= 0.5 && passProbability <= 0.999)) {
    throw new RangeError(`P(pass) of a sitting lies between 0.5 and 0.999; ${passProbability} does not.`)
  }
  const count = Math.ceil(Math.log(negligible) / Math.log(1 - passProbability))
  const sittings = Array.from({ length: Math.min(Math.max(count, 2), maximumSittings) }, (_, index) => index)
  return {
    passProbability,
    marks: sittings.map((index) => normalQuantile(1 - (1 - passProbability) ** (index + 1))),
    chances: round(sittings.map((index) => passProbability * (1 - passProbability) ** index)),
  }
}

/** How a certification is prepared for and sat. Hours, days; sigmas of natural logarithms. */
export type Preparation = {
  /** Half of the candidates like this one are ready after so many hours. */
  readonly medianHours: number
  readonly sigma: number
  readonly hoursPerWeek: number
  /** Spread of the hours that a week really gives. */
  readonly paceSigma: number
  readonly retakeWaitDays: number
}

/** A number at which 10, 50 and 90 per cent of the distribution lie below. */
export type Quantiles = { readonly p10: number; readonly p50: number; readonly p90: number }

/** What preparing to one P(pass) means: hours, days and sittings until the certification is held. */
export type Outlook = {
  readonly passProbability: number
  /** Hours until ready. */
  readonly hours: Quantiles
  /** Hours h studied before the first sitting: P(pass | h) = Phi(ln(h / median) / sigma). */
  readonly plannedHours: number
  readonly expectedHours: number
  readonly expectedSittings: number
  /** Days of study, waits and further sittings until passed. */
  readonly days: Quantiles
  readonly expectedDays: number
}

const hoursAt = ({ medianHours, sigma }: Preparation, z: number): number => medianHours * Math.exp(sigma * z)

/** Days on which each sitting takes place at an even pace: study goes on through the wait after a failed one. */
function sittingDays(hours: readonly number[], preparation: Preparation): readonly number[] {
  const days: number[] = []
  for (const studied of hours) {
    const reached = (7 * studied) / preparation.hoursPerWeek
    const previous = days.at(-1)
    days.push(previous === undefined ? reached : Math.max(reached, previous + preparation.retakeWaitDays))
  }
  return days
}

/** E[days] = sum over k of day_k * integral of exp(s z) phi(z) dz between marks k-1 and k, s the pace's sigma. */
function expectDays(days: readonly number[], { marks }: Ladder, paceSigma: number): number {
  const scale = Math.exp(paceSigma ** 2 / 2)
  let below = 0
  return days.reduce((sum, day, index) => {
    const upTo = index === days.length - 1 ? 1 : normalCdf(marks[index]! - paceSigma)
    const share = upTo - below
    below = upTo
    return sum + scale * share * day
  }, 0)
}

const quantiles = (at: (probability: number) => number): Quantiles => ({
  p10: at(0.1),
  p50: at(0.5),
  p90: at(0.9),
})

/** The day by which the certification is held with a probability: the sitting that such a learner needs, at such a pace. */
function dayAt(days: readonly number[], { passProbability }: Ladder, paceSigma: number) {
  return (probability: number): number => {
    const sitting = days.findIndex(
      (_, index) => 1 - (1 - passProbability) ** (index + 1) >= probability - slack,
    )
    return days[sitting]! * Math.exp(paceSigma * normalQuantile(probability))
  }
}

/**
 * What it takes to pass when every sitting is prepared to the same P(pass).
 * One latent standard normal Z moves hours needed (median * exp(sigma Z)) and pace (exp(pace sigma Z)) together:
 * a slow learner is slow throughout, so quantiles of several certifications add.
 *
 * @param preparation hours above 0; sigmas 0 or more
 * @param ladder from `ladderOf`
 * @example outlookOf({ medianHours: 100, sigma: 0.5, hoursPerWeek: 7, paceSigma: 0, retakeWaitDays: 14 }, ladderOf(0.5)).days.p50 // 100
 */
export function outlookOf(preparation: Preparation, ladder: Ladder): Outlook {
  const { marks, chances, passProbability } = ladder
  const studied = marks.map((mark) => hoursAt(preparation, mark))
  const days = sittingDays(studied, preparation)
  return {
    passProbability,
    hours: quantiles((probability) => hoursAt(preparation, normalQuantile(probability))),
    plannedHours: studied[0]!,
    expectedHours: studied.reduce((sum, hours, index) => sum + chances[index]! * hours, 0),
    expectedSittings: 1 / passProbability,
    days: quantiles(dayAt(days, ladder, preparation.paceSigma)),
    expectedDays: expectDays(days, ladder, preparation.paceSigma),
  }
}
