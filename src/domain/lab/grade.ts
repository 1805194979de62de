import { isJsonObject, type Json, type JsonObject } from '../cloud/json.ts'
import { resolveFiles } from './resolve-files.ts'
import type {
  CaseResult,
  Expectation,
  LabCase,
  ProbeAnswer,
  ProbeName,
  ReadFiles,
  RequirementResult,
} from './types.ts'

/** Answers a case of one model. What the person wrote may make it impossible to ask; then the answer is `invalid`. */
export type Probe = (ask: Readonly<Record<string, Json>>) => ProbeAnswer | Promise<ProbeAnswer>

/** The models that are at hand. */
export type Probes = Readonly<Partial<Record<ProbeName, Probe>>>

/** The answer where the files leave nothing to ask. */
export const invalid = (because: string): ProbeAnswer => ({ answer: 'invalid', because })

const boundOf = (expected: Expectation, name: 'atMost' | 'atLeast'): number | undefined => {
  const bound = isJsonObject(expected) ? (expected as JsonObject)[name] : undefined
  return typeof bound === 'number' ? bound : undefined
}

/** JSON with members in the order of their names, so that order never decides. */
function canonical(value: Json): string {
  if (!isJsonObject(value))
    return Array.isArray(value) ? `[${value.map(canonical).join()}]` : JSON.stringify(value)
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${members.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`).join()}}`
}

/**
 * True where an answer is what the case expects; order of members does not count.
 *
 * @example meets(3, { atMost: 4 }) // true
 */
export function meets(answer: Json, expected: Expectation): boolean {
  const most = boundOf(expected, 'atMost')
  if (most !== undefined) return typeof answer === 'number' && answer <= most
  const least = boundOf(expected, 'atLeast')
  if (least !== undefined) return typeof answer === 'number' && answer >= least
  return canonical(answer) === canonical(expected as Json)
}

/** An answer or expectation in words. @example describeAnswer({ atMost: 4 }) // 'at most 4' */
export function describeAnswer(value: Expectation): string {
  const most = boundOf(value, 'atMost')
  if (most !== undefined) return `at most ${most}`
  const least = boundOf(value, 'atLeast')
  if (least !== undefined) return `at least ${least}`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

async function answerCase({ probe, ask }: LabCase, files: ReadFiles, probes: Probes): Promise<ProbeAnswer> {
  const asked = resolveFiles(ask, files)
  if (!asked.ok) return invalid(asked.error.text)
  const model = probes[probe]
  if (model === undefined) throw new RangeError(`No model named "${probe}" is at hand.`)
  return model(asked.value)
}

/** Asks the model of one case. */
export async function runCase(labCase: LabCase, files: ReadFiles, probes: Probes): Promise<CaseResult> {
  const { answer, because } = await answerCase(labCase, files, probes)
  return {
    title: labCase.title,
    passed: meets(answer, labCase.expect),
    expected: describeAnswer(labCase.expect),
    actual: describeAnswer(answer),
    because,
  }
}

type Ran = { readonly labCase: LabCase; readonly result: CaseResult }

const tally = (ran: readonly Ran[]) => ({
  passed: ran.filter(({ result }) => result.passed).length,
  total: ran.length,
})

type Standing = Pick<RequirementResult, 'id' | 'text' | 'must' | 'weight'>

function standingOf(requirement: Standing, ran: readonly Ran[]): RequirementResult {
  const { id, text, must, weight } = requirement
  const visible = ran.filter(({ labCase }) => labCase.visible)
  const hidden = ran.filter(({ labCase }) => !labCase.visible)
  const met = ran.every(({ result }) => result.passed)
  const shown = visible.every(({ result }) => result.passed)
  return {
    ...{ id, text, must, weight },
    earned: met ? weight : 0,
    visible: tally(visible),
    hidden: tally(hidden),
    cases: visible.map(({ result }) => result),
    failed: shown ? (hidden.find(({ result }) => !result.passed)?.result ?? null) : null,
  }
}

/** True where the work tells the two kinds apart: something works, and of what must stay denied something does. */
function tellsApart(results: readonly RequirementResult[]): boolean {
  const met = (kind: RequirementResult['must']) =>
    results.some(({ must, earned }) => must === kind && earned > 0)
  return met('work') && (met('denied') || results.every(({ must }) => must === 'work'))
}

/**
 * Grades a matrix. A requirement earns its weight where every case of it holds. Work in which nothing works, or nothing
 * stays denied, earns nothing: an empty file denies everything, and `*` allows it.
 */
export async function gradeMatrix(
  requirements: readonly Standing[],
  matrix: readonly LabCase[],
  bench: { readonly files: ReadFiles; readonly probes: Probes },
): Promise<readonly RequirementResult[]> {
  const ran: Ran[] = []
  for (const labCase of matrix)
    ran.push({ labCase, result: await runCase(labCase, bench.files, bench.probes) })
  const results = requirements.map((requirement) =>
    standingOf(
      requirement,
      ran.filter(({ labCase }) => labCase.requirementId === requirement.id),
    ),
  )
  return tellsApart(results) ? results : results.map((result) => ({ ...result, earned: 0 }))
}
