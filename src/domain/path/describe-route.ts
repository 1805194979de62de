import { addDays, type CalendarDate, daysBetween } from '../kernel/calendar-date.ts'
import { adviceFor, readingFor } from './advice.ts'
import { contributionsOf } from './contributions.ts'
import type { Step } from './label.ts'
import { legReasons } from './leg-reasons.ts'
import type { Planning } from './planning.ts'
import type { CitedSource, Contribution, Leg, LegHours, Route, RouteTotals } from './route.ts'
import type { Quantiles } from './sittings.ts'
import { legWindow, versionNote } from './version-note.ts'
import { datesOf, type WalkedLeg, walk } from './walk.ts'
import { citedSources } from './words.ts'

const costKinds: ReadonlySet<Contribution['kind']> = new Set(['hours', 'fees', 'time'])

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Three weeks ahead, but not before the leg begins, its voucher has come, or booking has opened. */
function bookBy({ model, profile }: Planning, { step, begins, passed }: WalkedLeg): CalendarDate {
  const { bookingLeadDays, voucherLagDays } = model.calendar
  const wait = step.voucher.kind === 'earned' ? voucherLagDays.value : 0
  const opened = step.window.version.registrationFrom
  const opens = opened === null ? 0 : daysBetween(profile.startDate, opened)
  const day = Math.max(begins.p50 + wait, passed.p50 - bookingLeadDays.value, opens)
  return addDays(profile.startDate, Math.min(day, passed.p50))
}

/** What the pass renews: held certifications, and those passed before on the route. */
function renewsOf({ step, renewals, before }: WalkedLeg, earlier: readonly WalkedLeg[]): readonly string[] {
  const { bit } = step.candidate
  const held = renewals.map((gain) => gain.held.certification.id)
  const passed = earlier
    .map((leg) => leg.step.candidate)
    .filter((candidate) => (candidate.bit & before) !== 0 && (candidate.coveredBy & bit) !== 0)
  return [...held, ...passed.map(({ certification }) => certification.id)]
}

function hoursOf({ step }: WalkedLeg): LegHours {
  const { hours, plannedHours, expectedHours } = step.outlook
  return { ...hours, planned: plannedHours, expected: expectedHours }
}

function sourcesOf(
  { catalogue, model }: Planning,
  leg: WalkedLeg,
  cited: readonly Contribution[],
): readonly CitedSource[] {
  const { certification } = leg.step.candidate
  const ids = [
    ...model.certifications[certification.id]!.hours.sources,
    ...leg.step.window.version.sourceIds,
    ...cited.flatMap(({ sources }) => sources.map(({ id }) => id)),
  ]
  return citedSources(catalogue, ids)
}

function aboutCertification({ model }: Planning, { step }: WalkedLeg) {
  const { id, name, tier, roles, recommended, validates } = step.candidate.certification
  return {
    certificationId: id,
    name,
    tier,
    forWhom: `${roles.join(', ')}. ${recommended.candidate} Recommended: ${recommended.text}.`,
    validates,
    practice: model.certifications[id]!.practice,
  }
}

type Place = { readonly earlier: readonly WalkedLeg[]; readonly later: readonly WalkedLeg[] }

function describeLeg(planning: Planning, leg: WalkedLeg, { earlier, later }: Place): Leg {
  const { step } = leg
  const { startDate } = planning.profile
  const contributions = contributionsOf(planning, leg)
  const passed = earlier.map((other) => other.step.candidate.certification.id)
  return {
    ...aboutCertification(planning, leg),
    examCode: step.window.examCode,
    kind: step.candidate.kind,
    startDate: addDays(startDate, leg.begins.p50),
    hours: hoursOf(leg),
    bookBy: bookBy(planning, leg),
    examDate: datesOf(leg.passed, startDate),
    passProbability: step.outlook.passProbability,
    feeUsd: leg.feeUsd,
    listFeeUsd: step.window.feeUsd,
    expectedFeeUsd: leg.expectedFeeUsd,
    voucherUsed: step.voucher.kind !== 'none',
    voucherPercent: step.voucher.percent,
    renews: renewsOf(leg, earlier),
    reasons: legReasons(planning, leg, { later, contributions }),
    sources: sourcesOf(planning, leg, contributions),
    advice: adviceFor(planning, leg, passed),
    reading: readingFor(planning, leg),
    versionNote: versionNote(planning, leg),
    window: legWindow(planning, leg),
    contributions,
    gain: sum(contributions.map(({ points }) => points)),
  }
}

function addHours(legs: readonly Leg[]): LegHours {
  const total = (key: keyof LegHours): number => sum(legs.map(({ hours }) => hours[key]))
  return {
    p10: total('p10'),
    p50: total('p50'),
    p90: total('p90'),
    planned: total('planned'),
    expected: total('expected'),
  }
}

const inWeeks = ({ p10, p50, p90 }: Quantiles): Quantiles => ({ p10: p10 / 7, p50: p50 / 7, p90: p90 / 7 })

function totalsOf(planning: Planning, walked: readonly WalkedLeg[], legs: readonly Leg[]): RouteTotals {
  const terms = legs.flatMap(({ contributions }) => contributions)
  const points = (isCost: boolean): number =>
    sum(terms.filter(({ kind }) => costKinds.has(kind) === isCost).map((term) => term.points))
  const last = walked.at(-1)
  const nothing = { p10: 0, p50: 0, p90: 0 }
  return {
    legs: legs.length,
    hours: addHours(legs),
    weeks: { ...inWeeks(last?.passed ?? nothing), expected: (last?.expectedDay ?? 0) / 7 },
    finish: last === undefined ? null : datesOf(last.passed, planning.profile.startDate),
    feeUsd: sum(legs.map(({ feeUsd }) => feeUsd)),
    expectedFeeUsd: sum(legs.map(({ expectedFeeUsd }) => expectedFeeUsd)),
    worth: points(false),
    cost: 0 - points(true),
    objective: sum(legs.map(({ gain }) => gain)),
  }
}

/**
 * Dates and explains the legs that the optimiser chose, and adds them up.
 *
 * @example describeRoute(planning, []).totals.legs // 0
 */
export function describeRoute(planning: Planning, steps: readonly Step[]): Route {
  const walked = walk(steps, planning.problem)
  const legs = walked.map((leg, index) =>
    describeLeg(planning, leg, { earlier: walked.slice(0, index), later: walked.slice(index + 1) }),
  )
  return { legs, totals: totalsOf(planning, walked, legs) }
}
