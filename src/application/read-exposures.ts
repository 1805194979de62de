import type { Pack } from '../domain/item/types.ts'
import type { Content, Exposure, Ports } from './ports.ts'

/**
 * Codes of the exams whose pools share an item with this one, its own first: who met an item in one has met it in all.
 */
function examsSharing(content: Content, { examCode, items }: Pack): string[] {
  const ids = new Set(items.map(({ id }) => id))
  const others = content
    .packs()
    .map(({ pack }) => pack)
    .filter((pack) => pack.examCode !== examCode && pack.items.some(({ id }) => ids.has(id)))
  return [examCode, ...others.map((pack) => pack.examCode)]
}

/** What the candidate has met of the pack's items, in whichever exam, newest first. */
export function readExposures(
  { attempts, content }: Pick<Ports, 'attempts' | 'content'>,
  candidateId: string,
  pack: Pack,
): Promise<readonly Exposure[]> {
  return attempts.exposures(candidateId, examsSharing(content, pack))
}
