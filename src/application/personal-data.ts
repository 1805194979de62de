import { toIso } from '../domain/kernel/instant.ts'
import type { Ports } from './ports.ts'

/** Everything stored about one person, as plain data. */
export type PersonalData = {
  readonly exportedAt: string
  readonly attempts: unknown
  readonly savedRoutes: unknown
  readonly disputes: unknown
  /** Predictions of readiness, and outcomes of real exams as reported. */
  readonly measurement: unknown
  readonly labs: unknown
  /** Records with everything that was signed for them. */
  readonly credentials: unknown
}

/** Gathers everything stored about a candidate, for one file. */
export async function exportPersonalData(
  ports: Pick<
    Ports,
    'clock' | 'attempts' | 'savedRoutes' | 'disputes' | 'measurement' | 'labs' | 'credentials'
  >,
  candidateId: string,
): Promise<PersonalData> {
  return {
    exportedAt: toIso(ports.clock.now()),
    attempts: await ports.attempts.exportAll(candidateId),
    savedRoutes: await ports.savedRoutes.list(candidateId),
    disputes: await ports.disputes.ofCandidate(candidateId),
    measurement: await ports.measurement.exportAll(candidateId),
    labs: await ports.labs.exportAll(candidateId),
    credentials: await ports.credentials.exportAll(candidateId),
  }
}

/** Deletes everything stored about a candidate; it cannot be undone. */
export async function deletePersonalData(
  ports: Pick<Ports, 'attempts' | 'savedRoutes' | 'disputes' | 'measurement' | 'labs' | 'credentials'>,
  candidateId: string,
): Promise<void> {
  await ports.attempts.deleteAll(candidateId)
  await ports.savedRoutes.deleteAll(candidateId)
  await ports.disputes.deleteAll(candidateId)
  await ports.measurement.deleteAll(candidateId)
  await ports.labs.deleteAll(candidateId)
  await ports.credentials.deleteAll(candidateId)
}
