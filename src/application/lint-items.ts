import { type FittedResult, guessAcross } from '../domain/form/fitted-guesser.ts'
import { lintPool, type PoolFinding } from '../domain/form/lint-pool.ts'
import type { Item } from '../domain/item/types.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import type { ExamUnknown } from './find-exam.ts'
import { findPacks } from './find-packs.ts'
import type { Content, ContentFinding, LoadedPack, Ports } from './ports.ts'

/** What lint found in one pack: item by item with file and line, and in the pool as a whole. */
export type PackLint = {
  readonly examCode: string
  readonly items: number
  readonly errors: number
  readonly warnings: number
  readonly findings: readonly ContentFinding[]
  readonly pool: readonly PoolFinding[]
}

/** Share of recall items that a pack may have: foundational exams ask for more of it. */
const recallShareMost = { foundational: 0.4, other: 0.2 } as const

function recallLimit(content: Content, examCode: string): number {
  const certification = content
    .catalogue()
    .certifications.find(({ versions }) => versions.some((version) => version.examCode === examCode))
  return certification?.tier === 'foundational' ? recallShareMost.foundational : recallShareMost.other
}

/** Items of a pack that are or may come into use. */
const livingItems = ({ entries }: LoadedPack): Item[] =>
  entries.filter(({ standing }) => standing.state !== 'retired').map(({ item }) => item)

function lintPack(content: Content, loaded: LoadedPack): PackLint {
  const { examCode } = loaded.pack
  const pool = lintPool(livingItems(loaded), recallLimit(content, examCode))
  const levels = [...loaded.findings, ...pool].map(({ level }) => level)
  return {
    examCode,
    items: loaded.entries.length,
    errors: levels.filter((level) => level === 'error').length,
    warnings: levels.filter((level) => level === 'warning').length,
    findings: loaded.findings,
    pool,
  }
}

/**
 * Lints the items of one pack or of all, each pack also as a pool.
 * @returns a report for each pack, or `exam-unknown`
 */
export function lintItems(
  ports: Pick<Ports, 'content'>,
  request: { readonly examCode?: string } = {},
): Result<readonly PackLint[], ExamUnknown> {
  const packs = findPacks(ports.content, request.examCode)
  return packs.ok ? ok(packs.value.map((loaded) => lintPack(ports.content, loaded))) : packs
}

/** What a guesser gains over all packs that was fitted on the other packs; null with fewer than two. */
export const lintBank = ({ content }: Pick<Ports, 'content'>): FittedResult | null =>
  guessAcross(content.packs().map(livingItems))
