import { renewedByPassing } from '../catalogue/renewal.ts'
import type { Catalogue, Certification } from '../catalogue/types.ts'
import { daysBetween } from '../kernel/calendar-date.ts'
import { type HeldState, heldStates } from './held.ts'
import type { Candidate, Closed, Helper, Problem, RenewalGain, SittingWindow } from './problem.ts'
import type { Profile } from './profile.ts'
import type { CertificationModel, ExperienceBand, RouteModel } from './route-model.ts'
import { ladderOf, type Preparation } from './sittings.ts'
import { type Background, backgroundOf, skillsHelping } from './study-hours.ts'
import { hasFuture, lastDayOf, sittingWindows } from './windows.ts'
import { staysNonTechnical, type Worth, worthOf } from './worth.ts'

/** What a route problem is made of. */
export type ProblemInput = {
  readonly catalogue: Catalogue
  readonly model: RouteModel
  readonly profile: Profile
}

type Setting = ProblemInput & {
  readonly held: readonly HeldState[]
  readonly heldBy: ReadonlyMap<string, HeldState>
  /** What each certification's exam renews, itself included. */
  readonly renews: ReadonlyMap<string, ReadonlySet<string>>
  /** Everything that what is held shows, lapsed or not. */
  readonly known: ReadonlySet<string>
}

type Opened = {
  readonly certification: Certification
  readonly table: CertificationModel
  readonly windows: readonly SittingWindow[]
}

function renewalTable(catalogue: Catalogue): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    catalogue.certifications.map(({ id }) => [
      id,
      new Set(renewedByPassing(catalogue, id).map(({ certificationId }) => certificationId)),
    ]),
  )
}

function settingOf(input: ProblemInput): Setting {
  const held = heldStates(input)
  const renews = renewalTable(input.catalogue)
  const heldIds = held.map(({ certification }) => certification.id)
  return {
    ...input,
    held,
    renews,
    heldBy: new Map(held.map((state) => [state.certification.id, state])),
    known: new Set(heldIds.flatMap((id) => [id, ...(renews.get(id) ?? [])])),
  }
}

function coveringHeld({ held, renews }: Setting, id: string): HeldState | undefined {
  return held.find(
    ({ active, certification }) =>
      active && certification.id !== id && renews.get(certification.id)?.has(id) === true,
  )
}

function renewalSpan(
  { model, profile }: Setting,
  held: HeldState | undefined,
): { from: number; to: number } | null {
  if (held === undefined || !held.active) return null
  const to = daysBetween(profile.startDate, held.expiresOn)
  return { from: Math.max(0, to - model.calendar.renewalWindowDays.value), to }
}

const windowsFor = (setting: Setting, certification: Certification): readonly SittingWindow[] =>
  sittingWindows(certification, {
    startDate: setting.profile.startDate,
    language: setting.profile.language,
    tiers: setting.catalogue.tiers,
    held: setting.heldBy.get(certification.id) ?? null,
    renewal: renewalSpan(setting, setting.heldBy.get(certification.id)),
  })

type Why = Closed['why']

/** What the person themselves rules out. */
function closedByPerson(setting: Setting, certification: Certification): Why | null {
  const { profile, model } = setting
  const { id } = certification
  if (profile.avoids.includes(id)) return { kind: 'avoided' }
  const held = setting.heldBy.get(id)
  if (held?.active && !held.due) return { kind: 'held', held }
  if (profile.wants.includes(id)) return null
  const by = coveringHeld(setting, id)
  if (by !== undefined && held === undefined) return { kind: 'covered', by }
  return model.certifications[id]?.technical && staysNonTechnical(profile, model)
    ? { kind: 'not-technical' }
    : null
}

/** What the calendar rules out. */
function closedByCalendar(
  { profile }: Setting,
  certification: Certification,
  windows: readonly SittingWindow[],
): Why | null {
  if (!hasFuture(certification, profile.startDate)) return { kind: 'over', lastDay: lastDayOf(certification) }
  if (windows.length === 0) return { kind: 'language' }
  return windows.every(({ form }) => form === 'beta') && !profile.wants.includes(certification.id)
    ? { kind: 'beta-only' }
    : null
}

/** A route is built on standard forms; a beta only where there is nothing else and it was asked for. */
function usable(windows: readonly SittingWindow[]): readonly SittingWindow[] {
  const standard = windows.filter(({ form }) => form === 'standard')
  return standard.length > 0 ? standard : windows
}

function sortOut(setting: Setting): {
  readonly opened: readonly Opened[]
  readonly closed: readonly Closed[]
} {
  const opened: Opened[] = []
  const closed: Closed[] = []
  for (const certification of setting.catalogue.certifications) {
    const table = setting.model.certifications[certification.id]
    const windows = windowsFor(setting, certification)
    const why = closedByCalendar(setting, certification, windows) ?? closedByPerson(setting, certification)
    if (why !== null) closed.push({ certification, why })
    else if (table !== undefined) opened.push({ certification, table, windows: usable(windows) })
  }
  return { opened, closed }
}

/** The mask of the opened certifications that pass a test. */
const maskOf = (opened: readonly Opened[], test: (id: string) => boolean): number =>
  opened.reduce((mask, { certification }, index) => (test(certification.id) ? mask | (1 << index) : mask), 0)

const isFoundational = ({ tier }: Certification): boolean => tier === 'foundational' || tier === 'business'

function higherMask(setting: Setting, opened: readonly Opened[], certification: Certification): number {
  if (!isFoundational(certification)) return 0
  if (setting.held.some((held) => held.active && !isFoundational(held.certification))) return -1
  return opened.reduce(
    (mask, other, index) => (isFoundational(other.certification) ? mask : mask | (1 << index)),
    0,
  )
}

/** A foundation is also shown by whatever renews it. */
function openedBy(setting: Setting, opened: readonly Opened[], { foundation }: CertificationModel): number {
  if (foundation === null || setting.profile.awsYears >= foundation.awsYears) return -1
  if (foundation.anyOf.some((id) => setting.known.has(id))) return -1
  return maskOf(opened, (other) =>
    foundation.anyOf.some((id) => id === other || setting.renews.get(other)?.has(id) === true),
  )
}

function helpersOf(
  setting: Setting,
  opened: readonly Opened[],
  { id, band }: { readonly id: string; readonly band: ExperienceBand },
): readonly Helper[] {
  const { model, heldBy } = setting
  return skillsHelping(model, id, band).flatMap((skill): Helper | readonly Helper[] => {
    const held = heldBy.get(skill.knows)
    if (held !== undefined) {
      return { skill, bit: 0, share: skill.removes * (held.active ? 1 : model.hours.lapsed.value) }
    }
    const bit = maskOf(opened, (other) => other === skill.knows)
    return bit === 0 ? [] : { skill, bit, share: skill.removes }
  })
}

/** A certification known before is refreshed; once lapsed, only in part. */
function knownBefore({ model }: Setting, held: HeldState | undefined): number {
  if (held === undefined) return 1
  const saved = 1 - model.hours.renewal.value
  return 1 - saved * (held.active ? 1 : model.hours.lapsed.value)
}

function preparationOf(setting: Setting, { table }: Opened, background: Background): Preparation {
  const { model, profile, heldBy } = setting
  return {
    medianHours: background.medianHours * knownBefore(setting, heldBy.get(table.id)),
    sigma: table.hours.sigma,
    hoursPerWeek: profile.hoursPerWeek,
    paceSigma: model.calendar.paceSigma.value,
    retakeWaitDays: model.calendar.retakeWaitDays.value,
  }
}

/** Renewing is worth the more, the less of the three years is left. */
function renewalsOf(setting: Setting, opened: readonly Opened[], id: string): readonly RenewalGain[] {
  const { model, profile, held, renews } = setting
  const renewable = held.filter(
    ({ active, certification }) => active && renews.get(id)?.has(certification.id) === true,
  )
  return renewable.map((state) => ({
    held: state,
    by: maskOf(opened, (other) => renews.get(other)?.has(state.certification.id) === true),
    points: worthOf(profile, model, state.certification.id).points * model.worth.renewal.value * state.spent,
    expiresOn: daysBetween(profile.startDate, state.expiresOn),
  }))
}

function pointsOf({ model, profile, heldBy }: Setting, id: string, worth: Worth) {
  const wanted = profile.wants.includes(id)
  const kind = heldBy.get(id)?.active ? ('renewal' as const) : ('new' as const)
  return {
    kind,
    wanted,
    worth,
    ownPoints: kind === 'new' ? worth.points : 0,
    wantedPoints: wanted ? model.worth.wanted.value : 0,
  }
}

function candidateOf(setting: Setting, opened: readonly Opened[], index: number): Candidate {
  const { model, profile, renews } = setting
  const { certification, table, windows } = opened[index]!
  const { id, tier } = certification
  const worth = worthOf(profile, model, id)
  const background = backgroundOf(profile, model, {
    certification: table,
    tier,
    stackMatch: worth.stackMatch,
  })
  const helpers = helpersOf(setting, opened, { id, band: background.band })
  return {
    ...pointsOf(setting, id, worth),
    bit: 1 << index,
    certification,
    coveredBy: maskOf(opened, (other) => other !== id && renews.get(other)?.has(id) === true),
    higher: higherMask(setting, opened, certification),
    besideHigherFactor: model.worth.besideHigher.value,
    openedBy: openedBy(setting, opened, table),
    background,
    preparation: preparationOf(setting, opened[index]!, background),
    heldHelpers: helpers.filter(({ bit }) => bit === 0),
    helpers: helpers.filter(({ bit }) => bit !== 0),
    helpersMask: helpers.reduce((mask, { bit }) => mask | bit, 0),
    leastShare: model.hours.least.value,
    windows,
    renewals: renewalsOf(setting, opened, id),
  }
}

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
