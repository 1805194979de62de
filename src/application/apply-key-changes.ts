import { changesOn } from '../domain/attempt/key-changes.ts'
import { replay } from '../domain/attempt/replay.ts'
import { scoreAgain } from '../domain/attempt/score-again.ts'
import { changeId, type KeyChange } from '../domain/item/key-change.ts'
import type { Ports, StoredAttempt } from './ports.ts'

type ChangePorts = Pick<Ports, 'clock' | 'attempts' | 'content'>

/** Scores one closed attempt again by every change that touches it and has not been applied; true where one had not. */
async function rescore(
  ports: ChangePorts,
  { attempt, events, report }: StoredAttempt,
  changes: readonly KeyChange[],
): Promise<boolean> {
  const replayed = replay(events)
  const applied = [...replayed.changes]
  const known = new Set(applied.map(changeId))
  for (const change of changesOn(attempt.form, changes)) {
    if (known.has(changeId(change))) continue
    applied.push(change)
    const next = scoreAgain(attempt, replayed, { report, changes: applied })
    if (next === null) return false
    await ports.attempts.rescore({ attempt, change, at: ports.clock.now(), report: next })
  }
  return applied.length > replayed.changes.length
}

/**
 * Scores closed attempts again by the key changes of the packs: those that touch an attempt and were not applied to it yet.
 * The report that stood before stays with the attempt's events. Attempts of a programme are left to its owner.
 *
 * @returns how many attempts were scored again
 */
export async function applyKeyChanges(ports: ChangePorts): Promise<number> {
  const changes = ports.content.packs().flatMap((loaded) => loaded.changes)
  if (changes.length === 0) return 0
  let attempts = 0
  for await (const stored of ports.attempts.all()) {
    const concerned = stored.attempt.state === 'closed' && stored.attempt.form.purpose === 'practice'
    if (concerned && (await rescore(ports, stored, changes))) attempts += 1
  }
  return attempts
}
