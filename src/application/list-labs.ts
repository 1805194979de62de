import type { Lab, LabTier } from '../domain/lab/types.ts'
import type { DatedLabReport, Ports } from './ports.ts'

/** A lab's line in a list, with the best result of the person who asks. */
export type LabSummary = Pick<Lab, 'id' | 'code' | 'title' | 'summary' | 'tier' | 'exams' | 'minutes'> & {
  readonly best: { readonly earned: number; readonly possible: number } | null
}

const tiers: readonly LabTier[] = ['foundational', 'associate', 'professional', 'specialty']

function bestOf(labId: string, reports: readonly DatedLabReport[]): LabSummary['best'] {
  const own = reports.map(({ report }) => report).filter((report) => report.labId === labId)
  const share = ({ earned, possible }: { earned: number; possible: number }) => earned / possible
  const [best] = [...own].sort((left, right) => share(right) - share(left))
  return best === undefined ? null : { earned: best.earned, possible: best.possible }
}

/** Every lab, by tier and then by code. */
export async function listLabs(
  { labShelf, labs }: Pick<Ports, 'labShelf' | 'labs'>,
  candidateId: string,
): Promise<readonly LabSummary[]> {
  const reports = await labs.reportsOf(candidateId)
  const summaries = labShelf.labs().map(({ id, code, title, summary, tier, exams, minutes }) => ({
    ...{ id, code, title, summary, tier, exams, minutes },
    best: bestOf(id, reports),
  }))
  return tiers.flatMap((tier) => summaries.filter((summary) => summary.tier === tier))
}
