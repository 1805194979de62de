import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { ExamUnknown } from './find-exam.ts'
import type { Content, LoadedPack } from './ports.ts'

/**
 * The pack of an exam code, in any letter case, or all packs where none is named.
 * @returns the packs, or `exam-unknown` with the codes that have one
 */
export function findPacks(content: Content, examCode?: string): Result<readonly LoadedPack[], ExamUnknown> {
  const packs = content.packs()
  if (examCode === undefined) return ok(packs)
  const found = packs.filter(({ pack }) => pack.examCode === examCode.toUpperCase())
  return found.length > 0
    ? ok(found)
    : fail({ code: 'exam-unknown', examCode, known: packs.map(({ pack }) => pack.examCode) })
}
