import { makeReviewSheet, type ReviewSheet } from '../domain/item/review-sheet.ts'
import type { ItemState } from '../domain/item/standing.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { ExamUnknown } from './find-exam.ts'
import { findPacks } from './find-packs.ts'
import type { Ports } from './ports.ts'

/** Which items to put on the sheet: those in one state, or all that are not retired. */
export type ReviewScope = Extract<ItemState, 'draft' | 'in-review' | 'disputed'> | 'all'

export type NothingToReview = {
  readonly code: 'nothing-to-review'
  readonly examCode: string
  readonly only: ReviewScope
}

/**
 * Makes a blind sheet for a solver: what a candidate would see, without key, rationale or task.
 * @returns the sheet, or `exam-unknown`, or `nothing-to-review` where no item is in that state
 */
export function exportItemReview(
  ports: Pick<Ports, 'content' | 'identifiers'>,
  request: { readonly examCode: string; readonly only: ReviewScope; readonly seed?: string },
): Result<ReviewSheet, ExamUnknown | NothingToReview> {
  const packs = findPacks(ports.content, request.examCode)
  if (!packs.ok) return packs
  const entries = packs.value.flatMap((loaded) => loaded.entries)
  const wanted = entries.filter(({ standing }) =>
    request.only === 'all' ? standing.state !== 'retired' : standing.state === request.only,
  )
  if (wanted.length === 0)
    return fail({ code: 'nothing-to-review', examCode: request.examCode, only: request.only })
  return ok(
    makeReviewSheet({
      examCode: request.examCode.toUpperCase(),
      items: wanted.map(({ item }) => item),
      stimuli: packs.value.flatMap(({ pack }) => pack.stimuli),
      seed: request.seed ?? ports.identifiers.next(),
    }),
  )
}
