import { daysBetween } from '../kernel/calendar-date.ts'
import { candidateOf } from './candidate.ts'
import type { Problem } from './problem.ts'
import { ladderOf } from './sittings.ts'
import { type ProblemInput, type Setting, settingOf, sortOut } from './sort-out.ts'

function laddersOf({ model, profile }: Setting): Problem['ladders'] {
  const floor = profile.passProbabilityFloor
  const steps = model.passProbabilities.map(({ value }) => value).filter((value) => value > floor)
  return [floor, ...steps].map(ladderOf)
}

/** The days of the calendar on which a route may end and vouchers count. */
function limitsOf({
  model,
  profile,
}: Setting): Pick<Problem, 'deadline' | 'budgetUsd' | 'vouchers' | 'earnedVoucher'> {
  const { voucherPercent, voucherLagDays, voucherValidityDays } = model.calendar
  return {
    deadline:
      profile.deadline === null ? Number.POSITIVE_INFINITY : daysBetween(profile.startDate, profile.deadline),
    budgetUsd: profile.budgetUsd ?? Number.POSITIVE_INFINITY,
    vouchers: profile.vouchers.map(({ percent, expiresOn }, index) => ({
      bit: 1 << index,
      percent,
      expiresOn: daysBetween(profile.startDate, expiresOn),
    })),
    earnedVoucher: {
      percent: voucherPercent.value,
      lagDays: voucherLagDays.value,
      validityDays: voucherValidityDays.value,
    },
  }
}

/**
 * Turns catalogue, model and profile into the numbers that the optimiser works on.
 *
 * @example compileProblem({ catalogue, model, profile }).candidates.length // 12
 */
export function compileProblem(input: ProblemInput): Problem {
  const setting = settingOf(input)
  const { opened, closed } = sortOut(setting)
  const { hour, usd, week } = input.model.costs
  return {
    profile: input.profile,
    candidates: opened.map((_, index) => candidateOf(setting, opened, index)),
    closed,
    held: setting.held,
    ladders: laddersOf(setting),
    costs: { hour: hour.value, usd: usd.value, week: week.value },
    ...limitsOf(setting),
  }
}
