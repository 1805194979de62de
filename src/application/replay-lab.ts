import { ok, type Result } from '../domain/kernel/result.ts'
import type { LabReport } from '../domain/lab/types.ts'
import { type BenchPorts, gradeWorkpiece } from './lab-bench.ts'
import type { Ports } from './ports.ts'
import { findLabWork, type LabAttemptName, type LabAttemptUnknown } from './read-lab.ts'

/** One check graded again: whether the report is the same, and what it rests on differs in. */
export type ReplayedCheck = {
  readonly same: boolean
  readonly changed: readonly (keyof LabReport['versions'])[]
  readonly before: LabReport
  readonly now: LabReport
}

const judgement = ({ versions: _, ...rest }: LabReport): string => JSON.stringify(rest)

const changedIn = (before: LabReport, now: LabReport): ReplayedCheck['changed'] =>
  (['lab', 'facts', 'models'] as const).filter((name) => before.versions[name] !== now.versions[name])

/** Grades every check of an attempt again from its stored files and definition; nothing is stored. */
export async function replayLab(
  ports: BenchPorts & Pick<Ports, 'labs'>,
  name: LabAttemptName,
): Promise<Result<readonly ReplayedCheck[], LabAttemptUnknown>> {
  const work = await findLabWork(ports, name)
  if (!work.ok) return work
  const { lab, seed } = work.value.attempt
  const replayed: ReplayedCheck[] = []
  for (const event of work.value.events) {
    if (event.kind !== 'checked') continue
    const now = await gradeWorkpiece(ports, { lab, seed, files: event.files })
    const { report: before } = event
    replayed.push({
      same: judgement(before) === judgement(now),
      changed: changedIn(before, now),
      before,
      now,
    })
  }
  return ok(replayed)
}
