import {
  type AnswerInvalid,
  type ReviewSheet,
  readAnswer,
  type SheetItem,
} from '../domain/item/review-sheet.ts'
import { agreesWithKey, type BlindSheet } from '../domain/item/standing.ts'
import { dateOf } from '../domain/kernel/calendar-date.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { ExamUnknown } from './find-exam.ts'
import { findPacks } from './find-packs.ts'
import type { LoadedPack, Ports } from './ports.ts'

/** What stands in the way of one item of the sheet. */
export type SheetProblem = {
  readonly item: string
  readonly problem:
    | 'item-unknown'
    | 'item-changed'
    | 'solved-before'
    | 'listed-twice'
    | AnswerInvalid['reason']
}

/** The file cannot be taken; nothing was stored. */
export type SheetRefused = { readonly code: 'sheet-refused'; readonly problems: readonly SheetProblem[] }
export type SolverNameInvalid = { readonly code: 'solver-name-invalid'; readonly solver: string }

/** What a sheet said about the items solved. Never holds a key. */
export type ImportedReview = {
  readonly solver: string
  readonly stored: number
  readonly skipped: readonly string[]
  readonly agreeing: readonly string[]
  readonly disagreeing: readonly {
    readonly item: string
    readonly answer: readonly string[]
    readonly reason: string
  }[]
  readonly doubted: readonly {
    readonly item: string
    readonly alternatives: readonly string[]
    readonly reason: string
  }[]
}

/** The part of a filled-in sheet that is read: which item in which content, and what was answered. */
export type FilledItem = Pick<SheetItem, 'item' | 'hash' | 'answer' | 'reason' | 'alternatives'>

export type ReviewImport = {
  readonly sheet: Pick<ReviewSheet, 'examCode' | 'seed'> & { readonly items: readonly FilledItem[] }
  readonly solver: string
  readonly by: BlindSheet['by']
}

/** An answered item of the sheet with what is to be stored for it. */
type Solved = { readonly filled: FilledItem; readonly stored: BlindSheet; readonly agrees: boolean }

const namePattern = /^[a-z0-9][a-z0-9-]{0,40}$/

function solve(
  filled: FilledItem,
  request: ReviewImport,
  { loaded, on }: { loaded: LoadedPack; on: BlindSheet['on'] },
): Result<Solved, SheetProblem> {
  const item = loaded.entries.find((entry) => entry.item.id === filled.item)?.item
  const refuse = (problem: SheetProblem['problem']) => fail<SheetProblem>({ item: filled.item, problem })
  if (item === undefined) return refuse('item-unknown')
  if (item.hash !== filled.hash) return refuse('item-changed')
  if (request.sheet.items.filter((other) => other.item === filled.item).length > 1)
    return refuse('listed-twice')
  const before = loaded.sheets.some(
    (sheet) => sheet.hash === item.hash && sheet.item === item.id && sheet.solver === request.solver,
  )
  if (before) return refuse('solved-before')
  const read = readAnswer(item, filled, request.sheet.seed)
  if (!read.ok) return refuse(read.error.reason)
  const { solver, by } = request
  const stored: BlindSheet = {
    item: item.id,
    hash: item.hash,
    solver,
    by,
    ...read.value,
    reason: filled.reason.trim(),
    on,
  }
  return ok({ filled, stored, agrees: agreesWithKey(item, stored) })
}

function summarise(request: ReviewImport, solved: readonly Solved[]): ImportedReview {
  const answered = new Set(solved.map(({ filled }) => filled.item))
  return {
    solver: request.solver,
    stored: solved.length,
    skipped: request.sheet.items.map(({ item }) => item).filter((item) => !answered.has(item)),
    agreeing: solved.filter(({ agrees }) => agrees).map(({ filled }) => filled.item),
    disagreeing: solved
      .filter(({ agrees }) => !agrees)
      .map(({ filled: { item, answer, reason } }) => ({ item, answer, reason })),
    doubted: solved
      .filter(({ filled }) => filled.alternatives.length > 0)
      .map(({ filled: { item, alternatives, reason } }) => ({ item, alternatives, reason })),
  }
}

/**
 * Takes a filled-in blind sheet and stores a line for each answered item beside its pack, all or nothing.
 *
 * @returns agreements, disagreements and named alternatives, or `sheet-refused` with every problem, `solver-name-invalid`, `exam-unknown`
 */
export function importItemReview(
  ports: Pick<Ports, 'content' | 'clock' | 'reviewSheets'>,
  request: ReviewImport,
): Result<ImportedReview, ExamUnknown | SheetRefused | SolverNameInvalid> {
  if (!namePattern.test(request.solver)) return fail({ code: 'solver-name-invalid', solver: request.solver })
  const packs = findPacks(ports.content, request.sheet.examCode)
  if (!packs.ok) return packs
  const [loaded] = packs.value as readonly [LoadedPack]
  const on = dateOf(ports.clock.now())
  const results = request.sheet.items
    .filter(({ answer }) => answer.length > 0)
    .map((filled) => solve(filled, request, { loaded, on }))
  const problems = results.flatMap((result) => (result.ok ? [] : [result.error]))
  if (problems.length > 0) return fail({ code: 'sheet-refused', problems })
  const solved = results.flatMap((result) => (result.ok ? [result.value] : []))
  ports.reviewSheets.append(
    loaded,
    solved.map(({ stored }) => stored),
  )
  return ok(summarise(request, solved))
}
