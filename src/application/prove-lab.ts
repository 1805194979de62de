import { ok, type Result } from '../domain/kernel/result.ts'
import { variantOf } from '../domain/lab/draw-matrix.ts'
import { fillText } from '../domain/lab/fill.ts'
import type { Lab, LabReport } from '../domain/lab/types.ts'
import { type BenchPorts, gradeWorkpiece } from './lab-bench.ts'
import type { LabSolution, Ports } from './ports.ts'
import { findLab, type LabUnknown } from './start-lab.ts'

/** A known solution that the grader judged wrongly: the seeds, and the first report. */
export type LabMisjudgement = {
  readonly solution: string
  readonly seeds: readonly string[]
  readonly report: LabReport
}

/**
 * How well a lab's grader tells right from faulty: right solutions accepted on every seed, faulty ones rejected on every
 * seed, and the share of the latter (the mutation score, 0 to 1).
 */
export type LabProof = {
  readonly labId: string
  readonly code: string
  readonly seeds: number
  readonly cases: number
  readonly right: { readonly accepted: number; readonly total: number }
  readonly faulty: { readonly rejected: number; readonly total: number }
  readonly mutationScore: number
  readonly emptyRejected: boolean
  readonly misjudged: readonly LabMisjudgement[]
}

type Judged = { readonly solution: LabSolution; readonly wrong: readonly (readonly [string, LabReport])[] }

function fillSolution(lab: Lab, solution: LabSolution, seed: string): Readonly<Record<string, string>> {
  const values = variantOf(lab, seed)
  return Object.fromEntries(
    Object.entries(solution.files).map(([path, text]) => [path, fillText(text, values)]),
  )
}

async function judge(
  ports: BenchPorts,
  lab: Lab,
  solution: LabSolution,
  seeds: readonly string[],
): Promise<Judged> {
  const wrong: [string, LabReport][] = []
  for (const seed of seeds) {
    const report = await gradeWorkpiece(ports, { lab, seed, files: fillSolution(lab, solution, seed) })
    if (report.complete !== solution.right) wrong.push([seed, report])
  }
  return { solution, wrong }
}

/** The files as they start: a solution that no lab may accept. */
const untouched: LabSolution = { name: 'as it starts', right: false, files: {} }

function misjudgedIn({ solution, wrong }: Judged): LabMisjudgement[] {
  const [first] = wrong
  return first === undefined
    ? []
    : [{ solution: solution.name, seeds: wrong.map(([seed]) => seed), report: first[1] }]
}

const countRight = (judged: readonly Judged[]) => ({
  total: judged.length,
  judgedRight: judged.filter(({ wrong }) => wrong.length === 0).length,
})

/** Holds a lab's grader against its known solutions, on `count` seeds. */
export async function proveLab(
  ports: BenchPorts & Pick<Ports, 'labShelf'>,
  { labId, count }: { readonly labId: string; readonly count: number },
): Promise<Result<LabProof, LabUnknown>> {
  const found = findLab(ports.labShelf, labId)
  if (!found.ok) return found
  const lab = found.value
  const seeds = Array.from({ length: count }, (_, index) => `proof-${index + 1}`)
  const judged: Judged[] = []
  for (const solution of [...ports.labShelf.solutions(lab.id), untouched])
    judged.push(await judge(ports, lab, solution, seeds))
  const right = countRight(judged.filter(({ solution }) => solution.right))
  const faulty = countRight(judged.filter(({ solution }) => !solution.right && solution !== untouched))
  const empty = judged.at(-1)
  const sample = await gradeWorkpiece(ports, { lab, seed: 'proof-1', files: {} })
  return ok({
    labId: lab.id,
    code: lab.code,
    seeds: count,
    cases: sample.requirements.reduce((sum, { visible, hidden }) => sum + visible.total + hidden.total, 0),
    right: { accepted: right.judgedRight, total: right.total },
    faulty: { rejected: faulty.judgedRight, total: faulty.total },
    mutationScore: faulty.total === 0 ? 0 : faulty.judgedRight / faulty.total,
    emptyRejected: empty?.wrong.length === 0,
    misjudged: judged.flatMap(misjudgedIn),
  })
}
