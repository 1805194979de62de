import { blueprintOf } from '../domain/form/blueprint.ts'
import { collectResponses, type PoolResponses } from '../domain/form/collect-responses.ts'
import type { ClosestItem } from '../domain/form/examine-fit.ts'
import type { CalibrationRun, ItemBank } from '../domain/form/item-bank.ts'
import { scaleOfForm } from '../domain/form/measure-form.ts'
import type { Item } from '../domain/item/types.ts'
import { instant, toIso } from '../domain/kernel/instant.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { ItemEstimate, ItemState } from '../domain/measurement/bank/item-estimate.ts'
import { type ReportingScale, scaleAbility } from '../domain/measurement/equating/reporting-scale.ts'
import { probabilityCorrect } from '../domain/measurement/model/probability.ts'
import { missing } from '../domain/measurement/model/response-matrix.ts'
import { summarisePosterior } from '../domain/measurement/scoring/estimate-ability.ts'
import { makePosterior } from '../domain/measurement/scoring/posterior-grid.ts'
import { observedCurve } from '../domain/measurement/statistics/curves.ts'
import { analyseOptions } from '../domain/measurement/statistics/distractor-analysis.ts'
import type { GateFinding } from '../domain/measurement/statistics/fit-gates.ts'
import { type Exam, type ExamUnknown, findExam } from './find-exam.ts'
import type { ItemChoice, Ports } from './ports.ts'
import { readBank } from './read-bank.ts'

/** One option and whom it drew. */
export type AnalysedOption = {
  readonly label: string
  readonly text: string
  readonly inKey: boolean
  readonly misconception: string | null
  readonly share: number
  readonly chosen: number
  /** Correlation of choosing it with the rest of the attempt; null where nobody or everybody did. */
  readonly pointBiserial: number | null
  /** Share in each fifth of candidates by the rest of the attempt, weakest first. */
  readonly byFifth: readonly number[]
}

/** An item with its curve and its options, for its owner. It tells the key. */
export type ItemAnalysis = {
  readonly examCode: string
  readonly itemId: string
  readonly domain: number
  readonly task: string | null
  readonly stem: string
  readonly state: ItemState
  readonly cutScore: number
  /** Share correct expected and observed, over the scaled score of candidates. */
  readonly curve: readonly { readonly scaled: number; readonly expected: number }[]
  readonly observed: readonly {
    readonly scaled: number
    readonly share: number
    readonly candidates: number
  }[]
  readonly options: readonly AnalysedOption[]
  /** Each gate's finding in the newest run; empty before the first that knew this content. */
  readonly gates: readonly GateFinding[]
  /** The item whose answers go along with this one's most; null where too few answered both. */
  readonly closest: ClosestItem | null
  /** When its owner released it, and why. */
  readonly releases: readonly { readonly at: string; readonly reason: string }[]
  /** What earlier runs said, oldest first. */
  readonly versions: readonly {
    readonly version: number
    readonly state: ItemState
    readonly discrimination: number
    readonly difficulty: number
    readonly difficultyError: number
    readonly responses: number
  }[]
}

export type AnalysisRefusal =
  | ExamUnknown
  | { readonly code: 'item-unknown'; readonly itemId: string }
  | { readonly code: 'attempt-open'; readonly attemptId: string }

type AnalysisPorts = Pick<Ports, 'content' | 'measurement' | 'attempts'>

/** Ability of every attempt from all of its items, on the scale of the standard. */
function abilitiesOf({ items, responses }: PoolResponses, bank: ItemBank): number[] {
  const posterior = makePosterior(
    items.map((id) => (bank.estimates.get(id) as ItemEstimate).parameters),
    bank.population,
  )
  return Array.from({ length: responses.persons }, (_, row) => {
    const cells = responses.cells.subarray(row * responses.items, (row + 1) * responses.items)
    return summarisePosterior(posterior(Array.from(cells, (cell) => (cell === missing ? null : cell)))).theta
  })
}

const observedGroups = 8

function observe(
  pool: PoolResponses,
  itemId: string,
  bank: ItemBank,
  scale: ReportingScale,
): ItemAnalysis['observed'] {
  const column = pool.items.indexOf(itemId)
  if (column < 0) return []
  const { cells, items } = pool.responses
  const abilities = abilitiesOf(pool, bank)
  const rows = abilities.flatMap((_, row) => (cells[row * items + column] === missing ? [] : [row]))
  return observedCurve(
    rows.map((row) => cells[row * items + column]!),
    rows.map((row) => abilities[row]!),
    Math.max(1, Math.min(observedGroups, Math.floor(rows.length / 10))),
  ).map(({ theta, p, candidates }) => ({
    scaled: Math.round(scaleAbility(theta, scale)),
    share: p,
    candidates,
  }))
}

/** Items right in each attempt, but for this one: what its options are held against. */
function restScores(pool: PoolResponses, itemId: string): Map<string, number> {
  const { cells, items } = pool.responses
  return new Map(
    pool.attempts.map((attemptId, row) => [
      attemptId,
      pool.items.reduce(
        (sum, id, column) => sum + (id !== itemId && cells[row * items + column] === 1 ? 1 : 0),
        0,
      ),
    ]),
  )
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

function analyse(
  item: Item,
  choices: readonly ItemChoice[],
  rests: ReadonlyMap<string, number>,
): AnalysedOption[] {
  const counted = choices.filter(({ attemptId }) => rests.has(attemptId))
  const scores = counted.map(({ attemptId }) => rests.get(attemptId)!)
  return item.options.map(({ text, key, misconception }, index) => {
    const chose = counted.map(({ chosen }) => (chosen.includes(index) ? 1 : 0))
    const statistics = analyseOptions(chose, scores, 2)[1]!
    return {
      label: String.fromCharCode(65 + index),
      text,
      inKey: Boolean(key),
      misconception,
      share: finite(statistics.share) ?? 0,
      chosen: statistics.chosen,
      pointBiserial: finite(statistics.pointBiserial),
      byFifth: statistics.byFifth.map((share) => finite(share) ?? 0),
    }
  })
}

type Standing = Pick<ItemAnalysis, 'gates' | 'closest' | 'releases' | 'versions'>

async function readStanding(
  { measurement }: AnalysisPorts,
  examCode: string,
  { id, hash }: Item,
): Promise<Standing> {
  const runs = await measurement.runs(examCode)
  const newest = runs[0]?.items.find((item) => item.itemId === id && item.hash === hash)
  const releases = (await measurement.releases(examCode)).filter(
    (release) => release.itemId === id && release.hash === hash,
  )
  return {
    gates: newest?.fit.findings ?? [],
    closest: newest?.closest ?? null,
    releases: releases.map(({ at, reason }) => ({ at: toIso(instant(at)), reason })),
    versions: versionsOf(runs, id),
  }
}

const versionsOf = (runs: readonly CalibrationRun[], itemId: string): ItemAnalysis['versions'] =>
  runs.toReversed().flatMap(({ version, items }) => {
    const item = items.find((one) => one.itemId === itemId)
    if (item === undefined) return []
    const { state, parameters, difficultySd, responses } = item
    return [
      {
        ...{ version, state, responses, discrimination: parameters.a, difficulty: parameters.b },
        difficultyError: difficultySd,
      },
    ]
  })

const abilities = Array.from({ length: 41 }, (_, index) => -3 + index * 0.125)

async function analyseKnown(
  ports: AnalysisPorts,
  { pack, version }: Exam,
  item: Item,
): Promise<ItemAnalysis> {
  const bank = await readBank(ports, pack)
  const { cutScore } = blueprintOf(version, pack)
  const scale = scaleOfForm(cutScore)
  const hashes = new Map(pack.items.map(({ id, hash }) => [id, hash]))
  const pool = collectResponses(await ports.measurement.responses(pack.examCode), hashes, 1)
  const estimate = bank.estimates.get(item.id) as ItemEstimate
  return {
    ...{ examCode: pack.examCode, itemId: item.id, domain: item.domain, task: item.task, stem: item.stem },
    ...{ state: estimate.state, cutScore },
    curve: abilities.map((theta) => ({
      scaled: Math.round(scaleAbility(theta, scale)),
      expected: Math.round(probabilityCorrect(theta, estimate.parameters) * 1e4) / 1e4,
    })),
    observed: observe(pool, item.id, bank, scale),
    options: analyse(
      item,
      await ports.measurement.choices(pack.examCode, item.id),
      restScores(pool, item.id),
    ),
    ...(await readStanding(ports, pack.examCode, item)),
  }
}

/**
 * Analyses one item for its owner: its curve against what was observed, its options, its versions. It tells the key, so it is
 * refused to a person with an open attempt at the exam.
 *
 * @returns the analysis, or `exam-unknown`, `item-unknown`, `attempt-open`
 */
export async function analyseItem(
  ports: AnalysisPorts,
  request: { readonly candidateId: string; readonly examCode: string; readonly itemId: string },
): Promise<Result<ItemAnalysis, AnalysisRefusal>> {
  const exam = findExam(ports.content, request.examCode)
  if (!exam.ok) return exam
  const item = exam.value.pack.items.find(({ id }) => id === request.itemId)
  if (item === undefined) return fail({ code: 'item-unknown', itemId: request.itemId })
  const open = (await ports.attempts.list(request.candidateId)).find(
    ({ state, examCode }) => state === 'open' && examCode === exam.value.pack.examCode,
  )
  if (open !== undefined) return fail({ code: 'attempt-open', attemptId: open.attemptId })
  return ok(await analyseKnown(ports, exam.value, item))
}
