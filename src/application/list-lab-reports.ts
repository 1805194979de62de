import type { Lab } from '../domain/lab/types.ts'
import type { DatedLabReport, Ports } from './ports.ts'

/** The best check of one lab by one person: evidence for a readiness record, never an exam score. */
export type LabEvidence = DatedLabReport & {
  readonly code: string
  readonly tier: Lab['tier']
  readonly exams: Lab['exams']
  readonly hintsTaken: number
}

const shareOf = ({ report }: DatedLabReport): number => report.earned / report.possible

function betterOf(left: DatedLabReport | undefined, right: DatedLabReport): DatedLabReport {
  return left === undefined || shareOf(right) > shareOf(left) ? right : left
}

/** A person's best report of each lab, the newest first; of equal ones the first that was reached. */
export async function listLabReports(
  { labs }: Pick<Ports, 'labs'>,
  candidateId: string,
): Promise<readonly LabEvidence[]> {
  const work = new Map((await labs.list(candidateId)).map((each) => [each.attempt.labAttemptId, each]))
  const best = new Map<string, DatedLabReport>()
  for (const dated of await labs.reportsOf(candidateId))
    best.set(dated.report.labId, betterOf(best.get(dated.report.labId), dated))
  const evidence = [...best.values()].flatMap((dated) => {
    const own = work.get(dated.labAttemptId)
    if (own === undefined) return []
    const { code, tier, exams } = own.attempt.lab
    const hintsTaken = own.events.filter(({ kind, at }) => kind === 'hint' && at <= dated.at).length
    return [{ ...dated, code, tier, exams, hintsTaken }]
  })
  return evidence.sort((left, right) => right.at - left.at)
}
