import type { Planning } from './planning.ts'
import type { Contribution } from './route.ts'
import type { Because } from './route-model.ts'
import { isRole } from './vocabulary.ts'
import type { WalkedLeg } from './walk.ts'
import { citedSources, counted, dollars, plain, shortName } from './words.ts'

type Draft = Pick<Contribution, 'kind' | 'label' | 'points' | 'reason'> & {
  readonly because: readonly Because[]
}

const directionName = ({ model, profile }: Planning): string =>
  isRole(profile.direction) ? model.roles[profile.direction].name : model.fields[profile.direction].name

const term = (kind: Draft['kind'], [label, points]: readonly [string, number], because: Because): Draft => ({
  kind,
  label,
  points,
  reason: because.reason,
  because: [because],
})

function personalTerms(planning: Planning, { step }: WalkedLeg): readonly Draft[] {
  const { model, profile } = planning
  const { role, direction } = step.candidate.worth
  return [
    ...(role === null ? [] : [term('role', [`Role: ${model.roles[profile.role].name}`, role.value], role)]),
    ...(direction === null
      ? []
      : [term('direction', [`Direction: ${directionName(planning)}`, direction.value], direction)]),
  ]
}

function stackTerm({ model }: Planning, { step }: WalkedLeg): readonly Draft[] {
  const { stackParts, stackPoints } = step.candidate.worth
  if (stackParts.length === 0) return []
  const parts = stackParts.map(
    ({ area, weight, share }) =>
      `${model.areas[area].name} at ${plain(weight, 2)} covers ${plain(weight * share.value * 100, 0)} % of it (${share.reason.replace(/\.$/, '').toLowerCase()})`,
  )
  return [
    {
      kind: 'stack',
      label: `Stack: ${stackParts.map(({ area }) => model.areas[area].name).join(', ')}`,
      points: stackPoints,
      reason: `${parts.join('; ')}.`,
      because: [model.worth.stack, ...stackParts.map(({ share }) => share)],
    },
  ]
}

function outgrownTerm({ model, profile }: Planning, { step }: WalkedLeg): readonly Draft[] {
  const { points, outgrownFactor } = step.candidate.worth
  const outgrown = model.certifications[step.candidate.certification.id]?.outgrown
  if (!outgrown || outgrownFactor === 1) return []
  const lost = points - points / outgrownFactor
  return [term('outgrown', [`${counted(profile.awsYears, 'year')} on AWS`, lost], outgrown)]
}

/** What the place on the route takes away: covered by a higher exam passed before, or beside one. */
function placeTerm({ model }: Planning, { step, ownPoints, before }: WalkedLeg): readonly Draft[] {
  const { candidate } = step
  const lost = ownPoints - candidate.ownPoints
  if (lost === 0) return []
  const covered = (candidate.coveredBy & before) !== 0
  return covered
    ? [
        {
          kind: 'covered',
          label: 'Covered by a higher exam',
          points: lost,
          reason: 'A certification earlier on the route renews it and says more.',
          because: [],
        },
      ]
    : [term('beside-higher', ['Beside a higher certification', lost], model.worth.besideHigher)]
}

function renewalTerms({ model }: Planning, { renewals }: WalkedLeg): readonly Draft[] {
  return renewals.map(({ held, points }) => ({
    kind: 'renewal',
    label: `Renews ${shortName(held.certification.name)}`,
    points,
    reason: `It would run out on ${held.expiresOn}. ${model.worth.renewal.reason}`,
    because: [model.worth.renewal],
  }))
}

/** A cost as points; none is 0, not the -0 of a negation. */
const less = (points: number): number => 0 - points

function costTerms({ model }: Planning, leg: WalkedLeg): readonly Draft[] {
  const { hour, usd, week } = model.costs
  const { expectedHours } = leg.step.outlook
  const weeks = leg.expectedDay / 7
  const waiting = (week.value * leg.waitingWorth * weeks) / 100
  return [
    term('hours', [`${plain(expectedHours, 0)} expected hours`, less(hour.value * expectedHours)], hour),
    term(
      'fees',
      [`${dollars(Math.round(leg.expectedFeeUsd))} of expected fees`, less(usd.value * leg.expectedFeeUsd)],
      usd,
    ),
    term('time', [`${plain(weeks, 0)} weeks until held`, less(waiting)], week),
  ]
}

/**
 * Lists what a leg adds to the objective, term by term; the terms add up to its gain.
 *
 * @example contributionsOf(planning, leg).reduce((sum, { points }) => sum + points, 0) // the leg's gain
 */
export function contributionsOf(planning: Planning, leg: WalkedLeg): readonly Contribution[] {
  const { candidate } = leg.step
  const own =
    candidate.kind === 'new'
      ? [
          ...personalTerms(planning, leg),
          ...stackTerm(planning, leg),
          ...outgrownTerm(planning, leg),
          ...placeTerm(planning, leg),
        ]
      : []
  const wanted = candidate.wanted
    ? [term('wanted', ['You asked for it', candidate.wantedPoints], planning.model.worth.wanted)]
    : []
  const drafts = [...own, ...wanted, ...renewalTerms(planning, leg), ...costTerms(planning, leg)]
  return drafts.map(({ because, ...draft }) => ({
    ...draft,
    sources: citedSources(
      planning.catalogue,
      because.flatMap(({ sources }) => sources),
    ),
  }))
}
