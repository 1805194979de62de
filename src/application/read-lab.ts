import type { Instant } from '../domain/kernel/instant.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { filesOf, hintOf, presentLab } from '../domain/lab/present-lab.ts'
import type { LabFiles, LabReport, PresentedLab } from '../domain/lab/types.ts'
import type { LabWork, Ports } from './ports.ts'

/** An attempt as its owner names it. */
export type LabAttemptName = { readonly labAttemptId: string; readonly candidateId: string }

export type LabAttemptUnknown = { readonly code: 'lab-attempt-unknown' }

/** An attempt as a person sees it: the lab in their variant, their files as last checked, hints taken, the last report. */
export type LabAttemptView = {
  readonly labAttemptId: string
  readonly seed: string
  readonly startedAt: Instant
  readonly lab: PresentedLab
  readonly files: LabFiles
  readonly hints: readonly string[]
  readonly checks: number
  readonly report: LabReport | null
}

/** Finds an attempt of a person, or refuses with `lab-attempt-unknown`. */
export async function findLabWork(
  { labs }: Pick<Ports, 'labs'>,
  { labAttemptId, candidateId }: LabAttemptName,
): Promise<Result<LabWork, LabAttemptUnknown>> {
  const work = await labs.find(labAttemptId, candidateId)
  return work === undefined ? fail({ code: 'lab-attempt-unknown' }) : ok(work)
}

/** The hints that were taken, in order. */
export const hintsTaken = ({ attempt, events }: LabWork): readonly string[] =>
  events.flatMap((event) =>
    event.kind === 'hint' ? [hintOf(attempt.lab, attempt.seed, event.hint) ?? ''] : [],
  )

/** What a person may see of their work: nothing of the hidden cases but how many there are. */
export function viewLabWork(work: LabWork): LabAttemptView {
  const { labAttemptId, lab, seed, startedAt } = work.attempt
  const checks = work.events.filter((event) => event.kind === 'checked')
  const last = checks.at(-1)
  return {
    ...{ labAttemptId, seed, startedAt },
    lab: presentLab(lab, seed),
    files: filesOf(lab, seed, last?.files ?? {}),
    hints: hintsTaken(work),
    checks: checks.length,
    report: last?.report ?? null,
  }
}

/** Reads an attempt of a person. */
export async function readLab(
  ports: Pick<Ports, 'labs'>,
  name: LabAttemptName,
): Promise<Result<LabAttemptView, LabAttemptUnknown>> {
  const work = await findLabWork(ports, name)
  return work.ok ? ok(viewLabWork(work.value)) : work
}
