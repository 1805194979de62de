import type { Expiry } from '../domain/credential/expiry.ts'
import { type CalendarEntry, writeCalendar } from './calendar-file.ts'
import { formatDay } from './formats.ts'

/** A credential as far as its reminders need it. */
export type Remindable = {
  readonly credentialId: string
  readonly name: string
  readonly state: string
  readonly expiry: Expiry | null
}

function entriesOf({ credentialId, name, state, expiry }: Remindable): readonly CalendarEntry[] {
  if (state === 'revoked' || expiry === null || expiry.standing === 'expired') return []
  const reminders = expiry.remindOn.map((day) => ({
    id: `${credentialId}-remind-${day}`,
    day,
    summary: `Renew: ${name}?`,
    description: `It runs out on ${formatDay(expiry.expiresOn)}. A newer exam renews it under the same identifier.`,
    alarmDays: null,
  }))
  const end = { id: `${credentialId}-expires`, day: expiry.expiresOn, summary: `Runs out: ${name}` }
  return [
    ...reminders,
    { ...end, description: 'It stays authentic, and is no longer in force.', alarmDays: null },
  ]
}

/** Writes when credentials are to be renewed and run out as a calendar file; what has ended or is revoked is left out. */
export const credentialCalendar = (credentials: readonly Remindable[], asOf: string): string =>
  writeCalendar('Records', credentials.flatMap(entriesOf), asOf)
