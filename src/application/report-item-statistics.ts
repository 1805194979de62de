import { families } from '../domain/family/registry.ts'
import { type FittedResult, guessAcross } from '../domain/form/fitted-guesser.ts'
import { guessTestwise, type HeuristicResult } from '../domain/form/guesser.ts'
import { keyPositions } from '../domain/form/lint-pool.ts'
import { findSimilar, type SimilarPair } from '../domain/form/near-duplicates.ts'
import { type AngoffSpread, angoffSpread, type Counts, countBy } from '../domain/form/pool-counts.ts'
import { type StyleFigure, styleOf } from '../domain/form/style.ts'
import { agreesWithKey, type BlindSheet } from '../domain/item/standing.ts'
import type { Item } from '../domain/item/types.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import type { ExamUnknown } from './find-exam.ts'
import { findPacks } from './find-packs.ts'
import type { LoadedPack, Ports } from './ports.ts'

/** What one solver's sheets say. `voided` are sheets for content that has changed since. */
export type SolverRecord = {
  readonly solver: string
  readonly by: BlindSheet['by']
  readonly sheets: number
  readonly agreeing: number
  readonly disagreeing: number
  readonly doubting: number
  readonly voided: number
}

/** Figures of one pack's items, retired ones left out, with those of other packs that serve its exam. */
export type PackStatistics = {
  readonly examCode: string
  readonly title: string
  readonly version: string
  readonly items: number
  /** How many of the items were written for another exam. */
  readonly shared: number
  readonly operational: number
  readonly states: Counts
  readonly domains: Counts
  readonly tasks: Counts
  readonly kinds: Counts
  readonly cognitive: Counts
  readonly writtenBy: Counts
  /** Computed-key families placed in the exam, by task: they stand beside the items and each adds one variant to a pool. */
  readonly families: Counts
  readonly angoff: AngoffSpread | null
  readonly solvers: readonly SolverRecord[]
  readonly guesser: readonly HeuristicResult[]
  readonly keyPositions: { readonly counts: readonly number[]; readonly p: number }
  readonly style: readonly StyleFigure[]
}

/**
 * Figures of every pack asked for; over all packs, the most similar pairs of items and what a guesser gains that was
 * fitted on the other packs (null with a single pack).
 */
export type ItemStatistics = {
  readonly fitted: FittedResult | null
  readonly packs: readonly PackStatistics[]
  readonly similar: readonly SimilarPair[]
}

const similarAbove = 0.2
const mostPairs = 20

function solverRecord(sheets: readonly BlindSheet[], items: ReadonlyMap<string, Item>): SolverRecord {
  const [first] = sheets as readonly [BlindSheet]
  const current = sheets.flatMap((sheet) => {
    const item = items.get(sheet.item)
    return item?.hash === sheet.hash ? [{ sheet, agrees: agreesWithKey(item, sheet) }] : []
  })
  const agreeing = current.filter(({ agrees }) => agrees).length
  return {
    solver: first.solver,
    by: first.by,
    sheets: sheets.length,
    agreeing,
    disagreeing: current.length - agreeing,
    doubting: current.filter(({ sheet }) => sheet.alternatives.length > 0).length,
    voided: sheets.length - current.length,
  }
}

const taskName = ({ domain, task }: Pick<Item, 'domain' | 'task'>): string => task ?? `${domain} (no task)`

const countFamilies = (examCode: string): Counts =>
  countBy(
    families.flatMap(({ placements }) => placements.filter((each) => each.examCode === examCode)),
    taskName,
  )

function describePack({ pack, entries, sheets }: LoadedPack): PackStatistics {
  const living = entries.filter(({ standing }) => standing.state !== 'retired')
  const byId = new Map(entries.map(({ item }) => [item.id, item]))
  const shared = pack.items.filter(({ id }) => !byId.has(id))
  const items = [...living.map(({ item }) => item), ...shared]
  const solvers = [...Map.groupBy(sheets, ({ solver }) => solver).values()]
  return {
    examCode: pack.examCode,
    title: pack.title,
    version: pack.version,
    items: items.length,
    shared: shared.length,
    operational: pack.items.length,
    states: countBy(entries, ({ standing }) => standing.state),
    domains: countBy(items, ({ domain }) => String(domain)),
    tasks: countBy(items, taskName),
    kinds: countBy(items, ({ kind }) => kind),
    cognitive: countBy(items, ({ cognitive }) => cognitive),
    writtenBy: countBy(items, ({ origin }) => origin.by),
    families: countFamilies(pack.examCode),
    angoff: angoffSpread(items),
    solvers: solvers
      .map((theirs) => solverRecord(theirs, byId))
      .sort((a, b) => a.solver.localeCompare(b.solver)),
    guesser: guessTestwise(items),
    keyPositions: keyPositions(items),
    style: styleOf(items),
  }
}

/**
 * Reports what can be counted about the items of one pack or of all: states, spread over the blueprint, who wrote and who
 * solved them, what a test-wise guesser gains, style, and near-duplicates over all packs.
 *
 * @returns the figures, or `exam-unknown`
 */
export function reportItemStatistics(
  ports: Pick<Ports, 'content'>,
  request: { readonly examCode?: string } = {},
): Result<ItemStatistics, ExamUnknown> {
  const packs = findPacks(ports.content, request.examCode)
  if (!packs.ok) return packs
  const named = new Set(packs.value.flatMap(({ entries }) => entries.map(({ item }) => item.id)))
  const pools = ports.content.packs().map(({ entries }) => entries.map(({ item }) => item))
  const similar = findSimilar(pools.flat(), similarAbove).filter(({ a, b }) => named.has(a) || named.has(b))
  return ok({
    packs: packs.value.map(describePack),
    similar: similar.slice(0, mostPairs),
    fitted: guessAcross(pools),
  })
}
