import { renewedByPassing } from '../catalogue/renewal.ts'
import type { Catalogue, Certification } from '../catalogue/types.ts'
import { daysBetween } from '../kernel/calendar-date.ts'
import { type HeldState, heldStates } from './held.ts'
import type { Closed, SittingWindow } from './problem.ts'
import type { Profile } from './profile.ts'
import type { CertificationModel, RouteModel } from './route-model.ts'
import { hasFuture, lastDayOf, sittingWindows } from './windows.ts'
import { staysNonTechnical } from './worth.ts'

/** What a route problem is made of. */
export type ProblemInput = {
  readonly catalogue: Catalogue
  readonly model: RouteModel
  readonly profile: Profile
}

/** A problem with what follows from the catalogue and from what is held. */
export type Setting = ProblemInput & {
  readonly held: readonly HeldState[]
  readonly heldBy: ReadonlyMap<string, HeldState>
  /** What each certification's exam renews, itself included. */
  readonly renews: ReadonlyMap<string, ReadonlySet<string>>
  /** Everything that what is held shows, lapsed or not. */
  readonly known: ReadonlySet<string>
}

/** A certification that may be a leg: its table and the windows in which it can be sat. */
export type Opened = {
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

/** Works out what is held, what renews what, and what is known already. */
export function settingOf(input: ProblemInput): Setting {
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

/**
 * Sorts the certifications of the catalogue into those that may be legs and those that are closed, with the reason.
 *
 * @example sortOut(settingOf({ catalogue, model, profile })).opened.length // 12
 */
export function sortOut(setting: Setting): {
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
