import type { Candidate, HeldVoucher, Objective, Problem, SittingWindow } from './problem.ts'
import { type Ladder, type Outlook, outlookOf } from './sittings.ts'

/** What has happened so far, kept plainly: no masks, no dominance, no bounds. */
type Past = {
  readonly passed: readonly Candidate[]
  readonly gain: number
  readonly expectedDay: number
  readonly latest: number
  readonly spent: number
  readonly vouchers: readonly HeldVoucher[]
}

type Payment = {
  readonly percent: number
  readonly wait: number
  readonly until: number
  readonly uses: HeldVoucher | null
}

const nothing: Past = { passed: [], gain: 0, expectedDay: 0, latest: 0, spent: 0, vouchers: [] }

const has = (passed: readonly Candidate[], mask: number): boolean =>
  mask === -1 || passed.some(({ bit }) => (bit & mask) !== 0)

function preparedFor(candidate: Candidate, { passed }: Past, ladder: Ladder): Outlook {
  const known = [...candidate.heldHelpers, ...candidate.helpers.filter(({ bit }) => has(passed, bit))]
  const left = known.reduce((share, helper) => share * (1 - helper.share), 1)
  const share = Math.max(candidate.leastShare, left)
  return outlookOf(
    { ...candidate.preparation, medianHours: candidate.preparation.medianHours * share },
    ladder,
  )
}

function payments({ passed, latest, vouchers }: Past, { earnedVoucher }: Problem): readonly Payment[] {
  const held = vouchers.map((voucher) => ({
    percent: voucher.percent,
    wait: 0,
    until: voucher.expiresOn,
    uses: voucher,
  }))
  const full = { percent: 0, wait: 0, until: Number.POSITIVE_INFINITY, uses: null }
  if (passed.length === 0) return [full, ...held]
  const { percent, lagDays, validityDays } = earnedVoucher
  return [full, ...held, { percent, wait: lagDays, until: latest + validityDays, uses: null }]
}

function ownPoints(candidate: Candidate, { passed }: Past): number {
  if (passed.some(({ bit }) => (bit & candidate.coveredBy) !== 0)) return 0
  const beside = candidate.higher === -1 || passed.some(({ bit }) => (bit & candidate.higher) !== 0)
  return candidate.ownPoints * (beside ? candidate.besideHigherFactor : 1)
}

type Leg = {
  readonly candidate: Candidate
  readonly window: SittingWindow
  readonly outlook: Outlook
  readonly payment: Payment
}

function take(past: Past, leg: Leg, problem: Problem, objective: Objective): Past | null {
  const { candidate, window, outlook, payment } = leg
  const expectedDay = Math.max(
    past.expectedDay + Math.max(outlook.expectedDays, payment.wait),
    window.opensOn,
  )
  const latest = Math.max(
    Math.ceil(past.latest + outlook.days.p90 - 1e-9),
    past.latest + payment.wait,
    window.opensOn,
  )
  const fee = (window.feeUsd * (100 - payment.percent)) / 100
  const spent = past.spent + fee
  if (latest > window.closesOn || latest > problem.deadline || latest > payment.until) return null
  if (spent > problem.budgetUsd) return null
  const own = ownPoints(candidate, past)
  const renewed = candidate.renewals
    .filter(({ by, expiresOn }) => !past.passed.some(({ bit }) => (bit & by) !== 0) && latest <= expiresOn)
    .reduce((sum, { points }) => sum + points, 0)
  const worth = objective.worth * (own + candidate.wantedPoints + renewed)
  const fees = fee + window.feeUsd * (1 / outlook.passProbability - 1)
  const weeks = expectedDay / 7
  const waitedFor = candidate.wanted ? 100 : own
  const cost =
    objective.hour * outlook.expectedHours +
    objective.usd * fees +
    (objective.week * weeks * waitedFor) / 100 +
    (objective.routeWeek * (expectedDay - past.expectedDay)) / 7
  return {
    passed: [...past.passed, candidate],
    gain: past.gain + worth - cost,
    expectedDay,
    latest,
    spent,
    vouchers: past.vouchers.filter((voucher) => voucher !== payment.uses),
  }
}

/**
 * The best gain of a problem by trying every ordered choice of candidates, windows, preparations and payments.
 * Null where no order contains what is required. For instances of five candidates at most.
 */
export function bestByEnumeration(problem: Problem, objective: Objective): number | null {
  const search = (past: Past): number | null => {
    const complete = problem.candidates.every(
      (candidate) => (candidate.bit & objective.required) === 0 || past.passed.includes(candidate),
    )
    let best = complete ? past.gain : null
    for (const candidate of problem.candidates) {
      if (past.passed.includes(candidate) || !has(past.passed, candidate.openedBy)) continue
      for (const ladder of problem.ladders) {
        const outlook = preparedFor(candidate, past, ladder)
        for (const window of candidate.windows) {
          for (const payment of payments(past, problem)) {
            const next = take(past, { candidate, window, outlook, payment }, problem, objective)
            const found = next === null ? null : search(next)
            if (found !== null && (best === null || found > best)) best = found
          }
        }
      }
    }
    return best
  }
  return search({ ...nothing, vouchers: problem.vouchers })
}
