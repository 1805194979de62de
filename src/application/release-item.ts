import { holdingGates, type ItemRelease, isReleased } from '../domain/form/item-release.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { type ExamUnknown, findExam } from './find-exam.ts'
import type { Ports } from './ports.ts'

export type ReleaseRefusal =
  | ExamUnknown
  | { readonly code: 'item-unknown'; readonly itemId: string }
  | { readonly code: 'item-not-held'; readonly itemId: string }

/**
 * Puts an item that the gates hold back into the pool, on the word of its owner. The release names the gates that were looked at;
 * another gate, or an edit, ends it.
 *
 * @returns the release, or `exam-unknown`, `item-unknown`, `item-not-held` (nothing holds it, or it is released already)
 */
export async function releaseItem(
  ports: Pick<Ports, 'clock' | 'content' | 'measurement'>,
  request: { readonly examCode: string; readonly itemId: string; readonly reason: string },
): Promise<Result<ItemRelease, ReleaseRefusal>> {
  const exam = findExam(ports.content, request.examCode)
  if (!exam.ok) return exam
  const { pack } = exam.value
  const { itemId, reason } = request
  const item = pack.items.find(({ id }) => id === itemId)
  if (item === undefined) return fail({ code: 'item-unknown', itemId })
  const run = await ports.measurement.newestRun(pack.examCode)
  const held = run?.items.find((one) => one.itemId === itemId && one.hash === item.hash)
  const releases = await ports.measurement.releases(pack.examCode)
  if (run === undefined || held?.state !== 'held' || isReleased(held, releases))
    return fail({ code: 'item-not-held', itemId })
  const release: ItemRelease = {
    ...{ itemId, hash: item.hash, version: run.version, gates: holdingGates(held) },
    ...{ reason, at: ports.clock.now() },
  }
  await ports.measurement.saveRelease(pack.examCode, release)
  return ok(release)
}
