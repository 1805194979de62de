import type { Certification } from '../catalogue/types.ts'
import type { Optimum } from './optimise.ts'
import { type Planning, solve, worthObjective } from './planning.ts'
import type { Closed } from './problem.ts'
import type { Excluded } from './route.ts'
import { isRole } from './vocabulary.ts'
import { type Said, whyClosed } from './why-closed.ts'
import { whyCostly } from './why-costly.ts'
import { whyImpossible } from './why-impossible.ts'
import { hasFuture } from './windows.ts'

/** What is left out, and what it took to find out why. */
export type Exclusions = { readonly excluded: readonly Excluded[]; readonly statesExplored: number }

const entry = ({ id, name }: Certification, said: Said): Excluded => ({
  certificationId: id,
  name,
  reason: said.reason,
  consider: said.consider.filter((other) => other !== id),
})

/** Certifications retired by the day of the plan are named only where role or direction used to lead to them. */
function isOfInterest({ model, profile, asOf }: Planning, { certification, why }: Closed): boolean {
  if (why.kind !== 'over' || hasFuture(certification, asOf)) return true
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
          ? whyImpossible(planning, candidate)
          : whyCostly(planning, candidate, { best, forced })
      return { entry: entry(candidate.certification, said), states: forced?.statesExplored ?? 0 }
    })
  const closed = (isOver: boolean): readonly Excluded[] =>
    problem.closed
      .filter((one) => (one.why.kind === 'over') === isOver && isOfInterest(planning, one))
      .map((one) => entry(one.certification, whyClosed(planning, one)))
  return {
    excluded: [...closed(true), ...left.map((one) => one.entry), ...closed(false)],
    statesExplored: left.reduce((sum, { states }) => sum + states, 0),
  }
}
