import type { Planning } from './planning.ts'
import type { Helper } from './problem.ts'
import type { WalkedLeg } from './walk.ts'
import { counted, dollars, duration, namesOf, percent, plain, probability } from './words.ts'

/** The certifications known by then that shorten a leg. */
export const helpersOf = ({ step, before }: WalkedLeg): readonly Helper[] => [
  ...step.candidate.heldHelpers,
  ...step.candidate.helpers.filter(({ bit }) => (bit & before) !== 0),
]

function factors({ model, profile }: Planning, { step }: WalkedLeg): string {
  const { background, certification, kind, preparation } = step.candidate
  const table = model.certifications[certification.id]!
  const known = preparation.medianHours / background.medianHours
  return [
    `${plain(table.hours.median)} h`,
    `× ${background.band.multiplier} (${background.band.name}: ${counted(profile.awsYears, 'year')} on AWS, ${plain(profile.itYears)} in IT)`,
    ...(background.audienceFactor === 1
      ? []
      : [`× ${background.audienceFactor} (the daily work of your role)`]),
    ...(background.stackFactor === 1 ? [] : [`× ${plain(background.stackFactor, 2)} (your stack)`]),
    ...(known === 1
      ? []
      : [`× ${plain(known, 2)} (${kind === 'renewal' ? 'you hold it' : 'you held it before'})`]),
  ].join(' ')
}

function shared({ catalogue }: Planning, leg: WalkedLeg): string {
  const helpers = helpersOf(leg)
  if (helpers.length === 0) return ''
  const parts = helpers.map(({ skill, share }) => `${namesOf(catalogue, [skill.knows])} (${percent(share)})`)
  return `, less what you know by then from ${parts.join(', ')}`
}

/**
 * Says in words where the hours of a leg come from, what they give, and what a failed sitting would cost.
 *
 * @example hoursReasons(planning, leg).length // 3
 */
export function hoursReasons(planning: Planning, leg: WalkedLeg): readonly string[] {
  const { outlook, window } = leg.step
  const { profile, model } = planning
  const { p50, p90 } = outlook.hours
  const floor = profile.passProbabilityFloor
  const above = outlook.passProbability > floor
  const aim = above
    ? `more than your floor of ${probability(floor)}, because the dates ahead or a further fee make the extra hours pay`
    : 'your floor'
  return [
    `Half of the people like you are ready after ${plain(p50, 0)} h, nine in ten after ${plain(p90, 0)} h: ${factors(planning, leg)}${shared(planning, leg)}.`,
    `${plain(outlook.plannedHours, 0)} h before the first sitting give P(pass) ${probability(outlook.passProbability)}, ${aim}. At ${plain(profile.hoursPerWeek)} h a week that is about ${duration((7 * outlook.plannedHours) / profile.hoursPerWeek)}.`,
    `A failed sitting costs a wait of ${model.calendar.retakeWaitDays.value} days, more hours and ${dollars(window.feeUsd)} again; counted in, expect ${plain(outlook.expectedHours, 0)} h and ${dollars(Math.round(leg.expectedFeeUsd))}.`,
  ]
}
