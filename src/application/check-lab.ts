import { ok, type Result } from '../domain/kernel/result.ts'
import { filesOf } from '../domain/lab/present-lab.ts'
import type { LabFiles, LabReport } from '../domain/lab/types.ts'
import { type BenchPorts, findingsInTemplates, gradeWorkpiece } from './lab-bench.ts'
import type { Ports } from './ports.ts'
import { findLabWork, type LabAttemptName, type LabAttemptUnknown } from './read-lab.ts'

/** Files of an attempt as they stand now; a file that is left out counts as it started. */
export type LabCheck = LabAttemptName & { readonly files: LabFiles }

/**
 * Checks work against the whole matrix of its variant, and stores files and report.
 *
 * @returns the report, or `lab-attempt-unknown`
 */
export async function checkLab(
  ports: BenchPorts & Pick<Ports, 'clock' | 'labs'>,
  check: LabCheck,
): Promise<Result<LabReport, LabAttemptUnknown>> {
  const work = await findLabWork(ports, check)
  if (!work.ok) return work
  const { lab, seed } = work.value.attempt
  const files = filesOf(lab, seed, check.files)
  const report = await gradeWorkpiece(ports, { lab, seed, files })
  await ports.labs.append(check.labAttemptId, { kind: 'checked', at: ports.clock.now(), files, report })
  return ok(report)
}

/** Tries work against the visible cases alone, and stores nothing: what an editor asks while a person types. */
export async function tryLab(
  ports: BenchPorts & Pick<Ports, 'labs' | 'templateValidator'>,
  check: LabCheck,
): Promise<Result<Pick<LabReport, 'findings' | 'requirements'>, LabAttemptUnknown>> {
  const work = await findLabWork(ports, check)
  if (!work.ok) return work
  const { lab, seed } = work.value.attempt
  const { findings, requirements } = await gradeWorkpiece(ports, { lab, seed, files: check.files }, 'visible')
  // A document that cannot be read has its finding already.
  if (findings.length > 0) return ok({ findings, requirements })
  const files = filesOf(lab, seed, check.files)
  return ok({ findings: await findingsInTemplates(ports, { lab, files }), requirements })
}
