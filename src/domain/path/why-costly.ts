import type { Optimum } from './optimise.ts'
import type { Planning } from './planning.ts'
import type { Candidate } from './problem.ts'
import { livingNear, type Said } from './why-closed.ts'
import { dollars, duration, namesOf, plain } from './words.ts'

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

/** Points of a role and a direction that fit completely. */
const personalFit = 95

const fullFit = (model: Planning['model']): number => personalFit + model.worth.stack.value

/** Certifications of the route that make a candidate superfluous, else what stands near it. */
function instead(planning: Planning, best: Optimum, candidate: Candidate): readonly string[] {
  const covering = best.steps.filter(({ candidate: other }) => (candidate.coveredBy & other.bit) !== 0)
  return covering.length > 0
    ? covering.map(({ candidate: other }) => other.certification.id)
    : livingNear(planning, candidate.certification.id)
}

/** The best route, and the best one that has a certification in it. */
export type Routes = { readonly best: Optimum; readonly forced: Optimum }

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

/**
 * Says why a candidate that could be passed is not on the route: it costs more than it brings.
 *
 * @example whyCostly(planning, candidate, { best, forced }).consider // ['devops-engineer-professional']
 */
export function whyCostly(planning: Planning, candidate: Candidate, { best, forced }: Routes): Said {
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
