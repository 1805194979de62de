import { addDays, type CalendarDate, daysBetween } from '../kernel/calendar-date.ts'
import type { Item } from './types.ts'

/** What the vendor did to a service: `closed-to-new-customers` leaves those who have it alone, `ended` does not. */
export type ServiceChange = {
  /** Short names by which items call the service. */
  readonly services: readonly string[]
  readonly name: string
  readonly change: 'closed-to-new-customers' | 'ended'
  /** First day on which it holds. */
  readonly on: CalendarDate
  readonly page: string
  readonly checked: CalendarDate
}

/** One reason why an item is not fresh: since or from when, and a sentence for its author. */
export type StaleReason = {
  readonly kind: 'item' | 'service' | 'version' | 'reference'
  readonly on: CalendarDate
  /** True when the day has come; false when it only draws near. */
  readonly due: boolean
  readonly text: string
  readonly page: string | null
}

/** Against what an item is held. Days are whole. */
export type FreshnessTest = {
  readonly asOf: CalendarDate
  /** How far ahead an end is told, in days. */
  readonly horizonDays: number
  /** Days after which a page that was looked up is to be looked up again. */
  readonly recheckDays: number
  readonly serviceChanges: readonly ServiceChange[]
  /** The exam version of the item's pack, and the first day on which it cannot be sat any more; null while no end is known. */
  readonly version: { readonly examCode: string; readonly endsOn: CalendarDate | null }
}

type Dated = Omit<StaleReason, 'due'>

const ends = (item: Item): Dated[] =>
  item.validUntil === null
    ? []
    : [
        {
          kind: 'item',
          on: addDays(item.validUntil, 1),
          text: `The item itself is valid until ${item.validUntil}.`,
          page: null,
        },
      ]

const changedServices = (item: Item, changes: readonly ServiceChange[]): Dated[] =>
  changes
    .filter(({ services }) => services.some((service) => item.services.includes(service)))
    .map(({ name, change, on, page }) => ({
      kind: 'service',
      on,
      text: change === 'ended' ? `${name} ends on ${on}.` : `${name} takes no new customers from ${on}.`,
      page,
    }))

const endedVersion = ({ version }: FreshnessTest): Dated[] =>
  version.endsOn === null
    ? []
    : [
        {
          kind: 'version',
          on: version.endsOn,
          text: `${version.examCode} cannot be sat from ${version.endsOn}.`,
          page: null,
        },
      ]

const oldReferences = (item: Item, recheckDays: number): Dated[] =>
  item.references.map(({ url, title, checked }) => ({
    kind: 'reference',
    on: addDays(checked, recheckDays),
    text: `${title} was last read on ${checked}; read it again.`,
    page: url,
  }))

/**
 * Why an item is not fresh on a day, or soon will not be: its own end, a changed service, the end of its exam version, a page
 * that was read too long ago. Earliest first; empty for a fresh item.
 *
 * @example staleReasons(item, { ...test, serviceChanges: [] }) // []
 */
export function staleReasons(item: Item, test: FreshnessTest): StaleReason[] {
  return [
    ...ends(item),
    ...changedServices(item, test.serviceChanges),
    ...endedVersion(test),
    ...oldReferences(item, test.recheckDays),
  ]
    .filter(({ on }) => daysBetween(test.asOf, on) <= test.horizonDays)
    .map((reason) => ({ ...reason, due: reason.on <= test.asOf }))
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
}
