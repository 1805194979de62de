import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { between, pick } from '../parts/draw.ts'
import { drawSetting } from '../parts/setting.ts'
import type { Limit, Plan, PlanKind, Retrier, RetryScenario } from './scenario.ts'
import { courseUnder, meetsLimits } from './solve.ts'

/** The changes of a retrier by kind, twice each, so that some of one kind go too far. */
function drawPlans(random: SeededRandom, present: Retrier): readonly Plan[] {
  const { interval, rate, attempts } = present
  const faster = [1.5, 2, 2.5, 3].filter((other) => other > rate)
  const more = (most: number): number => attempts + between(random, 1, most)
  const draw: Readonly<Record<PlanKind, () => Partial<Retrier>>> = {
    attempts: () => ({ attempts: more(5) }),
    rate: () => ({ rate: pick(random, faster) }),
    interval: () => ({ interval: interval * pick(random, [2, 3, 4, 5, 8, 10]) }),
    capped: () => ({ attempts: more(7), longest: interval * pick(random, [3, 4, 5, 6, 8]) }),
    steady: () => ({ rate: 1, interval: pick(random, [10, 15, 20, 25, 30, 40, 45]) }),
    steeper: () => ({ attempts: more(2), rate: pick(random, faster) }),
  }
  return (Object.keys(draw) as PlanKind[]).flatMap((kind) =>
    ['a', 'b'].map((letter) => ({ id: `${kind}-${letter}`, kind, retrier: { ...present, ...draw[kind]() } })),
  )
}

/** A number of seconds that people would name: a multiple of 5, from 120 of 30. */
const named = (seconds: number, round: (value: number) => number): number => {
  const step = seconds < 120 ? 5 : 30
  return round(seconds / step) * step
}

/** Draws a task, plans for it, and requirements that one of the plans meets. */
export function sampleRetry(random: SeededRandom): RetryScenario {
  const present: Retrier = {
    interval: pick(random, [1, 2, 2, 3, 4, 5]),
    rate: pick(random, [1.5, 2, 2]),
    attempts: between(random, 2, 4),
    longest: null,
  }
  const plans = drawPlans(random, present)
  const fitting = pick(random, plans)
  const open = {
    setting: drawSetting(random),
    rendering: random.integer(5),
    style: random.integer(2),
    present,
    work: between(random, 2, 9),
    plans,
    lost: between(random, 41, 880),
    outage: 0,
    limit: { name: 'calls', most: 0 } as Limit,
  }
  const course = courseUnder(fitting.retrier, open)
  const limits: readonly Limit[] = [
    { name: 'deadline', most: named(course.givesUp * 1.04, Math.ceil) },
    { name: 'deadline', most: named(course.givesUp * 1.04, Math.ceil) },
    { name: 'calls', most: course.calls },
    { name: 'gap', most: named(course.longestGap, Math.ceil) },
  ]
  const asked = { ...open, outage: named(course.lastStart * 0.97, Math.floor), limit: pick(random, limits) }
  return { ...asked, plans: plans.filter((plan) => plan === fitting || stands(plan, asked)) }
}

/** Seconds around the end of an outage in which a call might succeed or not. */
const uncertain = 3

/** Whether a plan can stand beside the fitting one: it misses a requirement, and clearly. */
function stands(plan: Plan, scenario: RetryScenario): boolean {
  const course = courseUnder(plan.retrier, scenario)
  const isUnclear = Math.abs(course.lastStart - scenario.outage) < uncertain
  return !(isUnclear || meetsLimits(course, scenario))
}

/** False for outages that nobody would write about, and where the present retrier would do. */
export function isRealistic(scenario: RetryScenario): boolean {
  const { outage, limit, present } = scenario
  const isSensible =
    outage >= 20 && outage <= 600 && limit.most >= 3 && !(limit.name === 'gap' && limit.most > 60)
  return isSensible && courseUnder(present, scenario).givesUp < outage
}
