import { isAlive, validUntilOf } from '../domain/family/make-item.ts'
import { families } from '../domain/family/registry.ts'
import type { Family, FamilyDescription } from '../domain/family/types.ts'
import { type CalendarDate, dateOf } from '../domain/kernel/calendar-date.ts'
import type { Ports } from './ports.ts'

/** A family as its author looks it up; `alive` tells whether forms draw from it today. */
export type FamilyEntry = FamilyDescription & {
  readonly misconceptions: Family['misconceptions']
  readonly validUntil: CalendarDate | null
  readonly alive: boolean
}

/** Describes one family as of a day. */
export function describeFamily(ports: Pick<Ports, 'content' | 'clock'>, family: Family): FamilyEntry {
  const { draft: _, ...description } = family
  const facts = ports.content.cloudFacts()
  return {
    ...description,
    validUntil: validUntilOf(family, facts),
    alive: isAlive(family, facts, dateOf(ports.clock.now())),
  }
}

/** Lists the computed-key families, all of them or those placed in one exam. */
export const listFamilies = (
  ports: Pick<Ports, 'content' | 'clock'>,
  request: { readonly examCode?: string } = {},
): readonly FamilyEntry[] =>
  families
    .filter(
      ({ placements }) =>
        request.examCode === undefined ||
        placements.some(({ examCode }) => examCode === request.examCode?.toUpperCase()),
    )
    .map((family) => describeFamily(ports, family))
