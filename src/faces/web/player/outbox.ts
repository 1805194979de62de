import type { Response } from '../../../domain/item/types.ts'

/** What a candidate has given for one position. */
export type PositionChange = {
  readonly response: Response | null
  readonly flagged: boolean
  readonly struck: readonly string[]
}

/** One change on its way to the server. Once attempted it never changes: the server may hold it already. */
export type OutboxEntry = PositionChange & {
  readonly position: number
  readonly sequence: number
  readonly clientToken: string
  readonly attempted: boolean
}

/** Where entries outlive the page: `localStorage`, or the like of it. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export type Outbox = {
  /** Keeps a change. A change not yet attempted takes the newer content; an attempted one is followed by a new entry. */
  readonly put: (position: number, change: PositionChange, knownSequence: number) => void
  /** The entry to send next: the oldest of the lowest position. */
  readonly next: () => OutboxEntry | null
  readonly markAttempted: (clientToken: string) => void
  readonly remove: (clientToken: string) => void
  /** Gives up what waits for a position, after the server has refused it for good. */
  readonly dropPosition: (position: number) => void
  /** Gives up everything, once the attempt is closed. */
  readonly clear: () => void
  /** The newest waiting change of each position. */
  readonly newest: () => ReadonlyMap<number, OutboxEntry>
}

const inOrder = (a: OutboxEntry, b: OutboxEntry): number => a.position - b.position || a.sequence - b.sequence

function readShelf(shelf: Shelf, prefix: string): OutboxEntry[] {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '')
  return keys.filter((key) => key.startsWith(prefix)).flatMap((key) => parseEntry(shelf.getItem(key)))
}

function parseEntry(stored: string | null): OutboxEntry[] {
  try {
    const entry = JSON.parse(stored ?? '') as OutboxEntry
    return typeof entry.clientToken === 'string' && Number.isInteger(entry.position) ? [entry] : []
  } catch {
    return []
  }
}

/**
 * Opens the outbox of an attempt with what an earlier page left in it.
 * Each entry lies under its own key, so that two tabs never overwrite each other's.
 */
export function openOutbox(shelf: Shelf, attemptId: string, newToken: () => string): Outbox {
  const prefix = `cairn/outbox/${attemptId}/`
  const entries = new Map(readShelf(shelf, prefix).map((entry) => [entry.clientToken, entry]))
  const ordered = (): OutboxEntry[] => [...entries.values()].sort(inOrder)

  const keep = (entry: OutboxEntry): void => {
    entries.set(entry.clientToken, entry)
    try {
      shelf.setItem(prefix + entry.clientToken, JSON.stringify(entry))
    } catch {
      // A full or forbidden shelf still leaves the entry in this page's memory.
    }
  }
  const remove = (clientToken: string): void => {
    entries.delete(clientToken)
    shelf.removeItem(prefix + clientToken)
  }
  const newest = (): Map<number, OutboxEntry> => new Map(ordered().map((entry) => [entry.position, entry]))

  return {
    put(position, change, knownSequence) {
      const last = newest().get(position)
      if (last !== undefined && !last.attempted) return keep({ ...last, ...change })
      const sequence = Math.max(knownSequence, last?.sequence ?? 0) + 1
      keep({ ...change, position, sequence, clientToken: newToken(), attempted: false })
    },
    next: () => ordered()[0] ?? null,
    markAttempted(clientToken) {
      const entry = entries.get(clientToken)
      if (entry !== undefined) keep({ ...entry, attempted: true })
    },
    remove,
    dropPosition(position) {
      for (const entry of ordered()) if (entry.position === position) remove(entry.clientToken)
    },
    clear() {
      for (const clientToken of [...entries.keys()]) remove(clientToken)
    },
    newest,
  }
}
