import { addYears, type CalendarDate } from '../kernel/calendar-date.ts'
import type { Catalogue, Certification, Renewal } from './types.ts'

/** A certification that a pass renews, and by how many years from the exam day. */
export type Renewed = {
  readonly certificationId: string
  readonly extendsYears: number
  readonly note: string | null
}

const renewsBy = (edge: Renewal, passed: Certification): boolean =>
  (edge.kind === 'exam' && edge.certificationId === passed.id) ||
  (edge.kind === 'any-exam-of-tier' && edge.tier === passed.tier)

/**
 * Lists what passing a certification's current exam renews, itself included; empty for an unknown id.
 *
 * @example renewedByPassing(catalogue, 'developer-associate').map((renewed) => renewed.certificationId) // ['cloud-practitioner', 'developer-associate']
 */
export function renewedByPassing(catalogue: Catalogue, certificationId: string): readonly Renewed[] {
  const passed = catalogue.certifications.find((certification) => certification.id === certificationId)
  if (passed === undefined) return []
  return catalogue.certifications.flatMap((held) => {
    const edge = held.renewedBy.find((candidate) => renewsBy(candidate, passed))
    return edge === undefined
      ? []
      : [{ certificationId: held.id, extendsYears: edge.extendsYears, note: edge.note }]
  })
}

/**
 * The day on which a certification runs out: the same day, `validityYears` later.
 *
 * @example expiryOf(calendarDate('2024-02-29'), 3) // '2027-02-28'
 */
export const expiryOf = (earnedOn: CalendarDate, validityYears: number): CalendarDate =>
  addYears(earnedOn, validityYears)
