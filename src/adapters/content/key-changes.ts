import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyChanges } from '../../application/ports.ts'

/** Appends a change to `changes.jsonl` in the pack's folder, a line each. */
export const keyChanges: KeyChanges = {
  append: ({ folder }, { item, hash, key, reason, on }) =>
    appendFileSync(join(folder, 'changes.jsonl'), `${JSON.stringify({ item, hash, key, reason, on })}\n`),
}
