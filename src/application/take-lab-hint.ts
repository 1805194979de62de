import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { hintOf } from '../domain/lab/present-lab.ts'
import type { Ports } from './ports.ts'
import { findLabWork, hintsTaken, type LabAttemptName, type LabAttemptUnknown } from './read-lab.ts'

export type NoMoreHints = { readonly code: 'no-more-hints'; readonly hints: readonly string[] }

/**
 * Gives the next hint. It costs nothing, and is recorded.
 *
 * @returns every hint taken so far, or `lab-attempt-unknown`, or `no-more-hints`
 */
export async function takeLabHint(
  ports: Pick<Ports, 'clock' | 'labs'>,
  name: LabAttemptName,
): Promise<Result<{ readonly hints: readonly string[] }, LabAttemptUnknown | NoMoreHints>> {
  const work = await findLabWork(ports, name)
  if (!work.ok) return work
  const taken = hintsTaken(work.value)
  const next = hintOf(work.value.attempt.lab, work.value.attempt.seed, taken.length)
  if (next === undefined) return fail({ code: 'no-more-hints', hints: taken })
  await ports.labs.append(name.labAttemptId, { kind: 'hint', at: ports.clock.now(), hint: taken.length })
  return ok({ hints: [...taken, next] })
}
