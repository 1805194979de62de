import { languageName } from '../catalogue/languages.ts'
import { nearestLiving } from '../catalogue/nearest.ts'
import type { Planning } from './planning.ts'
import type { Closed } from './problem.ts'
import { isRole } from './vocabulary.ts'
import { counted, namesOf } from './words.ts'

/** Why a certification is not on a route, and what to consider in its place. */
export type Said = { readonly reason: string; readonly consider: readonly string[] }

/** What can still be earned near a certification. */
export const livingNear = ({ catalogue, asOf }: Planning, id: string): readonly string[] =>
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

function overReason({ asOf, profile }: Planning, lastDay: string | null): string {
  const stays = 'One already held stays valid until its own expiry.'
  if (lastDay === null) return `It is retired. ${stays}`
  return lastDay < asOf
    ? `It is retired: the last exam day was ${lastDay}. ${stays}`
    : `Its last exam day is ${lastDay}, before your start on ${profile.startDate}. ${stays}`
}

/**
 * Says why a certification was no candidate at all.
 *
 * @example whyClosed(planning, { certification, why: { kind: 'avoided' } }).reason // 'You asked to leave it out.'
 */
export function whyClosed(planning: Planning, { certification, why }: Closed): Said {
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
      return { reason: overReason(planning, why.lastDay), consider: near }
  }
}
