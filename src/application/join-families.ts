import { countByFamily, drawForPool } from '../domain/family/join-pool.ts'
import { families } from '../domain/family/registry.ts'
import { familyOfItem } from '../domain/item/family-of-item.ts'
import type { Pack } from '../domain/item/types.ts'
import { dateOf } from '../domain/kernel/calendar-date.ts'
import type { Exposure, Ports } from './ports.ts'

/** A pack and what a candidate has met of it; `exam` tells whether a family may come twice in a row freely. */
export type FamilyJoin = {
  readonly pack: Pack
  readonly exposures: readonly Exposure[]
  readonly seed: string
  readonly exam: boolean
}

/** Families on a form in exam mode: a fifth of 65 items, so that an exam reads as its guide describes it. */
const mostOnExam = 13

/** Families on the form that the candidate met last. */
function familiesMetLast(exposures: readonly Exposure[]): ReadonlySet<string> {
  const newest = exposures[0]?.attemptId
  const met = exposures.filter(({ attemptId }) => attemptId === newest)
  return new Set(met.flatMap(({ itemId }) => familyOfItem(itemId) ?? []))
}

/**
 * Adds one variant of every family placed in the exam to the pool of a practice pack. Exposures are renamed to the variant
 * that stands in for its family, so that a family met before counts as met before whatever its numbers.
 */
export function joinFamilies(
  ports: Pick<Ports, 'clock' | 'content'>,
  { pack, exposures, seed, exam }: FamilyJoin,
): Pick<FamilyJoin, 'pack' | 'exposures'> {
  if (pack.purpose !== 'practice') return { pack, exposures }
  const variants = drawForPool({
    examCode: pack.examCode,
    families,
    written: pack.items,
    seed,
    day: dateOf(ports.clock.now()),
    facts: ports.content.cloudFacts(),
    hashItem: ports.content.hashItem,
    ...(exam ? { metBefore: familiesMetLast(exposures), most: mostOnExam } : {}),
  })
  if (variants.length === 0) return { pack, exposures }
  const ids = countByFamily(
    exposures.map(({ itemId }) => itemId),
    variants,
  )
  return {
    pack: { ...pack, items: [...pack.items, ...variants] },
    exposures: exposures.map((exposure, index) => ({ ...exposure, itemId: ids[index] ?? exposure.itemId })),
  }
}
