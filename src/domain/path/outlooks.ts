import type { Candidate, Problem } from './problem.ts'
import { type Outlook, outlookOf } from './sittings.ts'
import { shareLeft } from './study-hours.ts'

/** The share of a candidate's hours that is left when the certifications of a mask, and those held, are known. */
export function shareAt(candidate: Candidate, mask: number): number {
  const known = [...candidate.heldHelpers, ...candidate.helpers.filter(({ bit }) => (bit & mask) !== 0)]
  return shareLeft(
    known.map(({ share }) => share),
    candidate.leastShare,
  )
}

/** Gives the outlooks of a candidate, one for each P(pass) to prepare to, after the certifications of a mask. */
export type OutlooksAt = (candidate: Candidate, mask: number) => readonly Outlook[]

/**
 * Makes the outlook table of a problem; each entry is worked out once, on first use.
 *
 * @example outlookTable(problem)(problem.candidates[0]!, 0).length // 3
 */
export function outlookTable(problem: Problem): OutlooksAt {
  const known = new Map<number, readonly Outlook[]>()
  return (candidate, mask) => {
    const helping = mask & candidate.helpersMask
    const key = helping * 32 + (31 - Math.clz32(candidate.bit))
    const found = known.get(key)
    if (found !== undefined) return found
    const { preparation } = candidate
    const medianHours = preparation.medianHours * shareAt(candidate, helping)
    const made = problem.ladders.map((ladder) => outlookOf({ ...preparation, medianHours }, ladder))
    known.set(key, made)
    return made
  }
}
