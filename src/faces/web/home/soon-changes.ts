import type { CatalogueView } from '../../../application/read-catalogue.ts'

type Change = CatalogueView['changes'][number]

const daysAhead = 120
const most = 6

/** The first few changes within four months of a day; changes that opened for booking only are left to the programme page. */
export function soonChanges(changes: readonly Change[], asOf: string): readonly Change[] {
  const last = new Date(Date.parse(`${asOf}T00:00:00Z`) + daysAhead * 86_400_000).toISOString().slice(0, 10)
  return changes.filter((change) => change.date <= last && change.kind !== 'booking-opens').slice(0, most)
}
