/** What messages of a business tell: a status, an amount, a place, a number, and a flag that is present or not. */
export type Subject = {
  readonly source: string
  readonly detailType: string
  /** What a message is about, singular and plural. */
  readonly thing: string
  readonly things: string
  /** Who works with the messages, used with "the". */
  readonly consumer: string
  /** Organisations that have such messages. */
  readonly whos: readonly string[]
  readonly status: { readonly field: string; readonly values: readonly string[] }
  readonly amount: { readonly field: string; readonly low: number; readonly high: number }
  readonly place: { readonly field: string; readonly values: readonly string[] }
  readonly number: { readonly field: string; readonly prefix: string; readonly otherPrefix: string }
  readonly flag: { readonly field: string; readonly value: string }
}

type Row = {
  readonly whos: readonly string[]
  readonly things: readonly [singular: string, plural: string]
  /** Consumer, source and detail type. */
  readonly flow: readonly [string, string, string]
  readonly status: readonly [field: string, ...values: string[]]
  readonly amount: readonly [field: string, low: number, high: number]
  readonly place: readonly [field: string, ...values: string[]]
  readonly number: readonly [field: string, prefix: string, otherPrefix: string]
  readonly flag: readonly [field: string, value: string]
}

function subject({ whos, things, flow, status, amount, place, number, flag }: Row): Subject {
  const [thing, plural] = things
  const [consumer, source, detailType] = flow
  const [statusField, ...values] = status
  const [placeField, ...places] = place
  return {
    ...{ whos, thing, things: plural, consumer, source, detailType },
    status: { field: statusField, values },
    amount: { field: amount[0], low: amount[1], high: amount[2] },
    place: { field: placeField, values: places },
    number: { field: number[0], prefix: number[1], otherPrefix: number[2] },
    flag: { field: flag[0], value: flag[1] },
  }
}

const rows: readonly Row[] = [
  {
    whos: ['an online furniture shop', 'a shoe retailer', 'a dealer in bicycle parts'],
    things: ['order', 'orders'],
    flow: ['refund desk', 'shop.orders', 'Order Changed'],
    status: ['state', 'paid', 'refunded', 'cancelled', 'shipped'],
    amount: ['total', 80, 900],
    place: ['country', 'DE', 'FR', 'SE', 'PL', 'IT'],
    number: ['order', 'B2B-', 'WEB-'],
    flag: ['voucher', 'SPRING'],
  },
  {
    whos: ['a motor insurer', 'a travel insurer', 'an insurer of farm machinery'],
    things: ['claim', 'claims'],
    flow: ['claims desk', 'insurer.claims', 'Claim Assessed'],
    status: ['decision', 'approved', 'rejected', 'referred', 'withdrawn'],
    amount: ['payout', 300, 9000],
    place: ['branch', 'north', 'south', 'coast', 'city'],
    number: ['policy', 'FLEET-', 'HOME-'],
    flag: ['reviewer', 'kowalski'],
  },
  {
    whos: ['a parcel carrier', 'a courier service', 'a postal operator'],
    things: ['parcel', 'parcels'],
    flow: ['customer care team', 'carrier.parcels', 'Parcel Scanned'],
    status: ['status', 'delayed', 'returned', 'delivered', 'loaded'],
    amount: ['weight', 2, 60],
    place: ['depot', 'LYS', 'CGN', 'BRU', 'MXP', 'VIE'],
    number: ['tracking', 'EXP-', 'ECO-'],
    flag: ['hold', 'customs'],
  },
  {
    whos: ['a municipal utility', 'a district heating company', 'a water supplier'],
    things: ['meter report', 'meter reports'],
    flow: ['field service team', 'utility.meters', 'Meter Reported'],
    status: ['condition', 'offline', 'tampered', 'healthy', 'replaced'],
    amount: ['consumption', 50, 4000],
    place: ['district', 'harbour', 'hill', 'old-town', 'campus'],
    number: ['meter', 'IND-', 'RES-'],
    flag: ['ticket', 'T-2291'],
  },
  {
    whos: ['a clinic network', 'a chain of dental practices', 'a physiotherapy group'],
    things: ['appointment', 'appointments'],
    flow: ['front desk', 'clinic.bookings', 'Appointment Updated'],
    status: ['action', 'moved', 'cancelled', 'confirmed', 'created'],
    amount: ['duration', 10, 120],
    place: ['site', 'east', 'west', 'central', 'lake'],
    number: ['patient', 'REF-', 'GEN-'],
    flag: ['interpreter', 'yes'],
  },
  {
    whos: ['a streaming platform', 'a language learning app', 'a stock photo service'],
    things: ['sign-in', 'sign-ins'],
    flow: ['trust team', 'accounts.login', 'Sign-in Judged'],
    status: ['verdict', 'suspicious', 'blocked', 'normal', 'challenged'],
    amount: ['score', 20, 95],
    place: ['device', 'tv', 'phone', 'tablet', 'browser'],
    number: ['account', 'FAM-', 'PRO-'],
    flag: ['override', 'support'],
  },
  {
    whos: ['a car-sharing service', 'a ferry operator', 'a rental firm for campers'],
    things: ['booking', 'bookings'],
    flow: ['fleet desk', 'rental.bookings', 'Booking Changed'],
    status: ['phase', 'started', 'overdue', 'returned', 'cancelled'],
    amount: ['price', 25, 640],
    place: ['station', 'airport', 'harbour', 'market', 'depot'],
    number: ['contract', 'CORP-', 'PRIV-'],
    flag: ['damage', 'reported'],
  },
]

/** Messages of several trades. */
export const subjects: readonly Subject[] = rows.map(subject)
