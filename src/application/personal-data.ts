import { toIso } from '../domain/kernel/instant.ts'
import type { Ports } from './ports.ts'

/** Everything stored about one person, as plain data. */
export type PersonalData = {
  readonly exportedAt: string
  readonly attempts: unknown
  readonly savedRoutes: unknown
}

/** Gathers everything stored about a candidate, for one file. */
export async function exportPersonalData(
  ports: Pick<Ports, 'clock' | 'attempts' | 'savedRoutes'>,
  candidateId: string,
): Promise<PersonalData> {
  return {
    exportedAt: toIso(ports.clock.now()),
    attempts: await ports.attempts.exportAll(candidateId),
    savedRoutes: await ports.savedRoutes.list(candidateId),
  }
}

/** Deletes everything stored about a candidate; it cannot be undone. */
export async function deletePersonalData(
  ports: Pick<Ports, 'attempts' | 'savedRoutes'>,
  candidateId: string,
): Promise<void> {
  await ports.attempts.deleteAll(candidateId)
  await ports.savedRoutes.deleteAll(candidateId)
}
