import type { OutlooksAt } from './outlooks.ts'
import type { Candidate, Objective, Problem, SittingWindow } from './problem.ts'
import type { Outlook } from './sittings.ts'

/** A way to take a certification next: how well to prepare, and in which window to sit. */
export type Offer = { readonly outlook: Outlook; readonly window: SittingWindow }

type Prices = { readonly objective: Objective; readonly feeUsd: number }

/** True when one preparation costs no more than another at a fee, lasts no longer and ends no later. */
function isNoWorse(one: Outlook, other: Outlook, { objective, feeUsd }: Prices): boolean {
  const cost = ({ expectedHours, expectedSittings }: Outlook): number =>
    objective.hour * expectedHours + objective.usd * feeUsd * expectedSittings
  return cost(one) <= cost(other) && one.expectedDays <= other.expectedDays && one.days.p90 <= other.days.p90
}

/** Of equals, the first is kept. */
function worthTrying(outlooks: readonly Outlook[], prices: Prices): readonly Outlook[] {
  return outlooks.filter((outlook, index) =>
    outlooks.every(
      (other, at) =>
        at === index ||
        !isNoWorse(other, outlook, prices) ||
        (at > index && isNoWorse(outlook, other, prices)),
    ),
  )
}

/**
 * Makes the table of offers under an objective: for a candidate after the certifications of a mask, every window with every
 * preparation that no other one beats in cost, expected days and latest days at once.
 *
 * @example offerTable(problem, objective, outlookTable(problem))(problem.candidates[0]!, 0).length > 0 // true
 */
export function offerTable(
  problem: Problem,
  objective: Objective,
  outlooksAt: OutlooksAt,
): (candidate: Candidate, mask: number) => readonly Offer[] {
  const known = problem.candidates.map(() => new Map<number, readonly Offer[]>())
  return (candidate, mask) => {
    const helping = mask & candidate.helpersMask
    const table = known[31 - Math.clz32(candidate.bit)]!
    const found = table.get(helping)
    if (found !== undefined) return found
    const made = candidate.windows.flatMap((window) =>
      worthTrying(outlooksAt(candidate, helping), { objective, feeUsd: window.feeUsd }).map((outlook) => ({
        outlook,
        window,
      })),
    )
    table.set(helping, made)
    return made
  }
}
