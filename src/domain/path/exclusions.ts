import { languageName } from '../catalogue/languages.ts'
import { nearestLiving } from '../catalogue/nearest.ts'
import type { Certification } from '../catalogue/types.ts'
import { addDays } from '../kernel/calendar-date.ts'
import { isOpen } from './extend-label.ts'
import type { Optimum } from './optimise.ts'
import { type Planning, solve, worthObjective } from './planning.ts'
import type { Candidate, Closed, Problem } from './problem.ts'
import type { Excluded } from './route.ts'
import { isRole } from './vocabulary.ts'
import { counted, dollars, duration, namesOf, plain } from './words.ts'

/** What is left out, and what it took to find out why. */
export type Exclusions = { readonly excluded: readonly Excluded[]; readonly statesExplored: number }

type Said = { readonly reason: string; readonly consider: readonly string[] }

const livingNear = ({ catalogue, asOf }: Planning, id: string): readonly string[] =>
  nearestLiving(catalogue, id, asOf).map((route) => route.id)

function heldReason({
  certification,
  expiresOn,
  sameVersionFrom,
}: Extract<Closed['why'], { kind: 'held' }>['held']): string {
  return `You hold it until ${expiresOn}; the version you passed may be sat again from ${sameVersionFrom}, and a renewal counts most in the last year. ${certification.renewedBy.length > 0 ? '' : 'It cannot be renewed. '}`.trim()
}

/** What could be on the route and asks for no technical work. */
const nonTechnical = ({ model, problem }: Planning): readonly string[] =>
  problem.candidates
    .map(({ certification }) => certification.id)
    .filter((id) => model.certifications[id]?.technical === false)

/** Candidates that share skills with a certification. */
function nearInSkill({ model, problem }: Planning, id: string): readonly string[] {
  const knows = model.sharedSkills.filter(({ helps }) => helps === id).map((skill) => skill.knows)
  return problem.candidates
    .map(({ certification }) => certification.id)
    .filter((candidate) => knows.includes(candidate))
}

function technicalReason({ model, profile }: Planning): string {
  const { role, direction } = profile
  const towards = isRole(direction) ? model.roles[direction].name : model.fields[direction].name
  return `It asks for hands-on technical work. Neither your role (${model.roles[role].name}) nor your direction (${towards}) brings it, with ${counted(profile.awsYears, 'year')} on AWS.`
}

/** Why a certification was no candidate at all. */
function closedSaid(planning: Planning, { certification, why }: Closed): Said {
  const { catalogue, profile } = planning
  const near = livingNear(planning, certification.id)
  switch (why.kind) {
    case 'avoided':
      return { reason: 'You asked to leave it out.', consider: [] }
    case 'held':
      return { reason: heldReason(why.held), consider: [] }
    case 'covered':
      return {
        reason: `${namesOf(catalogue, [why.by.certification.id])}, which you hold, says more and renews it.`,
        consider: [],
      }
    case 'not-technical':
      return { reason: technicalReason(planning), consider: nonTechnical(planning) }
    case 'language':
      return {
        reason: `It cannot be sat in ${languageName(profile.language)} from ${profile.startDate} on. It can in another language.`,
        consider: near,
      }
    case 'beta-only':
      return {
        reason:
          'Only a beta form can be sat: one attempt, and the result may take up to 90 days. A route is not built on it unless you ask for it.',
        consider: nearInSkill(planning, certification.id),
      }
    case 'over':
      return {
        reason: `It is retired${why.lastDay === null ? '' : `: the last exam day was ${why.lastDay}`}. One already held stays valid until its own expiry.`,
        consider: near,
      }
  }
}

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

/** Why a candidate cannot be passed at all: a date, the deadline, the budget, or what must come before it. */
function impossibleSaid(planning: Planning, candidate: Candidate): Said {
  const { catalogue, model, problem, profile } = planning
  const { id } = candidate.certification
  const free = unlimited(problem)
  if (canBe(planning, { ...free, deadline: problem.deadline }, candidate)) {
    const fee = dollars(Math.min(...candidate.windows.map(({ feeUsd }) => feeUsd)))
    return {
      reason: `It does not fit your budget of ${dollars(problem.budgetUsd)}: its fee is ${fee}.`,
      consider: [],
    }
  }
  if (canBe(planning, free, candidate)) {
    const day = date(planning, soonest(planning, candidate))
    return {
      reason: `It does not fit before your deadline on ${profile.deadline}: at ${plain(profile.hoursPerWeek)} h a week nine in ten like you would have passed it by ${day} at the earliest.`,
      consider: [],
    }
  }
  const lastDay = Math.max(...candidate.windows.map(({ closesOn }) => closesOn))
  const foundation = model.certifications[id]?.foundation
  if (!isOpen(candidate, 0) && foundation) {
    return {
      reason: `It needs a foundation first: ${plain(foundation.awsYears)} years on AWS, or one of ${namesOf(catalogue, foundation.anyOf)}. After that it could no longer be passed in time. ${foundation.reason}`,
      consider: livingNear(planning, id).length > 0 ? livingNear(planning, id) : foundation.anyOf.slice(0, 1),
    }
  }
  return {
    reason: `Its last exam day is ${date(planning, lastDay)}. At ${plain(profile.hoursPerWeek)} h a week nine in ten like you would have passed it by ${date(planning, soonest(planning, candidate))} only, so it is not booked.`,
    consider: livingNear(planning, id),
  }
}

function worthInWords({ model }: Planning, { worth, renewals, kind }: Candidate): string {
  if (kind === 'renewal')
    return `Renewing it is worth ${plain(renewals.reduce((sum, { points }) => sum + points, 0))} points to you`
  const parts = [
    worth.role === null ? null : `role ${plain(worth.role.value)}`,
    worth.direction === null ? null : `direction ${plain(worth.direction.value)}`,
    worth.stackPoints === 0 ? null : `stack ${plain(worth.stackPoints)}`,
  ].filter((part) => part !== null)
  const split = parts.length === 0 ? 'neither role, direction nor stack asks for it' : parts.join(', ')
  const outgrown =
    worth.outgrownFactor === 1
      ? ''
      : `, of which your years on AWS leave ${plain(worth.outgrownFactor * 100)} %`
  return `It is worth ${plain(worth.points)} points to you (${split}${outgrown}; a full fit is about ${fullFit(model)})`
}

const fullFit = (model: Planning['model']): number => 90 + model.worth.stack.value

/** Certifications of the route that make a candidate superfluous, else what stands near it. */
function instead(planning: Planning, best: Optimum, candidate: Candidate): readonly string[] {
  const covering = best.steps.filter(({ candidate: other }) => (candidate.coveredBy & other.bit) !== 0)
  return covering.length > 0
    ? covering.map(({ candidate: other }) => other.certification.id)
    : livingNear(planning, candidate.certification.id)
}

/** The best route, and the best one that has a certification in it. */
type Routes = { readonly best: Optimum; readonly forced: Optimum }

/** What else changes on the best route that has the candidate in it. */
function changes({ catalogue }: Planning, candidate: Candidate, { best, forced }: Routes): string {
  const has = (route: Optimum, bit: number): boolean => route.steps.some((step) => step.candidate.bit === bit)
  const ids = (from: Optimum, without: Optimum): readonly string[] =>
    from.steps
      .filter((step) => step.candidate.bit !== candidate.bit && !has(without, step.candidate.bit))
      .map((step) => step.candidate.certification.id)
  const [dropped, added] = [ids(best, forced), ids(forced, best)]
  return [
    ...(added.length > 0 ? [` It would need ${namesOf(catalogue, added)} as well.`] : []),
    ...(dropped.length > 0 ? [` It would push out ${namesOf(catalogue, dropped)}.`] : []),
  ].join('')
}

/** What renews a candidate later on the route, or says more than it. */
function coveredReason({ catalogue }: Planning, best: Optimum, { coveredBy }: Candidate): string {
  const covering = best.steps.filter(({ candidate }) => (coveredBy & candidate.bit) !== 0)
  const ids = covering.map(({ candidate }) => candidate.certification.id)
  return ids.length === 0 ? '' : ` On this route it is renewed by ${namesOf(catalogue, ids)}.`
}

/** Why a candidate that could be passed is not: it costs more than it brings. */
function costlySaid(planning: Planning, candidate: Candidate, { best, forced }: Routes): Said {
  const { outlook, window } = forced.steps.find((step) => step.candidate.bit === candidate.bit)!
  const hours = plain(outlook.expectedHours, 0)
  const time = duration((7 * outlook.expectedHours) / planning.profile.hoursPerWeek)
  const loss = plain(best.gain - forced.gain)
  const verdict =
    best.steps.length === 0
      ? `It would cost ${loss} points more than it brings.`
      : `With it the route would be worth ${loss} points less.`
  return {
    reason: `${worthInWords(planning, candidate)} and takes about ${hours} h, ${dollars(window.feeUsd)} and ${time}. ${verdict}${coveredReason(planning, best, candidate)}${changes(planning, candidate, { best, forced })}`,
    consider: instead(planning, best, candidate),
  }
}

const entry = ({ id, name }: Certification, said: Said): Excluded => ({
  certificationId: id,
  name,
  reason: said.reason,
  consider: said.consider.filter((other) => other !== id),
})

/** Retired certifications are named only where role or direction used to lead to them. */
function isOfInterest({ model, profile }: Planning, { certification, why }: Closed): boolean {
  if (why.kind !== 'over') return true
  const { direction } = profile
  const towards = isRole(direction) ? model.roles[direction] : model.fields[direction]
  return [...model.roles[profile.role].formerly, ...towards.formerly].includes(certification.id)
}

/**
 * Lists what a route leaves out, each with the reason and what to consider: what could be sat from the start on, and the
 * retired certifications that role or direction used to lead to. Every candidate left out was tried by planning with it.
 *
 * @param best the best route; one without steps when there is none
 * @example exclusionsFrom(planning, optimum).excluded.length > 0 // true
 */
export function exclusionsFrom(planning: Planning, best: Optimum): Exclusions {
  const { problem } = planning
  const onRoute = best.steps.reduce((mask, { candidate }) => mask | candidate.bit, 0)
  const left = problem.candidates
    .filter(({ bit }) => (bit & onRoute) === 0)
    .map((candidate) => {
      const forced = solve(planning, { ...worthObjective(problem), required: candidate.bit })
      const said =
        forced === null
          ? impossibleSaid(planning, candidate)
          : costlySaid(planning, candidate, { best, forced })
      return { entry: entry(candidate.certification, said), states: forced?.statesExplored ?? 0 }
    })
  const closed = (isOver: boolean): readonly Excluded[] =>
    problem.closed
      .filter((one) => (one.why.kind === 'over') === isOver && isOfInterest(planning, one))
      .map((one) => entry(one.certification, closedSaid(planning, one)))
  return {
    excluded: [...closed(true), ...left.map((one) => one.entry), ...closed(false)],
    statesExplored: left.reduce((sum, { states }) => sum + states, 0),
  }
}
