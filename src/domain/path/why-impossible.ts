import { addDays } from '../kernel/calendar-date.ts'
import { isOpen } from './extend-label.ts'
import { type Planning, solve, worthObjective } from './planning.ts'
import type { Candidate, Problem } from './problem.ts'
import type { Foundation } from './route-model.ts'
import { livingNear, type Said } from './why-closed.ts'
import { counted, dollars, namesOf, plain } from './words.ts'

/** The earliest day by which nine in ten would have passed it as the first leg, in days from the start. */
function soonest({ outlooksAt }: Planning, candidate: Candidate): number {
  const days = Math.min(...outlooksAt(candidate, 0).map((outlook) => outlook.days.p90))
  return Math.ceil(Math.max(days, Math.min(...candidate.windows.map(({ opensOn }) => opensOn))))
}

const date = ({ profile }: Planning, day: number): string => addDays(profile.startDate, day)

const unlimited = (problem: Problem): Problem => ({
  ...problem,
  deadline: Number.POSITIVE_INFINITY,
  budgetUsd: Number.POSITIVE_INFINITY,
})

function canBe(planning: Planning, problem: Problem, { bit }: Candidate): boolean {
  return solve({ ...planning, problem }, { ...worthObjective(problem), required: bit }) !== null
}

function budgetSaid({ problem }: Planning, candidate: Candidate): Said {
  const fee = dollars(Math.min(...candidate.windows.map(({ feeUsd }) => feeUsd)))
  const before = isOpen(candidate, 0) ? '' : ', and what must come before it costs too'
  return {
    reason: `It does not fit your budget of ${dollars(problem.budgetUsd)}: its fee is ${fee}${before}.`,
    consider: [],
  }
}

function deadlineSaid(planning: Planning, candidate: Candidate): Said {
  const { hoursPerWeek, deadline } = planning.profile
  const day = date(planning, soonest(planning, candidate))
  const first = isOpen(candidate, 0) ? '' : ', and something must come before it'
  return {
    reason: `It does not fit before your deadline on ${deadline}: at ${plain(hoursPerWeek)} h a week nine in ten like you would have passed it by ${day} at the earliest${first}.`,
    consider: [],
  }
}

function foundationSaid(planning: Planning, candidate: Candidate, foundation: Foundation): Said {
  const near = livingNear(planning, candidate.certification.id)
  const years = counted(foundation.awsYears, 'year')
  const so =
    candidate.openedBy === 0
      ? 'None of these can be on this route.'
      : 'After that it could no longer be passed in time.'
  return {
    reason: `It needs a foundation first: ${years} on AWS, or one of ${namesOf(planning.catalogue, foundation.anyOf)}. ${so} ${foundation.reason}`,
    consider: near.length > 0 ? near : foundation.anyOf.slice(0, 1),
  }
}

function windowSaid(planning: Planning, candidate: Candidate): Said {
  const lastDay = Math.max(...candidate.windows.map(({ closesOn }) => closesOn))
  return {
    reason: `Its last exam day is ${date(planning, lastDay)}. At ${plain(planning.profile.hoursPerWeek)} h a week nine in ten like you would have passed it by ${date(planning, soonest(planning, candidate))} only, so it is not booked.`,
    consider: livingNear(planning, candidate.certification.id),
  }
}

/**
 * Says why a candidate cannot be passed at all: the budget, the deadline, what must come before it, or its last day. Each is
 * found by planning without the others.
 *
 * @example whyImpossible(planning, candidate).reason // 'It does not fit your budget of US$100: its fee is US$150.'
 */
export function whyImpossible(planning: Planning, candidate: Candidate): Said {
  const { model, problem } = planning
  const free = unlimited(problem)
  if (canBe(planning, { ...free, deadline: problem.deadline }, candidate))
    return budgetSaid(planning, candidate)
  if (canBe(planning, free, candidate)) return deadlineSaid(planning, candidate)
  const foundation = model.certifications[candidate.certification.id]?.foundation
  return !isOpen(candidate, 0) && foundation
    ? foundationSaid(planning, candidate, foundation)
    : windowSaid(planning, candidate)
}
