import type { Certification, ExamVersion } from '../domain/catalogue/types.ts'
import type { Pack } from '../domain/item/types.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { Content } from './ports.ts'

export type ExamUnknown = {
  readonly code: 'exam-unknown'
  readonly examCode: string
  readonly known: readonly string[]
}

/** An exam that can be sat here: its version in the catalogue, the certification it belongs to, and the pack. */
export type Exam = {
  readonly certification: Certification
  readonly version: ExamVersion
  readonly pack: Pack
}

/**
 * Finds what is needed to sit an exam by its code, in any letter case.
 *
 * @returns the exam, or `exam-unknown` with the codes that have a pack
 */
export function findExam(content: Content, examCode: string): Result<Exam, ExamUnknown> {
  const code = examCode.toUpperCase()
  const packs = content.packs().map(({ pack }) => pack)
  const pack = packs.find((candidate) => candidate.examCode === code)
  const certification = content
    .catalogue()
    .certifications.find(({ versions }) => versions.some((version) => version.examCode === code))
  const version = certification?.versions.find((candidate) => candidate.examCode === code)
  if (pack === undefined || certification === undefined || version === undefined) {
    return fail({ code: 'exam-unknown', examCode, known: packs.map((known) => known.examCode) })
  }
  return ok({ certification, version, pack })
}
