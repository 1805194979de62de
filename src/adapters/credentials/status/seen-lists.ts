import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Instant, instant } from '../../../domain/kernel/instant.ts'

/** Remembers the newest `validFrom` seen of each status list, so that an older list cannot undo a revocation. */
export type SeenLists = {
  readonly newest: (list: string) => Instant | null
  readonly note: (list: string, validFrom: Instant) => void
}

/** Most lists that are remembered; the ones noted longest ago go first. */
const mostLists = 10_000

function read(file: string): Map<string, number> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>))
  } catch {
    // A lost memory only means that replay is noticed from now on.
    return new Map()
  }
}

function write(file: string, seen: ReadonlyMap<string, number>): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(Object.fromEntries(seen)))
  renameSync(draft, file)
}

/** A memory in a file, shared by every process of the installation; without a file it ends with the process. */
export function openSeenLists(file: string | null): SeenLists {
  const own = new Map<string, number>()
  const all = (): Map<string, number> => (file === null ? own : read(file))
  return {
    newest: (list) => {
      const at = all().get(list)
      return at === undefined ? null : instant(at)
    },
    note: (list, validFrom) => {
      const seen = all()
      if ((seen.get(list) ?? Number.NEGATIVE_INFINITY) >= validFrom) return
      seen.delete(list)
      seen.set(list, validFrom)
      for (const [oldest] of seen) {
        if (seen.size <= mostLists) break
        seen.delete(oldest)
      }
      if (file !== null) write(file, seen)
    },
  }
}
