import type { Certification } from '../catalogue/types.ts'
import { daysBetween } from '../kernel/calendar-date.ts'
import type { HeldState } from './held.ts'
import type { Candidate, Helper, RenewalGain } from './problem.ts'
import type { CertificationModel, ExperienceBand } from './route-model.ts'
import type { Preparation } from './sittings.ts'
import type { Opened, Setting } from './sort-out.ts'
import { type Background, backgroundOf, skillsHelping } from './study-hours.ts'
import { type Worth, worthOf } from './worth.ts'

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
function openedBy(
  setting: Setting,
  opened: readonly Opened[],
  { id, foundation }: CertificationModel,
): number {
  if (foundation === null || setting.profile.awsYears >= foundation.awsYears) return -1
  if (foundation.anyOf.some((below) => setting.known.has(below))) return -1
  return maskOf(
    opened,
    (other) =>
      other !== id &&
      foundation.anyOf.some((below) => below === other || setting.renews.get(other)?.has(below) === true),
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

/**
 * Makes the candidate at an index of the opened certifications: its points, hours, windows, and how it hangs together with the
 * others.
 *
 * @example candidateOf(setting, opened, 0).bit // 1
 */
export function candidateOf(setting: Setting, opened: readonly Opened[], index: number): Candidate {
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
