import type { DisputeLine } from '../../../application/read-disputes.ts'
import type { DisputeState } from '../../../domain/item/dispute.ts'
import { formatCount } from '../../../presentation/formats.ts'

/** What a state is called on the page, with the look and glyph of its mark. */
export const stateMarks: Readonly<Record<DisputeState, { word: string; look: string; glyph: string }>> = {
  open: { word: 'Waits for an owner', look: 'mark-attention', glyph: '○' },
  'under-review': { word: 'Under review', look: 'mark-attention', glyph: '◐' },
  accepted: { word: 'Accepted', look: 'mark-well', glyph: '✓' },
  rejected: { word: 'Rejected', look: '', glyph: '✕' },
}

/** Days after which an undecided dispute is shown as waiting too long. */
export const patienceDays = 14

/** How long a dispute has waited, or had. @example ageText({ ageDays: 0, decidedAt: null }) // 'raised today' */
export function ageText({ ageDays, decidedAt }: Pick<DisputeLine, 'ageDays' | 'decidedAt'>): string {
  if (decidedAt !== null)
    return ageDays === 0 ? 'decided on the same day' : `decided after ${formatCount(ageDays, 'day')}`
  return ageDays === 0 ? 'raised today' : `waiting for ${formatCount(ageDays, 'day')}`
}

/** True where nobody has decided for too long. @example isLate({ ageDays: 15, decidedAt: null }) // true */
export const isLate = ({ ageDays, decidedAt }: Pick<DisputeLine, 'ageDays' | 'decidedAt'>): boolean =>
  decidedAt === null && ageDays > patienceDays
