import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { Lab, LabAttempt } from '../domain/lab/types.ts'
import type { LabShelf, Ports } from './ports.ts'
import { type LabAttemptView, viewLabWork } from './read-lab.ts'

export type LabUnknown = {
  readonly code: 'lab-unknown'
  readonly labId: string
  readonly known: readonly string[]
}

/** Finds a lab by its id or its code, in any letter case. */
export function findLab(shelf: LabShelf, named: string): Result<Lab, LabUnknown> {
  const wanted = named.toLowerCase()
  const lab = shelf.labs().find(({ id, code }) => id === wanted || code.toLowerCase() === wanted)
  return lab === undefined
    ? fail({ code: 'lab-unknown', labId: named, known: shelf.labs().map(({ id }) => id) })
    : ok(lab)
}

/** Which lab is begun. Equal seeds give equal variants; without one the attempt gets its own. */
export type StartLab = { readonly candidateId: string; readonly labId: string; readonly seed?: string }

/**
 * Begins an attempt: draws a personal variant and stores it with the lab's definition.
 *
 * @returns the attempt as its owner sees it, or `lab-unknown` with the labs that there are
 */
export async function startLab(
  ports: Pick<Ports, 'clock' | 'identifiers' | 'secrets' | 'labShelf' | 'labs'>,
  { candidateId, labId, seed }: StartLab,
): Promise<Result<LabAttemptView, LabUnknown>> {
  const found = findLab(ports.labShelf, labId)
  if (!found.ok) return found
  const labAttemptId = ports.identifiers.next()
  const attempt: LabAttempt = {
    labAttemptId,
    candidateId,
    lab: found.value,
    seed: seed ?? ports.secrets.derive(`lab ${labAttemptId}`).slice(0, 12),
    startedAt: ports.clock.now(),
  }
  await ports.labs.create(attempt)
  return ok(viewLabWork({ attempt, events: [] }))
}
