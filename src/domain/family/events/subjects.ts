/** What messages of a business tell: a status, an amount, a place, a number, and a flag that is present or not. */
export type Subject = {
  readonly source: string
  readonly detailType: string
  /** What a consumer of the messages does with them. */
  readonly consumer: string
  readonly who: string
  readonly status: { readonly field: string; readonly values: readonly string[] }
  readonly amount: { readonly field: string; readonly low: number; readonly high: number }
  readonly place: { readonly field: string; readonly values: readonly string[] }
  readonly number: { readonly field: string; readonly prefix: string }
  readonly flag: { readonly field: string; readonly value: string }
}

function subject(
  [who, consumer, source, detailType]: readonly [string, string, string, string],
  status: readonly [string, ...string[]],
  amount: readonly [string, number, number],
  rest: {
    readonly place: readonly [string, ...string[]]
    readonly number: readonly [string, string]
    readonly flag: readonly [string, string]
  },
): Subject {
  const [field, ...values] = status
  const [placeField, ...places] = rest.place
  return {
    ...{ who, consumer, source, detailType },
    status: { field, values },
    amount: { field: amount[0], low: amount[1], high: amount[2] },
    place: { field: placeField, values: places },
    number: { field: rest.number[0], prefix: rest.number[1] },
    flag: { field: rest.flag[0], value: rest.flag[1] },
  }
}

/** Messages of several trades. */
export const subjects: readonly Subject[] = [
  subject(
    ['an online furniture shop', 'refund desk', 'shop.orders', 'Order Changed'],
    ['state', 'paid', 'refunded', 'cancelled', 'shipped'],
    ['total', 80, 900],
    {
      place: ['country', 'DE', 'FR', 'SE', 'PL', 'IT'],
      number: ['order', 'B2B-'],
      flag: ['voucher', 'SPRING'],
    },
  ),
  subject(
    ['a motor insurer', 'claims desk', 'insurer.claims', 'Claim Assessed'],
    ['decision', 'approved', 'rejected', 'referred', 'withdrawn'],
    ['payout', 300, 9000],
    {
      place: ['branch', 'north', 'south', 'coast', 'city'],
      number: ['policy', 'FLEET-'],
      flag: ['reviewer', 'kowalski'],
    },
  ),
  subject(
    ['a parcel carrier', 'customer care team', 'carrier.parcels', 'Parcel Scanned'],
    ['status', 'delayed', 'returned', 'delivered', 'loaded'],
    ['weight', 2, 60],
    {
      place: ['depot', 'LYS', 'CGN', 'BRU', 'MXP', 'VIE'],
      number: ['tracking', 'EXP-'],
      flag: ['hold', 'customs'],
    },
  ),
  subject(
    ['a municipal utility', 'field service team', 'utility.meters', 'Meter Reported'],
    ['condition', 'offline', 'tampered', 'healthy', 'replaced'],
    ['consumption', 50, 4000],
    {
      place: ['district', 'harbour', 'hill', 'old-town', 'campus'],
      number: ['meter', 'IND-'],
      flag: ['ticket', 'T-2291'],
    },
  ),
  subject(
    ['a clinic network', 'front desk', 'clinic.bookings', 'Appointment Updated'],
    ['action', 'moved', 'cancelled', 'confirmed', 'created'],
    ['minutes', 10, 120],
    {
      place: ['site', 'east', 'west', 'central', 'lake'],
      number: ['patient', 'REF-'],
      flag: ['interpreter', 'yes'],
    },
  ),
  subject(
    ['a streaming platform', 'trust team', 'stream.accounts', 'Sign-in Judged'],
    ['verdict', 'suspicious', 'blocked', 'normal', 'challenged'],
    ['score', 20, 95],
    {
      place: ['device', 'tv', 'phone', 'tablet', 'browser'],
      number: ['account', 'FAM-'],
      flag: ['override', 'support'],
    },
  ),
]
